import { simpleRoutes, type FloatRoute } from '../../general/simple-routes.ts'
import { utilityAt } from '../../search/play.ts'
import type { Cell } from '../../search/cell.ts'
import type { Player } from '../../search/player.ts'
import type { SearchProblem } from '../../search/search-problem.ts'
import { delayAt, shareOf } from '../../search/slowing.ts'

/** Routes without chance, from each start, that are slowed in every way. */
const mostRoutes = 8
/** Models up to which all sets of them are slowed together. */
const mostTogether = 4
/** Users whose indifference is tried. */
const mostUsers = 8

/**
 * Routes to begin a search over latencies with: those without chance, each with sets of models slowed as far as they can
 * be, and with single models slowed until some user would as soon leave at once, or not begin.
 *
 * @param count how many of the variables are the menu's own
 */
export function slowedRoutes(problem: SearchProblem, count: number, bounded: boolean): readonly FloatRoute[] {
  const { starts, box, players } = problem
  const delays = box.low.slice(count).map((_, index) => count + index)
  const own = { low: box.low.slice(0, count), high: box.high.slice(0, count) }
  const simple = simpleRoutes({ ...problem, box: own })
  const kept = starts.flatMap((start) => simple.filter((route) => route.start === start).slice(0, mostRoutes))
  const sets = delays.length <= mostTogether ? subsets(delays) : [...delays.map((each) => [each]), delays]
  const plain = kept.map(({ start, variables }) => {
    return { start, variables: [...variables, ...delays.map(() => 0)] }
  })
  const whole = plain.flatMap((route) => sets.map((set) => withShares(route, set, 1)))
  const single = plain.flatMap((route) =>
    delays.flatMap((place) =>
      players
        .slice(0, mostUsers)
        .flatMap((player) => turning(player, route, place, bounded))
        .map((share) => withShares(route, [place], share)),
    ),
  )
  return [...plain, ...whole, ...single]
}

function withShares({ start, variables }: FloatRoute, places: readonly number[], share: number): FloatRoute {
  return { start, variables: variables.map((each, index) => (places.includes(index) ? share : each)) }
}

function subsets(items: readonly number[]): readonly (readonly number[])[] {
  const all = items.reduce<readonly (readonly number[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  )
  return all.slice(1)
}

/** Shares of the way at which a user who never leaves is as well off as one who leaves at once, or who does not begin. */
function turning(player: Player, route: FloatRoute, place: number, bounded: boolean): readonly number[] {
  const half = bounded ? 1 : 0.5
  const slower = withShares(route, [place], half)
  const lines = fixed(player).map((reply) => {
    const at = utilityAt(player, route.variables, route.start, reply)
    return { at, fall: at - utilityAt(player, slower.variables, route.start, reply) }
  })
  return lines.flatMap((one, index) =>
    lines.slice(index + 1).flatMap((other) => {
      const delay = (one.at - other.at) / (one.fall - other.fall)
      if (!(delay > 0 && Number.isFinite(delay))) return []
      const share = shareOf(delay * delayAt(half, bounded), bounded)
      return share < 1 ? [share] : []
    }),
  )
}

function fixed({ sees, states, outside }: Player): readonly Cell[] {
  const each = (r: number): Cell => {
    if (sees === 'nothing') return { kind: 'persistence', low: r, high: r }
    if (sees === 'attempts') return r === 0 ? { kind: 'leaves-after', failures: 1 } : { kind: 'never-leaves' }
    const all = Array.from({ length: states }, () => r)
    return { kind: 'by-state', low: all, high: all }
  }
  return [...(outside === null ? [] : [{ kind: 'outside' } as const]), each(0), each(1)]
}
