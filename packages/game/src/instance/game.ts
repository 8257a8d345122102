import type { Arithmetic } from '../arithmetic/arithmetic.ts'

/**
 * A numeric game: an instance at an assignment of its params, in one arithmetic. Solvers take this.
 */
export interface Game<N> {
  readonly arithmetic: Arithmetic<N>
  readonly models: readonly NumericModel<N>[]
  readonly chain: NumericChain<N>
  /** Weights sum to 1. */
  readonly users: readonly NumericUser<N>[]
  readonly provider: { readonly penalty: N; readonly throttle: N | null; readonly ties: 'strong' | 'weak' }
}

export interface NumericModel<N> {
  readonly name: string
  /** In (0, 1]. */
  readonly success: N
  /** Not negative. */
  readonly latency: N
  /** Not negative. */
  readonly cost: N
  /** Not negative. */
  readonly price: N
}

export interface NumericUser<N> {
  readonly name: string
  readonly weight: N
  readonly value: N
  readonly patience: N
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
