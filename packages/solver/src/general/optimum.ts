import { compare, float, mapGame } from '@plumbline/game'
import type { Route } from '../leader/equilibrium.ts'
import { branchAndBound, type SearchLimits, type SearchResult } from '../search/branch-and-bound.ts'
import type { Interest } from '../search/player.ts'
import { costOf, type SearchProblem } from '../search/search-problem.ts'
import { announce, weighted, type Announcement } from './announce.ts'
import { exactRoutes } from './exact-routes.ts'
import { logitOptimum } from './logit-optimum.ts'
import { pose, type Posed } from './posed.ts'
import { searchProblem } from './problem.ts'
import { simpleRoutes, type FloatRoute } from './simple-routes.ts'
import { stayingThresholds } from './thresholds.ts'

/** The best route found, in the game's own numbers, and a bound that no route can beat. */
export interface Optimum<N> {
  readonly announcement: Announcement<N>
  /** Nothing is less than this: the cost for the provider, or minus the utility for the users. */
  readonly lower: number
  readonly ended: SearchResult['ended']
  readonly nodes: number
}

/** Routes as good as the best by this much, relative, are looked at exactly. */
const close = 1e-9
const most = 12
/** Cheapest corners from which a single variable is moved to a threshold. */
const mostCornersMoved = 12

/**
 * The route that is best for the provider, or for the users, among all that the menu allows: a branch and bound in
 * doubles, begun at the simple routes, whose best routes are then played in exact numbers.
 *
 * @throws Undecided where the arithmetic cannot tell which of two is better
 */
export function optimum<N>(posed: Posed<N>, interest: Interest, limits: SearchLimits): Optimum<N> {
  if (posed.game.users.some(({ rationality }) => rationality !== null)) {
    return logitOptimum(posed, interest, limits)
  }
  const { arithmetic: ar } = posed.game
  const nearby = mapGame(posed.game, float, (n) => ar.toNumber(n))
  const problem = searchProblem(nearby, interest)
  const tried = firstRoutes(pose(nearby), problem)
  const { best, lower, ended, nodes, played } = branchAndBound(problem, tried, limits)
  const good = [best, ...played]
    .filter(({ cost }) => cost - best.cost <= close * Math.max(Math.abs(best.cost), Math.abs(lower)))
    .slice(0, most)
  const order = comparison<N>(posed, interest)
  const announcements = good.map((route) => bestNear(posed, route, best.cost, interest))
  const announcement = announcements.reduce((one, other) => (order(other, one) < 0 ? other : one))
  return { announcement, lower, ended, nodes }
}

function firstRoutes(posed: Posed<number>, problem: SearchProblem): readonly FloatRoute[] {
  const simple = simpleRoutes(problem)
  const { variables } = posed.game.chain
  const cheapest = simple
    .map((route) => ({ route, cost: costOf(problem, route) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, mostCornersMoved)
  const single = cheapest.flatMap(({ route }) =>
    variables.flatMap((_, index) =>
      thresholdsOf(posed, route, index).map((value) => {
        return { ...route, variables: route.variables.map((each, at) => (at === index ? value : each)) }
      }),
    ),
  )
  return [...simple, ...single.filter((route) => problem.isRoute(route.variables))]
}

function thresholdsOf(posed: Posed<number>, route: Route<number>, index: number): readonly number[] {
  try {
    return stayingThresholds(posed, route, index)
  } catch (error) {
    // Where doubles cannot tell a determinant from 0 there is no threshold to try.
    if (!(error instanceof RangeError)) throw error
    return []
  }
}

/** The best of the exact routes that one in doubles may stand for: the first that is as good as the doubles say. */
function bestNear<N>(
  posed: Posed<N>,
  route: FloatRoute,
  expected: number,
  interest: Interest,
): Announcement<N> {
  const order = comparison<N>(posed, interest)
  let best: Announcement<N> | null = null
  for (const exact of exactRoutes(posed, route)) {
    const found = announce(posed, exact)
    if (best === null || order(found, best) < 0) best = found
    const value = posed.game.arithmetic.toNumber(objective(posed, interest, best))
    if (value <= expected + 1e-10 * Math.abs(expected)) break
  }
  if (best === null) throw new TypeError('a route without an exact one near it')
  return best
}

/** What is made least: the provider's cost, or minus the users' utility. */
function objective<N>({ game }: Posed<N>, interest: Interest, { cost, replies }: Announcement<N>): N {
  if (interest === 'provider') return cost
  return game.arithmetic.neg(utilityOf(game, replies))
}

/** The users' utility, weighted. */
export function utilityOf<N>(game: Posed<N>['game'], replies: Announcement<N>['replies']): N {
  return weighted(game, (_, index) => {
    const reply = replies[index]
    if (reply === undefined) throw new RangeError(`no user ${String(index)}`)
    return reply.utility
  })
}

/**
 * The better of two announcements for a side; what is equally good for it, by the other side's interest; then the earlier
 * start, and the lesser escalations.
 */
function comparison<N>(
  posed: Posed<N>,
  interest: Interest,
): (one: Announcement<N>, other: Announcement<N>) => number {
  const { arithmetic: ar } = posed.game
  const second: Interest = interest === 'provider' ? 'users' : 'provider'
  return (one, other) => {
    for (const side of [interest, second]) {
      const sign = compare(ar, objective(posed, side, one), objective(posed, side, other))
      if (sign !== 0) return sign
    }
    if (one.route.start !== other.route.start) return one.route.start - other.route.start
    for (const [index, value] of one.route.variables.entries()) {
      const against = other.route.variables[index]
      const sign = against === undefined ? 0 : compare(ar, value, against)
      if (sign !== 0) return sign
    }
    return 0
  }
}
