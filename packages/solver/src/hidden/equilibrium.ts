import type { SolvedNumbers } from '../document/solved.ts'
import type { Route } from '../leader/equilibrium.ts'
import type { RouteShare } from './strategies.ts'

/** A closed interval; a point where both ends agree. */
export interface Range<N> {
  readonly from: N
  readonly to: N
}

/** An equilibrium of a game whose route users do not see, or a connected set of equilibria that cost the provider the same. */
export interface HiddenEquilibrium<N> {
  /** The probability that a task starts in a state, by state. */
  readonly starts: readonly N[]
  /** Where routes are mixed that differ in more than their starts: all of them, the most probable first. */
  readonly routes: readonly RouteShare<N>[] | null
  /** Values of the leader's variables, in the chain's order; of the most probable route. */
  readonly variables: readonly N[]
  /** Two models: all values of the one variable in the set; null where it is not told, or never reached. */
  readonly variableRange: Range<N> | null
  /** `r`; null where users split, or do not all answer with this one number. */
  readonly persistence: N | null
  /** Null where no number says what users do. */
  readonly persistences: Range<N> | null
  /** The share of users that never leaves while the others leave at once; null where all do alike. */
  readonly staying: N | null
  readonly cost: N
  readonly serving: N
  /** `1 - S`. */
  readonly loss: N
  /** Null where infinite. */
  readonly latency: N | null
  /** By state; null where they were not counted. */
  readonly attempts: readonly N[] | null
  /** Weighted over the users. */
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

/** The routes by which tasks go with their shares: that which is announced, or those of the chosen equilibrium. */
export function routesPlayed<N>(
  { game: { arithmetic: ar }, hidden }: Pick<SolvedNumbers<N>, 'game' | 'hidden'>,
  route: Route<N>,
): readonly RouteShare<N>[] {
  const [told] = hidden?.equilibria ?? []
  if (told === undefined) return [{ share: ar.from(1), route }]
  if (told.routes !== null) return told.routes
  return told.starts.flatMap((share, start) =>
    ar.sign(share) === 0 ? [] : [{ share, route: { start, variables: route.variables } }],
  )
}
