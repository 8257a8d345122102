import type { Arithmetic } from '../arithmetic/arithmetic.ts'

/**
 * A numeric game: an instance at an assignment of its params, in one arithmetic. Solvers take this.
 */
export interface Game<N> {
  readonly arithmetic: Arithmetic<N>
  /** Hidden kinds of task; weights sum to 1; none where all tasks are of one kind. */
  readonly tasks: readonly { readonly name: string; readonly weight: N }[]
  readonly models: readonly NumericModel<N>[]
  readonly chain: NumericChain<N>
  /** Weights sum to 1. */
  readonly users: readonly NumericUser<N>[]
  readonly provider: NumericProvider<N>
}

/** What one attempt is like, see `Performance`. */
export interface NumericPerformance<N> {
  /** In (0, 1]; for one kind of task or a later attempt in [0, 1]. */
  readonly success: N
  /** Not negative. */
  readonly latency: N
  /** Not negative. */
  readonly cost: N
  /** Not negative. */
  readonly price: N
}

/** By number of the attempt at the task: the first, then `later`, the last of which stands for all further ones. */
export interface NumericSequence<N> extends NumericPerformance<N> {
  readonly later: readonly NumericPerformance<N>[]
}

export interface NumericModel<N> extends NumericSequence<N> {
  readonly name: string
  /** One for each of the game's tasks; none where the kinds are alike to the model. */
  readonly kinds: readonly NumericSequence<N>[]
}

export interface NumericUser<N> {
  readonly name: string
  readonly weight: N
  readonly value: N
  readonly patience: N
  /** What not starting is worth; null where the first attempt is always made. */
  readonly outside: N | null
  readonly sees: 'nothing' | 'model' | 'attempts'
  /** λ of the logit response; null for a best response. */
  readonly rationality: N | null
}

export interface NumericProvider<N> {
  readonly penalty: N
  readonly throttle: N | null
  readonly routing: 'announced' | 'hidden'
  readonly ties: 'strong' | 'weak'
}

export interface NumericChain<N> {
  readonly states: readonly { readonly name: string; readonly model: number }[]
  readonly starts: readonly number[]
  readonly chooser: 'provider' | 'user'
  readonly variables: readonly {
    readonly name: string
    readonly state: number
    readonly low: N
    readonly high: N
  }[]
  readonly transitions: readonly (readonly {
    readonly to: number
    readonly constant: N
    readonly terms: readonly { readonly variable: number; readonly coefficient: N }[]
  }[])[]
}
