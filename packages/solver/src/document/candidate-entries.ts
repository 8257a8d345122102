import type { CandidateEntry, FlipsEntry, Game, PenaltyFlip } from '@plumbline/game'
import { outcome } from '../chain/outcome.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Candidate } from '../leader/equilibrium.ts'
import { latencyFor, slowableStates } from '../throttling/floors.ts'
import { routeKey } from './route-entry.ts'
import { attemptsOf, type Solution, withLatencies } from './solution.ts'

/** Every route that was in question for the provider, cheapest first, with what a task comes to on it. */
export function candidateEntries<N>(solution: Solution<N>): readonly CandidateEntry[] {
  const { game, equilibrium } = solution
  const { arithmetic: ar, provider } = game
  return equilibrium.candidates.map((candidate): CandidateEntry => {
    const { route, persistence, cost, line } = candidate
    const played = gameOf(solution, candidate)
    const reached = outcome(played, 0, route.start, route.variables, persistence)
    return {
      id: candidate.id,
      route: routeKey(game, route),
      abandonment: abandonment(game, persistence),
      cost: ar.toNumber(cost),
      serving: ar.toNumber(line.serving),
      loss: ar.toNumber(ar.mul(provider.penalty, line.loss)),
      success: ar.toNumber(reached.success),
      latency: ar.toNumber(reached.latency),
      attempts: ar.toNumber(attemptsOf(game, reached)),
      utility: ar.toNumber(candidate.utility),
      chosen: candidate === equilibrium.chosen,
      ties: compareCosts(ar, cost, equilibrium.chosen.cost) === 0,
    }
  })
}

/** The game in which a candidate is played: with slowed models where it needs them. */
function gameOf<N>({ game, throttling }: Solution<N>, { line }: Candidate<N>): Game<N> {
  const slowed = throttling.slowed.find(({ option }) => option.line === line)
  const [user] = game.users
  if (slowed === undefined || user === undefined) return game
  const latencies = slowableStates(game, null).map(({ attempt }, state) =>
    latencyFor(game.arithmetic, attempt, slowed.netValues[state] ?? attempt.netValue, user.patience),
  )
  return withLatencies(game, latencies)
}

/** The churn penalties at which the provider's choice changes. */
export function flipsEntry<N>({ game, equilibrium }: Solution<N>): FlipsEntry {
  const { arithmetic: ar } = game
  const side = ({ id, route, persistence }: Candidate<N>): PenaltyFlip['below'] => {
    return { id, route: routeKey(game, route), abandonment: abandonment(game, persistence) }
  }
  return {
    penalty: equilibrium.flips.map(({ at, exact, below, above }) => ({
      at: ar.toNumber(at),
      exact: exact ? ar.toExact(at) : null,
      below: side(below),
      above: side(above),
    })),
  }
}

function abandonment<N>({ arithmetic: ar }: Game<N>, persistence: N): number {
  return ar.toNumber(ar.sub(ar.from(1), persistence))
}
