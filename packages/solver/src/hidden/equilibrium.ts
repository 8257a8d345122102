import type { Route } from '../leader/equilibrium.ts'

/** A closed interval; a point where both ends agree. */
export interface Range<N> {
  readonly from: N
  readonly to: N
}

/** An equilibrium of a game whose route users do not see, or a connected set of equilibria that cost the provider the same. */
export interface HiddenEquilibrium<N> {
  /** The probability that a task starts in a state, by state. */
  readonly starts: readonly N[]
  /** Values of the leader's variables, in the chain's order. */
  readonly variables: readonly N[]
  /** Two models: all values of the one variable in the set; null where it is not told, or never reached. */
  readonly variableRange: Range<N> | null
  /** `r`; null where users split. */
  readonly persistence: N | null
  readonly persistences: Range<N>
  /** The share of users that never leaves while the others leave at once; null where all do alike. */
  readonly staying: N | null
  readonly cost: N
  readonly serving: N
  /** `1 - S`. */
  readonly loss: N
  readonly latency: N
  /** By state. */
  readonly attempts: readonly N[]
  readonly utility: N
  readonly utilities: Range<N>
}

/** What is special about a game whose route users do not see. */
export interface HiddenRouting<N> {
  /** The chosen one first. */
  readonly equilibria: readonly HiddenEquilibrium<N>[]
  /** The same game with its route announced. */
  readonly announced: { readonly route: Route<N> | null; readonly cost: N; readonly utility: N }
}
