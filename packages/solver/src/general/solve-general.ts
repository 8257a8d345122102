import type { GameInstance } from '@plumbline/game'
import type { NearNumber, SolvedGame, SolvedUser } from '../document/solved.ts'
import type { BestReplies } from '../follower/general/best-replies.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { weighted, type Announcement } from './announce.ts'
import { candidates } from './candidates.ts'
import { optimum, utilityOf } from './optimum.ts'
import { alone, type Posed } from './posed.ts'
import { orders, regimeOf, shares } from './reading.ts'

/**
 * The equilibrium of any game that a provider announces a route in, by branch and bound: any menu, several users, hidden
 * kinds of task, success by attempt, users who see more than failures or have an outside option.
 *
 * The route, the replies to it and all that they come to are exact; that no route costs the provider less than
 * `bounds.lower` is what the search has shown.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveGeneral<N>(
  posed: Posed<N>,
  { units }: Pick<GameInstance, 'units'>,
  limits: SearchLimits,
): SolvedGame<N> {
  const { game } = posed
  const { arithmetic: ar, users, provider } = game
  const found = optimum(posed, 'provider', { ...limits, time: limits.time * share })
  const { announcement } = found
  const { route, replies, cost } = announcement
  const best = users.map((_, index) => optimum(alone(posed, index), 'users', limits).announcement)
  const preferred = users.length === 1 ? best[0] : optimum(posed, 'users', limits).announcement
  const solvedUsers = users.map((_, index) => solvedUser(posed, index, replies[index], bestOf(best[index])))
  const utility = utilityOf(game, replies)
  const bestUtility = weighted(game, (_, index) => solvedUsers[index]?.best.utility ?? ar.from(0))
  return {
    game,
    concept: provider.ties === 'strong' ? 'strong-stackelberg' : 'weak-stackelberg',
    case: [...new Set(solvedUsers.map(({ regime }) => regime))].join(' '),
    route,
    escalationSet: null,
    cascades: movesOn(posed, announcement),
    users: solvedUsers,
    provider: {
      cost,
      ...shares(posed, announcement),
      regret: atLeastZero(posed, ar.sub(preferred?.cost ?? cost, cost)),
    },
    gap: weighted(game, (_, index) => solvedUsers[index]?.gap ?? ar.from(0)),
    bestUtility,
    throttling: null,
    welfare: units.cost === units.utility ? ar.sub(utility, cost) : null,
    bounds: {
      lower: ar.from(Math.min(found.lower, ar.toNumber(cost))),
      upper: cost,
      method: 'branch-and-bound',
      tolerance: limits.tolerance,
      ...(found.ended === 'tolerance' ? {} : { ended: found.ended }),
    },
    near: nearNumbers(replies, [...best, preferred ?? announcement]),
    ties: null,
    orders: orders(posed),
    candidates: candidates(posed, announcement),
    flips: null,
  }
}

/**
 * What is only near where a best reply is: a root of a polynomial that is known to many digits.
 *
 * @param replies to the announced route
 * @param favourites routes that users would rather have
 */
export function nearNumbers<N>(
  replies: readonly BestReplies<N>[],
  favourites: readonly Announcement<N>[],
): readonly NearNumber[] {
  if (!replies.every(({ exact }) => exact)) return ['cost', 'utility', 'gap', 'regret']
  const isKnown = favourites.every((favourite) => favourite.replies.every(({ exact }) => exact))
  return isKnown ? [] : ['gap', 'regret']
}

/** Of the time, for the provider's optimum; the rest is for what users would rather have. */
const share = 0.7

/** What a user would rather have. */
function bestOf<N>(best: Announcement<N> | undefined): SolvedUser<N>['best'] {
  const [own] = best?.replies ?? []
  if (best === undefined || own === undefined) throw new TypeError('an announcement to nobody')
  return { utility: own.utility, route: best.route }
}

/**
 * One user's answer to what is announced, beside what she would rather have.
 *
 * @param posed the game as it is played, slowed where it is
 * @param best her own optimum
 */
export function solvedUser<N>(
  posed: Posed<N>,
  index: number,
  replies: BestReplies<N> | undefined,
  best: SolvedUser<N>['best'],
): SolvedUser<N> {
  const { arithmetic: ar } = posed.game
  if (replies === undefined) throw new RangeError(`no user ${String(index)}`)
  const { success, latency, total } = replies.payoffs
  const gap = ar.sub(best.utility, replies.utility)
  // What the search took for best may miss the best by its tolerance, and so be no better than what is announced.
  const missed = ar.sign(gap) < 0
  return {
    regime: regimeOf(posed.game, index),
    reply: whereMet(posed, replies),
    persistenceSet: replies.persistenceSet,
    success,
    latency,
    attempts: total,
    utility: replies.utility,
    route: null,
    best: { utility: missed ? replies.utility : best.utility, route: best.route },
    gap: missed ? ar.from(0) : gap,
    population: null,
  }
}

/** The reply without what it says of states that are never met. */
export function whereMet<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  { chosen, payoffs }: BestReplies<N>,
): SolvedUser<N>['reply'] {
  if (chosen.kind !== 'by-state') return chosen
  const persistence = chosen.persistence.map((each, state) => {
    const expected = payoffs.attempts?.[state]
    return expected !== undefined && ar.sign(expected) === 0 ? null : each
  })
  return { kind: 'by-state', persistence }
}

/** Whether some user comes to a state other than the first. */
export function movesOn<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  { route, replies }: Announcement<N>,
): boolean {
  return replies.some(({ payoffs }) =>
    (payoffs.attempts ?? []).some((expected, state) => state !== route.start && ar.sign(expected) > 0),
  )
}

function atLeastZero<N>({ game: { arithmetic: ar } }: Posed<N>, value: N): N {
  return ar.sign(value) < 0 ? ar.from(0) : value
}
