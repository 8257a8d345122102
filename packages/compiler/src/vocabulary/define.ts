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
export function defineField<const F extends FieldDefinition>(definition: F): F {
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

/** Limits of one of the provider's probabilities, as the menu's block gives them; from 0 to 1 where it does not. */
export type VariableLimits = Pick<LeaderVariable, 'low' | 'high' | 'origin'>

/** A model of a menu. */
export interface MenuModel {
  /** Its place among the instance's models. */
  readonly index: number
  readonly name: string
}

/** What the parameters of a menu's form are given. */
export interface MenuValues {
  readonly model: MenuModel
  readonly models: readonly MenuModel[]
  readonly verifier: VerifierFormulas
  readonly whole: number
  readonly number: Expression
}

/** What the block of a menu gives for its fields; null where it does not give one that has no default. */
export interface MenuFieldValues {
  /** A probability of the provider's; with `parts: 'steps'` one for each step from a model to another. */
  readonly range: VariableLimits
  readonly quantity: Expression | null
  readonly word: string | null
  readonly name: MenuModel | null
}

export type MenuFieldValue<F extends FieldDefinition> = F extends { readonly parts: 'steps' }
  ? (from: MenuModel, to: MenuModel) => VariableLimits
  : MenuFieldValues[F['value']['kind']]

/** The arguments of a menu by the names of its parameters. */
export type MenuArguments<P extends readonly ParameterDefinition[]> = ArgumentsOf<P, MenuValues>

/** What a menu's block gives, by the names of the form's fields. */
export type MenuFields<F extends readonly FieldDefinition[]> = {
  readonly [K in F[number] as K['name']]: MenuFieldValue<K>
}

/** A form of menu, `menu m = form(…) { … }`: all that there is to it is how it becomes a chain. */
export interface MenuDefinition {
  readonly defines: 'menu'
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly parameters: readonly ParameterDefinition[]
  /** What may stand in its block. */
  readonly fields: readonly FieldDefinition[]
  /** From arguments and fields by name; whoever calls it has sorted them by `parameters` and `fields`. */
  readonly chain: (args: never, fields: never) => Chain
}

/**
 * Declares a form of menu.
 *
 * @param definition.doc - what it does, in one sentence without its full stop
 * @param definition.example - a declaration that uses it: `menu tiers = cascade(standard, reasoning)`
 * @param definition.parameters - what stands between its parentheses, in order
 * @param definition.fields - what may stand in its block: {@link startField}, {@link escalationField}, or its own
 * @param definition.chain - what it becomes: states that each make one attempt, and where a re-prompt after a failure
 *   leads from each. Rows sum to 1 whatever the provider's variables are; that, and what its states refer to, is
 *   checked wherever the menu is used. `withProbability`, `otherwise` and `always` write rows
 */
export function defineMenu<
  const P extends readonly ParameterDefinition[],
  const F extends readonly FieldDefinition[],
>(
  definition: Omit<MenuDefinition, 'defines' | 'parameters' | 'fields' | 'chain'> & {
    readonly parameters: P
    readonly fields: F
    readonly chain: (args: MenuArguments<P>, fields: MenuFields<F>) => Chain
  },
): MenuDefinition {
  return { ...definition, defines: 'menu' }
}

/** A parameter of a function. */
export interface FunctionParameter {
  readonly name: string
  /** Completes the sentence "the … is …". */
  readonly doc: string
  /** Those that are `alike` share one dimension, whichever it is; a `plain` one is a number without a unit. */
  readonly dimension: 'alike' | 'plain'
  /** Any number of arguments from one on; the last parameter. */
  readonly several?: true
}

/** The arguments of a function by the names of its parameters. */
export type FunctionArguments<P extends readonly FunctionParameter[]> = {
  readonly [K in P[number] as K['name']]: K extends { readonly several: true }
    ? readonly Expression[]
    : Expression
}

/** A function of expressions. */
export interface FunctionDefinition {
  readonly defines: 'function'
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly parameters: readonly FunctionParameter[]
  /** What the result is in: what the arguments that are `alike` are in, or a power of that, or nothing. */
  readonly result: 'alike' | 'plain' | { readonly power: number }
  /** From arguments by name; whoever calls it has sorted them by `parameters`. */
  readonly becomes: (args: never) => Expression
}

/**
 * Declares a function.
 *
 * @param definition.doc - what it is, in a few words without a full stop
 * @param definition.example - a call of it: `max(0.2 s, setup)`
 * @param definition.becomes - what a call becomes: an expression over those of its arguments
 */
export function defineFunction<const P extends readonly FunctionParameter[]>(
  definition: Omit<FunctionDefinition, 'defines' | 'parameters' | 'becomes'> & {
    readonly parameters: P
    readonly becomes: (args: FunctionArguments<P>) => Expression
  },
): FunctionDefinition {
  return { ...definition, defines: 'function' }
}

/** A distribution: a spread written as a call. */
export interface DistributionDefinition {
  readonly defines: 'distribution'
  readonly name: string
  readonly doc: string
  readonly example: string
  /** In order; those that are `alike` share the dimension of the value. */
  readonly parameters: readonly { readonly name: string; readonly dimension: 'alike' | 'plain' }[]
  /** The distribution of the instance that it becomes, and its point value (the mean). */
  readonly becomes: (args: readonly Expression[]) => Pick<RandomVariable, 'distribution' | 'point'>
}

/** Declares a distribution. */
export function defineDistribution(
  definition: Omit<DistributionDefinition, 'defines'>,
): DistributionDefinition {
  return { ...definition, defines: 'distribution' }
}

/** A parameter of a combinator or of a menu's form. */
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
  /** A whole number, written out; with a default it may be left out. */
  | { readonly is: 'whole'; readonly least: number; readonly most: number; readonly default?: number }
  /** A number of some dimension, within a range; with a default (a rational in base units) it may be left out. */
  | { readonly is: 'number'; readonly role: Role; readonly within: RandomRange; readonly default?: string }
)

/** Arguments by the names of the parameters, as values that go with their sorts. */
export type ArgumentsOf<
  P extends readonly ParameterDefinition[],
  Values extends Readonly<Record<ParameterDefinition['is'], unknown>>,
> = { readonly [K in P[number] as K['name']]: Values[K['is']] }

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

/** What a model's attempt of a number (from 1 on) is like. */
export type Attempts = (attempt: number) => PerformanceFormulas

/** What the parameters of a combinator are given, for one kind of task. */
export interface CombinatorValues {
  readonly model: Attempts
  readonly models: readonly Attempts[]
  readonly verifier: VerifierFormulas
  readonly whole: number
  readonly number: Expression
}

/** The arguments of a combinator by the names of its parameters, for one kind of task. */
export type CombinatorArguments<P extends readonly ParameterDefinition[]> = ArgumentsOf<P, CombinatorValues>

/** A model made from others, `model m = combinator(…)`: what happens before the user sees an answer. */
export interface CombinatorDefinition {
  readonly defines: 'combinator'
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly parameters: readonly ParameterDefinition[]
  /** From arguments by name; whoever calls it has sorted them by `parameters`. */
  readonly becomes: (args: never, attempt: number) => PerformanceFormulas
}

/**
 * Declares a combinator of models.
 *
 * @param definition.doc - what it does, in one sentence without its full stop
 * @param definition.example - a declaration that uses it: `model patient = retry(standard, 3)`
 * @param definition.parameters - what stands between its parentheses, in order
 * @param definition.becomes - what its attempt of a number (from 1 on) is like; called for each kind of task
 */
export function defineCombinator<const P extends readonly ParameterDefinition[]>(
  definition: Omit<CombinatorDefinition, 'defines' | 'parameters' | 'becomes'> & {
    readonly parameters: P
    readonly becomes: (args: CombinatorArguments<P>, attempt: number) => PerformanceFormulas
  },
): CombinatorDefinition {
  return { ...definition, defines: 'combinator' }
}

/** A word that a project adds to the language: what `define…` gives. */
export type Extension = MenuDefinition | CombinatorDefinition | FunctionDefinition | DistributionDefinition

/** What a `plumb.config.ts` exports by default. */
export interface Config {
  /** Words of the project's own, each made by `defineMenu`, `defineCombinator`, `defineFunction` or `defineDistribution`. */
  readonly vocabulary?: readonly Extension[]
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
