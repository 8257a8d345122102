import type { Formula, Measure, Numeric } from './amount.ts'
import type { AxisRange } from './axes.ts'

/** What every declaration may have. */
export interface Described {
  /** The name for people. */
  readonly label?: string | undefined
  /** Its documentation. */
  readonly doc?: string | undefined
}

/** A probability, or one for each attempt, the last standing for all later ones. */
export type SuccessInput<Names extends string> = Numeric<'plain', Names> | readonly Numeric<'plain', Names>[]

/** The numbers of a model. */
export interface ModelNumbers<Names extends string> {
  readonly success: SuccessInput<Names>
  readonly latency: Numeric<'time' | 'plain', Names>
  readonly cost: Numeric<'money' | 'plain', Names>
  /** What the user pays for an attempt; 0 where it is left out. */
  readonly price: Numeric<'money' | 'time' | 'plain', Names>
}

/** Numbers for one kind of task: `'success.hard': 0.4`. */
export type ByTask<Task extends string, Names extends string> = {
  readonly [Key in `${keyof ModelNumbers<Names>}.${Task}`]?: Key extends `success.${string}`
    ? SuccessInput<Names>
    : Numeric<'money' | 'time' | 'plain', Names>
}

/** A model with numbers of its own. Where there are kinds of task each number may be given for these instead. */
export type OwnModel<Task extends string, Names extends string> = Described & {
  readonly is?: undefined
  readonly price?: ModelNumbers<Names>['price']
} & ([Task] extends [never]
    ? Omit<ModelNumbers<Names>, 'price'>
    : Partial<Omit<ModelNumbers<Names>, 'price'>> & ByTask<Task, Names>)

/** What a model is made from: a copy, some attempts of one, the best of several, a checked answer, or an extension's. */
export type ModelSource<Model extends string, Verifier extends string> =
  | Model
  | { readonly retry: Model; readonly times: number }
  | { readonly parallel: readonly Model[] }
  | { readonly verified: Model; readonly by: Verifier; readonly else: Model }
  | Formula

/** A model made from others; its own numbers take the place of theirs. */
export type DerivedModel<
  Model extends string,
  Task extends string,
  Verifier extends string,
  Names extends string,
> = Described & { readonly is: ModelSource<Model, Verifier> } & Partial<ModelNumbers<Names>> &
  ([Task] extends [never] ? unknown : ByTask<Task, Names>)

/** The form of a menu with its models; that of an extension as it is written: `` formula`probation(a, b)` ``. */
export type MenuForm<Model extends string> =
  | { readonly static: readonly Model[] }
  | { readonly cascade: readonly Model[] }
  | { readonly escalate: readonly Model[] }
  | { readonly free: readonly Model[] }
  | { readonly choice: readonly Model[] }
  | { readonly is: Formula }

/** A number, which fixes it, or its two ends. */
export type EscalationInput<Names extends string> =
  Numeric<'plain', Names> | readonly [Numeric<'plain', Names>, Numeric<'plain', Names>]

export type MenuInput<Model extends string, Names extends string> = Described &
  MenuForm<Model> & {
    /** `tiers` where it is left out. */
    readonly name?: string | undefined
    /** The model that makes the first attempt; the provider chooses where it is left out. */
    readonly start?: Model
    readonly escalation?: EscalationInput<Names>
  } & {
    /** From one model, or to another: `'escalation.standard'`, `'escalation.standard.reasoning'`. */
    readonly [Step in `escalation.${Model}` | `escalation.${Model}.${Model}`]?: EscalationInput<Names>
  }

export interface UserInput<Names extends string> extends Described {
  readonly weight?: Numeric<'plain', Names>
  readonly value: Numeric<'money' | 'time' | 'plain', Names>
  readonly patience?: Numeric<'money/time' | 'plain', Names>
  readonly outside?: Numeric<'money' | 'time' | 'plain', Names>
  readonly sees?: 'nothing' | 'model' | 'attempts'
  readonly rationality?: Numeric<'1/money' | 'plain', Names>
}

export interface ProviderInput<Names extends string> extends Described {
  readonly name: string
  readonly penalty?: Numeric<'money' | 'plain', Names>
  readonly throttle?: Numeric<'time' | 'plain', Names>
  readonly routing?: 'announced' | 'hidden'
  readonly ties?: 'strong' | 'weak'
}

export interface VerifierInput<Names extends string> extends Described {
  readonly passes: Numeric<'plain', Names>
  readonly catches: Numeric<'plain', Names>
  readonly latency?: Numeric<'time' | 'plain', Names>
  readonly cost?: Numeric<'money' | 'plain', Names>
}

export interface TaskInput<Names extends string> extends Described {
  readonly weight?: Numeric<'plain', Names>
}

/** A param: its value, or that with the range in which it may move. */
export type ParamInput<Names extends string> =
  | Numeric<Measure, Names>
  | (Described & {
      readonly value: Numeric<Measure, Names>
      readonly in?: readonly [Numeric<Measure, Names>, Numeric<Measure, Names>] | undefined
    })

/** A number with a name: the number, or that with its documentation. */
export type LetInput<M extends Measure, Names extends string> =
  Numeric<M, Names> | { readonly value: Numeric<M, Names>; readonly doc?: string | undefined }

/** A condition of the language, with what to say where it does not hold. */
export type AssertInput = string | { readonly condition: string; readonly message: string }

export interface SweepInput<Param extends string, Names extends string> extends Described {
  /** By what they move: a param, or a number of a declaration such as `developer.value`. */
  readonly axes: {
    readonly [Path in Param | `${string}.${string}`]?:
      AxisRange<Measure, Names> | readonly Numeric<Measure, Names>[]
  }
}

/**
 * A game as plain data: what a `.game` file says, under the same names. The names of models, kinds of task, verifiers,
 * params and lets are the keys here, and TypeScript checks every use of them.
 */
export interface GameDefinition<
  Model extends string = string,
  Task extends string = string,
  Verifier extends string = string,
  Param extends string = string,
  Let extends string = string,
> extends Described {
  readonly name: string
  /** What one unit of another currency is worth. */
  readonly rates?: Readonly<Record<string, LetInput<'money', NoInfer<Param | Let>>>>
  readonly params?: { readonly [Name in Param]: ParamInput<NoInfer<Param | Let>> }
  /** Names for expressions. */
  readonly lets?: { readonly [Name in Let]: LetInput<Measure, NoInfer<Param | Let>> }
  /** Hidden kinds of task. */
  readonly tasks?: { readonly [Name in Task]: TaskInput<NoInfer<Param | Let>> }
  readonly verifiers?: { readonly [Name in Verifier]: VerifierInput<NoInfer<Param | Let>> }
  readonly models: {
    readonly [Name in Model]:
      | OwnModel<NoInfer<Task>, NoInfer<Param | Let>>
      | DerivedModel<NoInfer<Model>, NoInfer<Task>, NoInfer<Verifier>, NoInfer<Param | Let>>
  }
  /** The menu that the provider offers. */
  readonly menu: MenuInput<NoInfer<Model>, NoInfer<Param | Let>>
  readonly users: Readonly<Record<string, UserInput<NoInfer<Param | Let>>>>
  readonly provider: ProviderInput<NoInfer<Param | Let>>
  readonly asserts?: readonly AssertInput[]
  readonly sweeps?: Readonly<Record<string, SweepInput<NoInfer<Param>, NoInfer<Param | Let>>>>
}
