import { Heap } from './heap.ts'
import { improved, restored } from './improve.ts'
import { branch, rootNodes, type Node } from './node.ts'
import { costOf, type Incumbent, type SearchProblem } from './search-problem.ts'
import { centreOf } from './side.ts'

/** When to stop. */
export interface SearchLimits {
  /** Of `upper - lower`, relative to `|upper|`. */
  readonly tolerance: number
  readonly nodes: number
  /** Milliseconds. */
  readonly time: number
  readonly now: () => number
  /** By `now`: what searches that belong together count their time from. */
  readonly began: number
  /** Asked now and then; the best so far is returned when it says yes. */
  readonly cancelled?: () => boolean
  readonly progress?: (state: SearchState) => void
}

/** How far a search has come. */
export interface SearchState {
  readonly nodes: number
  readonly lower: number
  readonly upper: number
}

/** What a search has found. */
export interface SearchResult extends SearchState {
  readonly best: Incumbent
  /** What was tried to begin with, the cheapest first. */
  readonly played: readonly Incumbent[]
  /** Why it ended. */
  readonly ended: 'tolerance' | 'nodes' | 'time' | 'cancelled'
}

/**
 * The provider's least cost over all routes, each answered by the users' best replies (ties in the provider's
 * favour), by best-first branch and bound: boxes of routes with cells of replies, bounded from below by Lagrangian
 * duality; from above by routes played: those of the beginning, those at which a bound would be attained, and the boxes'
 * centres.
 *
 * @param tried routes to begin with: the simple ones are usually optimal, and then only the bound remains
 */
export function branchAndBound(
  problem: SearchProblem,
  tried: readonly Omit<Incumbent, 'cost'>[],
  limits: SearchLimits,
): SearchResult {
  const { players, starts, box } = problem
  const played = tried
    .map((route) => ({ ...route, cost: costOf(problem, route) }))
    .toSorted((one, other) => one.cost - other.cost)
  let best: Incumbent | null = played[0] ?? null
  const take = (found: Incumbent): void => {
    if (best === null || found.cost < best.cost) best = improved(problem, found)
  }
  const tryRoutes = (node: Node): void => {
    const { start, sides } = node
    const centre = centreOf(node.box)
    if (problem.isRoute(centre)) {
      take({
        start,
        variables: centre,
        cost: sides.reduce((total, { player, play }) => total + player.weight * play.cost, 0),
      })
    }
    for (const { cells } of sides.slice(0, mostAsked)) {
      const [decisive] = cells
      if (decisive === undefined || decisive.route === null || !problem.isRoute(decisive.route)) continue
      const variables = restored(problem, start, decisive.route, sides)
      take({ start, variables, cost: costOf(problem, { start, variables }) })
    }
  }
  const queue = new Heap<Node>((a, b) => a.bound - b.bound)
  for (const start of starts) {
    for (const root of rootNodes(players, start, box, best?.cost ?? Infinity)) {
      if (root.bound === Infinity || (best !== null && root.bound >= best.cost)) continue
      tryRoutes(root)
      queue.push(root)
    }
  }
  let nodes = starts.length
  let closed = Infinity
  for (;;) {
    const node = queue.pop()
    const upper: number = best === null ? Infinity : best.cost
    const lower = Math.min(node?.bound ?? Infinity, closed, upper)
    const state = { nodes, lower, upper }
    const ended = endOf(state, limits)
    if (best !== null && (node === undefined || ended !== null)) {
      return { ...state, best, played, ended: ended ?? 'tolerance' }
    }
    if (node === undefined) throw new TypeError('a menu without a route')
    limits.progress?.(state)
    const parts = branch(node, upper)
    if (parts === null) closed = Math.min(closed, node.bound)
    for (const part of parts ?? []) {
      nodes++
      if (part.bound === Infinity || part.bound >= upper) continue
      tryRoutes(part)
      queue.push(part)
    }
  }
}

/** Users whose bounds are asked for a route. */
const mostAsked = 3

/** Why a search ends in a state; null where it goes on. */
export function endOf(
  { lower, upper, nodes }: SearchState,
  { tolerance, nodes: most, time, now, began, cancelled }: SearchLimits,
): SearchResult['ended'] | null {
  if (upper - lower <= tolerance * Math.abs(upper)) return 'tolerance'
  if (nodes >= most) return 'nodes'
  if (now() - began > time) return 'time'
  return cancelled?.() === true ? 'cancelled' : null
}
