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
  /** It may be given for parts: for steps of a menu (`escalation.standard`), or for kinds of task (`success.hard`). */
  readonly parts?: 'steps' | 'tasks'
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

/** A parameter of a combinator. */
export type ParameterDefinition = {
  readonly name: string
  /** Completes the sentence "the … is …". */
  readonly doc: string
  /** Given as `name: value`; else by its place. */
  readonly named?: boolean
} & (
  | { readonly is: 'model' }
  /** Any number of models from one on; the last parameter that is not named. */
  | { readonly is: 'models' }
  | { readonly is: 'verifier' }
  /** A whole number, written out. */
  | { readonly is: 'whole'; readonly least: number; readonly most: number }
  | { readonly is: 'number'; readonly role: Role }
)

/** What one attempt is like, as expressions over the instance's names. */
export interface PerformanceFormulas {
  readonly success: Expression
  readonly latency: Expression
  readonly cost: Expression
  readonly price: Expression
}

/** A verifier's numbers. */
export interface VerifierFormulas {
  readonly passes: Expression
  readonly catches: Expression
  readonly latency: Expression
  readonly cost: Expression
}

/** The arguments of a combinator by the names of its parameters, for one kind of task. */
export interface CombinatorArguments {
  /** What the model's attempt of a number (from 1 on) is like. */
  readonly model: (parameter: string) => (attempt: number) => PerformanceFormulas
  readonly models: (parameter: string) => readonly ((attempt: number) => PerformanceFormulas)[]
  readonly verifier: (parameter: string) => VerifierFormulas
  readonly whole: (parameter: string) => number
  readonly number: (parameter: string) => Expression
}

/** A model made from others, `model m = combinator(…)`: what happens before the user sees an answer. */
export interface CombinatorDefinition {
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly parameters: readonly ParameterDefinition[]
  /** What its attempt of a number (from 1 on) is like; called for each kind of task. */
  readonly becomes: (args: CombinatorArguments, attempt: number) => PerformanceFormulas
}

/** Declares a combinator of models. */
export function defineCombinator(definition: CombinatorDefinition): CombinatorDefinition {
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
  readonly combinators: ReadonlyMap<string, CombinatorDefinition>
  readonly units: ReadonlyMap<string, UnitDefinition>
}
