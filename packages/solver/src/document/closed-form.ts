import { sum, Undecided, type Game } from '@plumbline/game'
import { outcome } from '../chain/outcome.ts'
import { persistenceIntervals } from '../follower/persistence-set.ts'
import { announce } from '../general/announce.ts'
import { pose } from '../general/posed.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Candidate } from '../leader/equilibrium.ts'
import { isMixed } from '../misalignment/difference.ts'
import { searchLimits } from '../search/limits.ts'
import { slowedAlone } from '../throttling/any-menu/alone.ts'
import { latencyFor, slowableStates } from '../throttling/floors.ts'
import { slowedAnnouncement } from '../throttling/any-menu/slowed-announcement.ts'
import { toldThrottling, type SlowedAlone } from '../throttling/told.ts'
import { attemptsOf, cascades, type Reckoning, type Solution, withLatencies } from './solution.ts'
import type { SolvedCandidate, SolvedGame, SolvedNumbers } from './solved.ts'

/** A game solved by a closed form, as documents and asserts read it. */
export function closedForm<N>(solution: Solution<N>): SolvedGame<N> {
  const { game, equilibrium, best, orders, throttling } = solution
  const { arithmetic: ar, provider } = game
  const { chosen, concept, ties } = equilibrium
  const allFlips = provider.throttle === null || !throttling.bounded
  const numbers = closedFormNumbers(game, equilibrium.case, chosen, solution, throttling)
  return {
    ...numbers,
    concept,
    escalationSet: equilibrium.escalationSet,
    users: numbers.users.map((user) => ({
      ...user,
      persistenceSet: persistenceIntervals(ar, equilibrium.bestResponses),
      population: null,
    })),
    bestUtility: best.utility,
    throttling: toldThrottling(game, throttling, () => aloneOf(solution)),
    bounds: equilibrium.bounds,
    near: [
      ...(isMixed(ar, best.utility, chosen.utility) ? (['gap'] as const) : []),
      ...(isMixed(ar, best.cost, chosen.cost) ? (['regret'] as const) : []),
      ...(isGainNear(ar, throttling, equilibrium.chosen.cost) ? (['throttlingGain'] as const) : []),
    ],
    ties,
    orders,
    candidates: equilibrium.candidates.map((candidate) => candidateOf(solution, candidate)),
    flips: allFlips ? equilibrium.flips : null,
  }
}

/** Whether what slowing models down saves is a difference of doubles; `cost`: of the equilibrium, slowed or not. */
function isGainNear<N>(
  ar: Game<N>['arithmetic'],
  { action, gain }: Solution<N>['throttling'],
  cost: N,
): boolean {
  return action !== null && (isMixed(ar, action.candidate.cost, cost) || isMixed(ar, gain, cost))
}

/**
 * The numbers of a game solved by a closed form.
 *
 * @param regime signs of the net values of the one user
 * @param chosen what the provider announces, or the user picks, with the reply
 */
export function closedFormNumbers<N>(
  game: Game<N>,
  regime: string,
  chosen: Candidate<N>,
  { course, best, gap, regret, welfare }: Reckoning<N>,
  throttling: SolvedNumbers<N>['throttling'],
): SolvedNumbers<N> {
  const { arithmetic: ar, provider, chain, users } = game
  const choice = chain.chooser === 'user'
  return {
    game,
    case: regime,
    route: choice ? null : chosen.route,
    cascades: cascades(game, chosen),
    users: users.map(() => ({
      regime,
      reply: { kind: 'stationary', persistence: chosen.persistence },
      success: course.success,
      latency: course.latency,
      attempts: attemptsOf(game, course),
      utility: chosen.utility,
      route: choice ? chosen.route : null,
      best: { utility: best.utility, route: best.route },
      gap,
    })),
    provider: {
      cost: chosen.cost,
      serving: chosen.line.serving,
      loss: ar.mul(provider.penalty, chosen.line.loss),
      regret,
    },
    gap,
    throttling,
    welfare,
  }
}

/** Which models are enough to slow alone: found by search, as in any menu; none where inexact numbers leave it open. */
function aloneOf<N>({ game, base, throttling }: Solution<N>): readonly SlowedAlone<N>[] {
  const { arithmetic: ar, chain, provider } = game
  if (chain.chooser === 'user' || provider.ties === 'weak') return []
  try {
    const posed = pose(game)
    const { action } = throttling
    const all = action === null ? null : slowedAnnouncement(game, action.latencies, action.candidate.route)
    const gain = ar.toNumber(throttling.gain)
    return slowedAlone(posed, announce(posed, base.route), provider.throttle, all, gain, searchLimits({}))
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return []
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
