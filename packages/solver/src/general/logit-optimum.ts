import { compare, float, mapGame } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { bestReplies } from '../follower/general/best-replies.ts'
import { sumRatio } from '../follower/general/utility-ratio.ts'
import type { Route } from '../leader/equilibrium.ts'
import { latticeParts } from '../population/lattice.ts'
import { payoffs } from '../process/payoffs.ts'
import type { Process } from '../process/process.ts'
import type { SearchLimits, SearchResult } from '../search/branch-and-bound.ts'
import type { Interest } from '../search/player.ts'
import { announce, type Announcement } from './announce.ts'
import { logitBound } from './logit-bound.ts'
import { pose, type Posed } from './posed.ts'
import { searchProblem } from './problem.ts'

/** Routes of a menu with one variable, and with several, that are played from each start. */
const alongOne = 161
const alongSeveral = 400
const mostRefined = 6

/** The best route found against users who are not perfectly rational, and a bound that none can beat. */
interface LogitOptimum<N> {
  readonly announcement: Announcement<N>
  readonly lower: number
  readonly nodes: number
  readonly ended: SearchResult['ended']
}

/**
 * The route that is best for the provider, or for the users, where some user is not perfectly rational: her reply moves
 * smoothly with the route but for jumps, so that the routes of a fine lattice are played and the best of them improved step by
 * step, in doubles; then the best is played exactly. For two models and one user a branch and bound encloses the least
 * cost; elsewhere the bound is what the provider would pay if it chose the users' replies too.
 *
 * @throws Undecided where the arithmetic cannot tell which of two is better
 */
export function logitOptimum<N>(posed: Posed<N>, interest: Interest, limits: SearchLimits): LogitOptimum<N> {
  const { arithmetic: ar, chain } = posed.game
  const nearby = mapGame(posed.game, float, (n) => ar.toNumber(n))
  const { isRoute } = searchProblem(nearby)
  const float_ = pose(nearby)
  const value = (route: Route<number>): number => valueOf(float_, interest, route)
  const { variables } = nearby.chain
  const tried = chain.starts.flatMap((start) =>
    pointsOf(variables)
      .filter(isRoute)
      .map((variables) => ({ start, variables }))
      .map((route) => ({ route, value: value(route) })),
  )
  const good = tried.toSorted((one, other) => one.value - other.value).slice(0, mostRefined)
  const refined = good.map(({ route, value: from }) => improve(route, from, variables, isRoute, value))
  const [best] = refined.toSorted((one, other) => one.value - other.value)
  if (best === undefined) throw new TypeError('a menu without a route')
  const exact = (route: Route<number>): Announcement<N> =>
    announce(posed, {
      start: route.start,
      variables: route.variables.map((each, index) => settled(posed, index, each)),
    })
  const announcements = [best, ...good.slice(0, 1)].map(({ route }) => exact(route))
  const announcement = announcements.reduce((one, other) =>
    interest === 'provider' && compare(ar, other.cost, one.cost) < 0 ? other : one,
  )
  const cost = ar.toNumber(announcement.cost)
  // Of what users would rather have no bound is asked.
  if (interest === 'users') return { announcement, lower: -Infinity, nodes: 0, ended: 'tolerance' }
  const found = logitBound(nearby, cost, limits)
  return found === null
    ? { announcement, lower: Math.min(loosely(float_), cost), nodes: 0, ended: 'nodes' }
    : { announcement, ...found, lower: Math.min(found.lower, cost) }
}

/** A limit of the variable where the double is there; else the decimal of 15 digits. */
function settled<N>({ game: { arithmetic: ar, chain } }: Posed<N>, index: number, value: number): N {
  const variable = chain.variables[index]
  if (variable === undefined) throw new RangeError(`no variable ${String(index)}`)
  if (value - ar.toNumber(variable.low) < 1e-10) return variable.low
  if (ar.toNumber(variable.high) - value < 1e-10) return variable.high
  return ar.from(value.toPrecision(15))
}

type Limits = Posed<number>['game']['chain']['variables']

function pointsOf(limits: Limits): readonly (readonly number[])[] {
  if (limits.length === 0) return [[]]
  const count = limits.length === 1 ? alongOne : alongSeveral
  const parts = latticeParts(count, limits.length)
  const inner = Array.from({ length: count }, (_, i) =>
    limits.map(({ low, high }, j) => low + ((high - low) * (parts[j]?.[i] ?? 0)) / (count - 1)),
  )
  const corners = limits.map((_, j) => limits.map(({ low, high }, k) => (k === j ? high : low)))
  return [...inner, limits.map(({ low }) => low), ...corners]
}

function improve(
  route: Route<number>,
  from: number,
  limits: Limits,
  isRoute: (variables: readonly number[]) => boolean,
  value: (route: Route<number>) => number,
): { readonly route: Route<number>; readonly value: number } {
  let best = { route, value: from }
  for (let step = 1 / 64, left = 400; step > 1e-9 && left > 0; left--) {
    const before = best
    for (const [index, { low, high }] of limits.entries()) {
      for (const sign of [1, -1]) {
        const variables = best.route.variables.map((each, k) =>
          k === index ? Math.min(high, Math.max(low, each + sign * step * (high - low))) : each,
        )
        if (!isRoute(variables)) continue
        const tried = { start: route.start, variables }
        const found = value(tried)
        if (found < best.value) best = { route: tried, value: found }
      }
    }
    if (best === before) step /= 4
  }
  return best
}

/** The provider's cost of a route, or minus the users' utility, in doubles. */
function valueOf({ game, processes }: Posed<number>, interest: Interest, route: Route<number>): number {
  const transitions = transitionMatrix(game, route.variables)
  return processes.reduce((total, process, index) => {
    const weight = game.users[index]?.weight ?? 0
    const found =
      process.user.rationality === null
        ? bestReplies(process, transitions, route.start, game.provider.ties).payoffs
        : payoffs(process, transitions, route.start, {
            kind: 'stationary',
            persistence: nearReply(process, transitions, route.start, process.user.rationality),
          })
    return (
      total + weight * (interest === 'provider' ? (found.cost ?? Infinity) : -(found.utility ?? -Infinity))
    )
  }, 0)
}

const scan = 64

/** The logit reply in doubles: the first change of sign seen on a fine grid of the odds. */
function nearReply(
  process: Process<number>,
  transitions: readonly (readonly number[])[],
  start: number,
  rationality: number,
): number {
  const utility = sumRatio(process, transitions, start, ({ netValue }) => netValue)
  const failures = sumRatio(process, transitions, start, ({ failure }) => failure)
  const worth = (r: number): number => {
    const [n, d, m] = [at(utility.over, r), at(utility.under, r), at(failures.over, r)]
    const below = d * m
    return below === 0 ? 0 : (slopeAt(utility.over, r) * d - n * slopeAt(utility.under, r)) / below
  }
  const half = worth(0.5)
  if (half === 0) return 0.5
  const side = half > 0 ? 1 : -1
  const persistence = (x: number): number => 1 / (1 + Math.exp(-side * x))
  const excess = (x: number): number => side * rationality * worth(persistence(x)) - x
  let [low, high] = [0, 700]
  for (let k = 1; k <= scan; k++) {
    const x = 700 * (k / scan) ** 4
    if (excess(x) <= 0) {
      high = x
      break
    }
    low = x
  }
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return persistence(high)
}

function at(p: readonly number[], x: number): number {
  return p.reduceRight((value, a) => value * x + a, 0)
}

function slopeAt(p: readonly number[], x: number): number {
  return p.reduceRight((value, a, i) => (i === 0 ? value : value * x + i * a), 0)
}

/** What the provider would pay if it chose users' replies too, attempt by attempt: less than any route costs. */
function loosely({ game, processes }: Posed<number>): number {
  return processes.reduce((total, { kinds, penalty }, index) => {
    const cheapest = kinds.reduce((sum, { weight, stages }) => {
      const starting = (stages[0] ?? []).map(({ netCost }) => netCost)
      // With `m = min η/p < 0`, `v = η + a min(0, v) >= p m + a m`.
      const gains = stages.flat().flatMap(({ netCost, success }) => (netCost < 0 ? [netCost / success] : []))
      return sum + weight * Math.min(...starting, ...gains)
    }, 0)
    return total + (game.users[index]?.weight ?? 0) * (penalty + cheapest)
  }, 0)
}
