import { compare, float, mapGame } from '@plumbline/game'
import { announce, type Announcement } from '../../general/announce.ts'
import { exactRoutes } from '../../general/exact-routes.ts'
import { utilityOf } from '../../general/optimum.ts'
import { pose, type Posed } from '../../general/posed.ts'
import { slowedProblem } from '../../general/problem.ts'
import { branchAndBound, type SearchLimits, type SearchResult } from '../../search/branch-and-bound.ts'
import type { Incumbent } from '../../search/search-problem.ts'
import { delayAt } from '../../search/slowing.ts'
import { leastDelays } from './least-delays.ts'
import { leastOfAll } from './least-of-all.ts'
import { slowedGame, type DelayLimits } from './delays.ts'
import { exactDelays } from './exact-delays.ts'
import type { SlowedAnnouncement } from './slowed-announcement.ts'
import { slowedRoutes } from './slowed-routes.ts'

/** The provider's optimum where it may slow models down. */
export interface SlowedOptimum<N> {
  /** Null where none that was found is cheaper than what can be had without slowing. */
  readonly best: SlowedAnnouncement<N> | null
  /** No route and no latencies cost less. */
  readonly lower: number
  readonly ended: SearchResult['ended']
  /** Boxes that were looked at. */
  readonly nodes: number
}

/** Announcements as cheap as the best by this much, relative, are looked at exactly. */
const close = 1e-9
const most = 8

/**
 * The provider's least cost over routes and latencies together, by branch and bound over both, and the least latencies that
 * attain it. Latencies stand in no cost: they choose among the users' replies.
 *
 * @param base the provider's optimum with nothing slowed
 * @param models those that may be slowed down
 * @param least whether the least latencies are wanted, those that harm users least; else any that attain the cost
 */
export function slowedOptimum<N>(
  posed: Posed<N>,
  base: Announcement<N>,
  limits: DelayLimits<N>,
  models: readonly number[],
  search: SearchLimits,
  least = true,
): SlowedOptimum<N> {
  const { game } = posed
  const { arithmetic: ar } = game
  const cost = ar.toNumber(base.cost)
  const nearby = mapGame(game, float, (n) => ar.toNumber(n))
  const floor = leastOfAll(nearby)
  const spare = search.tolerance * Math.abs(cost)
  if (models.length === 0 || floor >= cost - Math.min(spare, 1e-12 * Math.abs(cost))) {
    return { best: null, lower: Math.max(floor, Math.min(cost, floor + spare)), ended: 'tolerance', nodes: 0 }
  }
  const units = unitsOf(nearby, limits, (n) => ar.toNumber(n))
  const bounded = limits.some((limit) => limit !== null)
  const problem = slowedProblem(nearby, {
    most: nearby.chain.states.map(({ model }) => (models.includes(model) ? (units[model] ?? 0) : 0)),
    bounded,
  })
  const places = delayedModels(nearby, models)
  const first = {
    start: base.route.start,
    variables: [...base.route.variables.map((n) => ar.toNumber(n)), ...places.map(() => 0)],
  }
  const tried = [first, ...slowedRoutes(problem, nearby.chain.variables.length, bounded)]
  const { best, lower, ended, nodes, played } = branchAndBound(problem, tried, search)
  const good = distinct([best, ...played], nearby.chain.variables.length)
    .filter(
      (each) =>
        each.cost < cost && each.cost - best.cost <= close * Math.max(Math.abs(best.cost), Math.abs(cost)),
    )
    .slice(0, least ? most : 1)
  const found = good.flatMap((each) => exactly(posed, each, best.cost, { limits, places, units, bounded }))
  return { best: leastOf(posed, base, found, least), lower, ended, nodes }
}

/** At most two of those that slow the same models of the same start. */
function distinct(all: readonly Incumbent[], count: number): readonly Incumbent[] {
  const seen = new Map<string, number>()
  return all.filter(({ start, variables }) => {
    const key = [start, ...variables.slice(count).map((share) => Number(share > 0))].join()
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return times < 2
  })
}

interface Scale<N> {
  readonly limits: DelayLimits<N>
  /** The models that the variables behind those of the menu slow down. */
  readonly places: readonly number[]
  readonly units: readonly number[]
  readonly bounded: boolean
}

/** In the order of their variables. */
function delayedModels({ chain }: Posed<number>['game'], models: readonly number[]): readonly number[] {
  return [...new Set(chain.states.flatMap(({ model }) => (models.includes(model) ? [model] : [])))]
}

/** By model: the greatest delay or, without a ceiling, one that makes every attempt worthless to everybody. */
function unitsOf<N>(
  { users, models }: Posed<number>['game'],
  limits: DelayLimits<N>,
  toNumber: (n: N) => number,
): readonly number[] {
  const longest = Math.max(0, ...users.map(({ value, patience }) => (patience > 0 ? value / patience : 0)))
  return models.map(({ latency }, index) => {
    const limit = limits[index]
    if (limit !== null && limit !== undefined) return toNumber(limit)
    return longest > 0 ? longest : latency > 0 ? latency : 1
  })
}

/** The cheapest announcement in exact numbers that one in doubles may stand for. */
function exactly<N>(
  posed: Posed<N>,
  { start, variables }: Incumbent,
  expected: number,
  { limits, places, units, bounded }: Scale<N>,
): readonly SlowedAnnouncement<N>[] {
  const { game } = posed
  const { arithmetic: ar } = game
  const count = game.chain.variables.length
  const shares = places.map((_, index) => variables[count + index] ?? 0)
  const wanted = game.models.map((_, model) => {
    const at = places.indexOf(model)
    return at < 0 ? 0 : delayAt(shares[at] ?? 0, bounded) * (units[model] ?? 0)
  })
  let best: SlowedAnnouncement<N> | null = null
  const route = { start, variables: variables.slice(0, count) }
  for (const delays of exactDelays(posed, route, wanted, limits)) {
    const slowed = pose(slowedGame(game, delays))
    for (const exact of exactRoutes(slowed, route)) {
      const announcement = announce(slowed, exact)
      if (best === null || compare(ar, announcement.cost, best.announcement.cost) < 0) {
        best = { delays, posed: slowed, announcement }
      }
      if (ar.toNumber(best.announcement.cost) <= expected + 1e-10 * Math.abs(expected)) return [best]
    }
  }
  return best === null ? [] : [best]
}

/** Of the cheapest announcements, with the least delays that they need, the one that is best for the users. */
function leastOf<N>(
  posed: Posed<N>,
  base: Announcement<N>,
  found: readonly SlowedAnnouncement<N>[],
  least: boolean,
): SlowedAnnouncement<N> | null {
  const { arithmetic: ar } = posed.game
  const [cheapest] = found.toSorted((one, other) =>
    compare(ar, one.announcement.cost, other.announcement.cost),
  )
  if (cheapest === undefined || compare(ar, cheapest.announcement.cost, base.cost) >= 0) return null
  if (!least) return cheapest
  const { cost } = cheapest.announcement
  const equal = found.filter(({ announcement }) => compare(ar, announcement.cost, cost) === 0)
  const narrowed = equal.map((each) => leastDelays(posed, each))
  const utility = ({ posed: { game }, announcement }: SlowedAnnouncement<N>): N =>
    utilityOf(game, announcement.replies)
  const slowed = ({ delays }: SlowedAnnouncement<N>): number =>
    delays.filter((delay) => ar.sign(delay) > 0).length
  const chosen = narrowed.reduce((one, other) => {
    const order = compare(ar, utility(other), utility(one))
    return order > 0 || (order === 0 && slowed(other) < slowed(one)) ? other : one
  })
  return slowed(chosen) === 0 ? null : chosen
}
