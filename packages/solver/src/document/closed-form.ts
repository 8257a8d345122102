import { sum, type Game } from '@plumbline/game'
import { outcome } from '../chain/outcome.ts'
import { persistenceIntervals } from '../follower/persistence-set.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Candidate } from '../leader/equilibrium.ts'
import { latencyFor, slowableStates } from '../throttling/floors.ts'
import { attemptsOf, cascades, type Solution, withLatencies } from './solution.ts'
import type { SolvedCandidate, SolvedGame } from './solved.ts'

/** A game solved by a closed form, as documents and asserts read it. */
export function closedForm<N>(solution: Solution<N>): SolvedGame<N> {
  const { game, equilibrium, best, gap, regret, welfare, orders, throttling } = solution
  const { arithmetic: ar, provider } = game
  const { chosen, concept, ties } = equilibrium
  const choice = concept === 'user-choice'
  const allFlips = provider.throttle === null || !throttling.bounded
  return {
    game,
    concept,
    case: equilibrium.case,
    route: choice ? null : equilibrium.route,
    escalationSet: equilibrium.escalationSet,
    cascades: cascades(solution),
    users: game.users.map((_, index) => ({
      regime: equilibrium.regimeByUser[index] ?? equilibrium.case,
      reply: { kind: 'stationary', persistence: equilibrium.persistence },
      persistenceSet: persistenceIntervals(ar, equilibrium.bestResponses),
      success: solution.outcome.success,
      latency: solution.outcome.latency,
      attempts: attemptsOf(game, solution.outcome),
      utility: chosen.utility,
      route: choice ? equilibrium.route : null,
      best: { utility: best.utility, route: best.route },
      gap,
      population: null,
    })),
    provider: {
      cost: chosen.cost,
      serving: chosen.line.serving,
      loss: ar.mul(provider.penalty, chosen.line.loss),
      regret,
    },
    gap,
    bestUtility: best.utility,
    throttling,
    welfare,
    bounds: equilibrium.bounds,
    ties,
    orders,
    candidates: equilibrium.candidates.map((candidate) => candidateOf(solution, candidate)),
    flips: allFlips ? equilibrium.flips : null,
  }
}

function candidateOf<N>(solution: Solution<N>, candidate: Candidate<N>): SolvedCandidate<N> {
  const { game, equilibrium } = solution
  const { arithmetic: ar, provider } = game
  const { route, persistence, cost, line } = candidate
  const reached = outcome(gameOf(solution, candidate), 0, route.start, route.variables, persistence)
  return {
    id: candidate.id,
    route,
    abandonment: ar.sub(ar.from(1), persistence),
    cost,
    serving: line.serving,
    loss: ar.mul(provider.penalty, line.loss),
    success: reached.success,
    latency: reached.latency,
    attempts: sum(ar, reached.attempts),
    utility: candidate.utility,
    chosen: candidate === equilibrium.chosen,
    ties: compareCosts(ar, cost, equilibrium.chosen.cost) === 0,
  }
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
