import type { Chain, Dimension, LeaderVariable, RandomRange, RandomVariable } from '@plumbline/game'
import type { Expression } from '@plumbline/game'

/**
 * What a number is in, by the part that it plays. `cost` is money and `time` is a time, or both are plain numbers
 * in a game without units; `utility` is what the users' values are in: money, a time or a plain number.
 */
export type Role = 'plain' | 'cost' | 'time' | 'utility' | 'utility/time' | '1/utility'

/** What may stand after a field's colon. */
export type FieldValue =
  | { readonly kind: 'quantity'; readonly role: Role }
  /** A number, or a range of numbers. */
  | { readonly kind: 'range'; readonly role: Role }
  /** One of a few words, never looked up as a name. */
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** The name of a declaration of some kind. */
  | { readonly kind: 'name'; readonly of: string }

/** A field of a kind of declaration: its checks, messages and documentation come from here. */
export interface FieldDefinition {
  readonly name: string
  readonly value: FieldValue
  readonly required: boolean
  /** As one would write it, or null where the field is required or its absence means something of its own. */
  readonly default: string | null
  /** The range to which a spread given for it is confined; any number where it is absent. */
  readonly within?: RandomRange
  /** The values that it takes, in words. */
  readonly range: string
  /** Completes the sentence "a model's latency is …". */
  readonly doc: string
  readonly example: string
  /** It may be given for parts: `escalation.standard`. */
  readonly parts?: boolean
}

/** Declares a field. */
export function defineField(definition: FieldDefinition): FieldDefinition {
  return definition
}

/** Whether a part of a declaration must, may or must not be there. */
export type Presence = 'required' | 'optional' | 'none'

/** A kind of declaration. */
export interface KindDefinition {
  readonly name: string
  readonly doc: string
  /** A whole declaration. */
  readonly example: string
  /** What follows `=`, in words, or null where nothing does. */
  readonly value: { readonly presence: 'required' | 'optional'; readonly what: string } | null
  /** Whether `in low .. high` may follow. */
  readonly bounds: boolean
  readonly block: Presence
  readonly fields: readonly FieldDefinition[]
  /** Names of one space differ: `things` (the usual), or a space of the kind's own. */
  readonly names: 'things' | 'own'
}

/** Declares a kind of declaration. */
export function defineKind(definition: KindDefinition): KindDefinition {
  return definition
}

/** What a menu's definition makes its chain from. */
export interface MenuParts {
  /** The menu's models in order: index into the instance's models, and name. */
  readonly models: readonly { readonly index: number; readonly name: string }[]
  /** Limits of the leader's probability to go from one of the menu's models to another. */
  readonly limits: (from: number, to: number) => Pick<LeaderVariable, 'low' | 'high' | 'origin'>
}

/** What a menu says of its chain; where a task may start comes from the menu's `start`, else it is every state. */
export type MenuChain = Omit<Chain, 'starts'>

/** A form of menu, `menu m = form(models…)`: all that there is to it is how it becomes a chain. */
export interface MenuDefinition {
  readonly name: string
  readonly doc: string
  readonly example: string
  /** How many models it takes. */
  readonly models: { readonly least: number; readonly most: number }
  /** Which of the menu kind's fields it takes. */
  readonly fields: readonly string[]
  /** Between which models, by index in the menu, the leader's probabilities lead. */
  readonly steps: (models: number) => readonly (readonly [number, number])[]
  readonly chain: (parts: MenuParts) => MenuChain
}

/** Declares a form of menu. */
export function defineMenu(definition: MenuDefinition): MenuDefinition {
  return definition
}

/** What a function does to the dimensions of its arguments. */
export type FunctionDimension =
  /** All arguments share one dimension, which is the result's. */
  | 'alike'
  /** Arguments are plain numbers, and so is the result. */
  | 'plain'
  /** One argument of any dimension, raised to this power. */
  | { readonly power: number }

/** A function of expressions. */
export interface FunctionDefinition {
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly arguments: { readonly least: number; readonly most: number }
  readonly dimension: FunctionDimension
  readonly becomes: (args: readonly Expression[]) => Expression
}

/** Declares a function. */
export function defineFunction(definition: FunctionDefinition): FunctionDefinition {
  return definition
}

/** A distribution: a spread written as a call. */
export interface DistributionDefinition {
  readonly name: string
  readonly doc: string
  readonly example: string
  /** In order; those that are `alike` share the dimension of the value. */
  readonly parameters: readonly { readonly name: string; readonly dimension: 'alike' | 'plain' }[]
  /** The distribution of the instance that it becomes, and its point value (the mean). */
  readonly becomes: (args: readonly Expression[]) => Pick<RandomVariable, 'distribution' | 'point'>
}

/** Declares a distribution. */
export function defineDistribution(definition: DistributionDefinition): DistributionDefinition {
  return definition
}

/** A call that is known and that this version does not take: a combinator of models, a distribution. */
export interface LaterDefinition {
  readonly name: string
  readonly of: 'models' | 'numbers'
  readonly doc: string
  readonly example: string
  readonly later: string
}

/** Declares a call that is known and not available yet. */
export function defineLater(definition: LaterDefinition): LaterDefinition {
  return definition
}

/** A unit: how many base units (seconds, tokens, the game's currency) one of it is. */
export interface UnitDefinition {
  readonly name: string
  readonly dimension: Dimension
  /** A rational: `1/1000`. */
  readonly scale: string
}

/** All that a compiler knows of the language beyond its grammar. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, KindDefinition>
  readonly menus: ReadonlyMap<string, MenuDefinition>
  readonly functions: ReadonlyMap<string, FunctionDefinition>
  readonly distributions: ReadonlyMap<string, DistributionDefinition>
  readonly later: ReadonlyMap<string, LaterDefinition>
  readonly units: ReadonlyMap<string, UnitDefinition>
}
