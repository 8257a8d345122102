import type { CandidateEntry, FlipsEntry, PenaltyFlip } from '@plumbline/game'
import type { Flip } from '../leader/equilibrium.ts'
import { routeKey } from './route-entry.ts'
import type { FlipSide, SolvedGame } from './solved.ts'

/** Every route that was in question for the provider, cheapest first, with what a task comes to on it. */
export function candidateEntries<N>({ game, candidates }: SolvedGame<N>): readonly CandidateEntry[] {
  const { arithmetic: ar } = game
  const optional = (value: N | null): number | null => (value === null ? null : ar.toNumber(value))
  return candidates.map((candidate) => ({
    id: candidate.id,
    route: routeKey(game, candidate.route),
    abandonment: optional(candidate.abandonment),
    cost: ar.toNumber(candidate.cost),
    serving: ar.toNumber(candidate.serving),
    loss: ar.toNumber(candidate.loss),
    success: ar.toNumber(candidate.success),
    latency: optional(candidate.latency),
    attempts: optional(candidate.attempts),
    utility: ar.toNumber(candidate.utility),
    chosen: candidate.chosen,
    ties: candidate.ties,
  }))
}

/** The churn penalties at which the provider's choice changes. */
export function flipsEntry<N>({ game }: Pick<SolvedGame<N>, 'game'>, flips: readonly Flip<N>[]): FlipsEntry {
  const { arithmetic: ar } = game
  const side = ({ id, route, persistence }: FlipSide<N>): PenaltyFlip['below'] => {
    const abandonment = ar.toNumber(ar.sub(ar.from(1), persistence))
    return { id, route: routeKey(game, route), abandonment }
  }
  return {
    penalty: flips.map(({ at, exact, below, above }) => ({
      at: ar.toNumber(at),
      exact: exact ? ar.toExact(at) : null,
      below: side(below),
      above: side(above),
    })),
  }
}
