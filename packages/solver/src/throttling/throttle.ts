import { float, mapGame, type Game } from '@plumbline/game'
import { costAt } from '../base/outcome.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Candidate, Equilibrium } from '../leader/equilibrium.ts'
import type { LeaderProblem } from '../leader/leader-problem.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { chosenOffer, settle, solveOffers } from '../leader/solve-offers.ts'
import { difference } from '../misalignment/difference.ts'
import { extendedProblem } from './extended-problem.ts'
import { latencyFor, slowableStates } from './floors.ts'
import { profitablePenalties, type PenaltyRange } from './profitable-penalties.ts'
import { searchPenalties } from './profitable-search.ts'
import { slowedReplies, type SlowedReplies } from './slowed-replies.ts'
import type { Slowed } from './slowed.ts'

/** What slowing models down would do for the provider, and to the user. */
export interface Throttling<N> {
  /** Whether it costs the provider strictly less. */
  readonly pays: boolean
  /** What the provider saves by it. */
  readonly gain: N
  /** What the user loses by it; below 0 where she is better off. */
  readonly harm: N
  /** What is done, and all latencies by state of the chain; null where it does not pay. */
  readonly action: ThrottlingAction<N> | null
  /** Churn penalties for which it pays, ascending. */
  readonly ranges: readonly PenaltyRange<N>[]
  /** Of these the one that holds the penalty, else the first; null for none. */
  readonly range: PenaltyRange<N> | null
  /** The equilibrium of the game in which the provider may do it. */
  readonly equilibrium: Equilibrium<N>
  /** Every reply that slowing brings about, at this penalty. */
  readonly slowed: readonly Slowed<N>[]
  /** At other penalties there may be further ones, so that flips among these are not all. */
  readonly bounded: boolean
}

export interface ThrottlingAction<N> {
  readonly candidate: Candidate<N>
  readonly slowed: Slowed<N>
  /** By state; with ties against the provider the latencies must be above the least by anything. */
  readonly latencies: readonly N[]
}

/**
 * Whether slowing models down pays, by how much, what it does to the user, the least latencies that do it with
 * the announcement that harms her least, and the churn penalties between which it pays. (Mahmood, arXiv
 * 2602.09902, Prop. 2, for two models worth the wait in its order; here for any.)
 *
 * @param problem the provider's problem as things are, with its solution `base`
 * @throws Undecided where the arithmetic cannot tell which is less
 */
export function throttle<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  base: Equilibrium<N>,
  ceiling: N | null,
): Throttling<N> {
  const replies = slowedReplies(game, ceiling)
  const slowed = [...replies.lines, ...replies.between]
  const ranges = penaltyRanges(game, problem, replies, ceiling)
  const range = rangeAt(game, ranges)
  const common = { ranges, range, slowed, bounded: replies.bounded }
  if (slowed.length === 0) return { ...common, ...idle(game), equilibrium: base }
  const found = { ...solveOffers(extendedProblem(game, problem, slowed)), concept: base.concept }
  const slowing = slowingTo(game, slowed, base.chosen, found.chosen, ceiling)
  if (slowing.pays) return { ...common, ...slowing, equilibrium: found }
  const equilibrium = ceiling === null ? base : asItWas(found, base, slowedBy(slowed, found.chosen))
  return { ...common, ...slowing, equilibrium }
}

/** What slowing models down comes to at the penalty of the game, and nothing of other penalties. */
export interface Slowing<N> extends SlowingEffects<N> {
  /** What the provider announces where it may do it. */
  readonly chosen: Candidate<N>
  readonly replies: SlowedReplies<N>
}

/** {@link throttle} without the penalties between which it pays, and without what else was in question. */
export function slowingAt<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  base: Candidate<N>,
  ceiling: N | null,
): Slowing<N> {
  const replies = slowedReplies(game, ceiling)
  const slowed = [...replies.lines, ...replies.between]
  if (slowed.length === 0) return { ...idle(game), chosen: base, replies }
  const found = chosenOffer(extendedProblem(game, problem, slowed))
  const slowing = slowingTo(game, slowed, base, found, ceiling)
  const stays = !slowing.pays && (ceiling === null || slowedBy(slowed, found) !== null)
  return { ...slowing, chosen: stays ? base : found, replies }
}

type SlowingEffects<N> = Pick<Throttling<N>, 'pays' | 'gain' | 'harm' | 'action'>

function idle<N>({ arithmetic: ar }: Game<N>): SlowingEffects<N> {
  return { pays: false, gain: ar.from(0), harm: ar.from(0), action: null }
}

/** @param found what the provider would announce if it might slow models down */
function slowingTo<N>(
  game: Game<N>,
  slowed: readonly Slowed<N>[],
  base: Candidate<N>,
  found: Candidate<N>,
  ceiling: N | null,
): SlowingEffects<N> {
  const { arithmetic: ar } = game
  const done = slowedBy(slowed, found)
  if (done === null || compareCosts(ar, found.cost, base.cost) >= 0) return idle(game)
  const [user] = game.users
  if (user === undefined) throw new TypeError('a game without users')
  return {
    pays: true,
    gain: difference(ar, base.cost, found.cost),
    harm: difference(ar, base.utility, found.utility),
    action: {
      candidate: found,
      slowed: done,
      latencies: slowableStates(game, ceiling).map(({ attempt }, state) =>
        latencyFor(ar, attempt, done.netValues[state] ?? attempt.netValue, user.patience),
      ),
    },
  }
}

/** The slowed reply that a candidate is; null for one as things are. */
function slowedBy<N>(slowed: readonly Slowed<N>[], { line }: Candidate<N>): Slowed<N> | null {
  return slowed.find(({ option }) => option.line === line) ?? null
}

/** The churn penalties between which slowing pays, ascending. */
export function penaltyRanges<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  { lines, bounded }: SlowedReplies<N>,
  ceiling: N | null,
): readonly PenaltyRange<N>[] {
  return bounded ? searched(game, ceiling) : linear(game, problem, lines)
}

/** Of ranges of the penalty the one that holds the game's own, else the first; null for none. */
export function rangeAt<N>(game: Game<N>, ranges: readonly PenaltyRange<N>[]): PenaltyRange<N> | null {
  return ranges.find((each) => holds(game, each, game.provider.penalty)) ?? ranges[0] ?? null
}

/** The extended equilibrium, on the announcement that slows nothing where another costs the same. */
function asItWas<N>(found: Equilibrium<N>, base: Equilibrium<N>, done: Slowed<N> | null): Equilibrium<N> {
  if (done === null) return found
  const { candidates, flips } = found
  const chosen = candidates.find(({ id, line }) => id === base.chosen.id && line === base.chosen.line)
  return chosen === undefined ? base : { ...base, chosen, candidates, flips }
}

function holds<N>({ arithmetic: ar }: Game<N>, { from, to }: PenaltyRange<N>, penalty: N): boolean {
  return compareCosts(ar, from, penalty) <= 0 && (to === null || compareCosts(ar, penalty, to) <= 0)
}

function linear<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  lines: readonly Slowed<N>[],
): readonly PenaltyRange<N>[] {
  const { ties } = problem
  const before = extendedProblem(game, problem, []).offers(ties)
  const after = extendedProblem(game, problem, lines).offers(ties)
  return profitablePenalties(problem.arithmetic, before, after.slice(before.length), ties)
}

/** In doubles: between the limits of an escalation the cost is no line in the penalty. */
function searched<N>(game: Game<N>, ceiling: N | null): readonly PenaltyRange<N>[] {
  const { arithmetic: ar } = game
  const nearby = mapGame(game, float, (x) => ar.toNumber(x))
  const most = ceiling === null ? null : ar.toNumber(ceiling)
  const paysAt = (penalty: number): boolean => {
    const at = { ...nearby, provider: { ...nearby.provider, penalty } }
    const posed = poseProblem(at)
    if (!posed.ok) return false
    const { ties } = posed.problem
    const asItIs = settle(posed.problem, ties).choice.chosen.cost
    const { lines, between } = slowedReplies(at, most)
    return [...lines, ...between].some(({ option }) => {
      const cost = costAt({ arithmetic: float }, option.line, penalty)
      return cost < asItIs - 1e-12 * Math.abs(asItIs)
    })
  }
  // Where numbers of very unlike size leave doubles nothing to tell, it is taken not to.
  const pays = (penalty: number): boolean => {
    try {
      return paysAt(penalty)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return false
    }
  }
  const scale = Math.max(...nearby.models.map(({ cost, success }) => cost / success), Number.MIN_VALUE)
  return searchPenalties(pays, scale, [nearby.provider.penalty]).map(({ from, to }) => {
    return { from: ar.from(from), to: to === null ? null : ar.from(to) }
  })
}
