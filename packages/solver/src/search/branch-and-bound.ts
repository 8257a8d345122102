import { Heap } from './heap.ts'
import type { Box } from './box.ts'
import { branch, rootNode, type Node } from './node.ts'
import { playAt } from './play.ts'
import type { Player } from './player.ts'

/** The leader's problem in floats. */
export interface SearchProblem {
  readonly players: readonly Player[]
  readonly starts: readonly number[]
  readonly box: Box
  /** Whether the transitions are probabilities at these values. */
  readonly isRoute: (variables: readonly number[]) => boolean
}

/** A route and what it costs the provider. */
export interface Incumbent {
  readonly start: number
  readonly variables: readonly number[]
  readonly cost: number
}

/** When to stop. */
export interface SearchLimits {
  /** Of `upper - lower`, relative to `max(|upper|, floor)`. */
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
 * duality, and routes played at the boxes' centres from above.
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
  const consider = (route: Omit<Incumbent, 'cost'>): void => {
    if (!problem.isRoute(route.variables)) return
    const cost = costOf(problem, route)
    if (best === null || cost < best.cost) best = improved(problem, { ...route, cost })
  }
  const queue = new Heap<Node>((a, b) => a.bound - b.bound)
  for (const start of starts) {
    const root = rootNode(players, start, box)
    consider({ start, variables: centreOf(root.box) })
    queue.push(root)
  }
  let nodes = starts.length
  let closed = Infinity
  for (;;) {
    const node = queue.pop()
    const upper = best === null ? Infinity : best.cost
    const lower = Math.min(node?.bound ?? Infinity, closed, upper)
    const state = { nodes, lower, upper }
    const ended = endOf(state, limits)
    if (best !== null && (node === undefined || ended !== null)) {
      return { ...state, best, played, ended: ended ?? 'tolerance' }
    }
    if (node === undefined) throw new TypeError('a menu without a route')
    if (nodes % 64 === 0) limits.progress?.(state)
    const parts = branch(node)
    if (parts.length === 0) closed = Math.min(closed, node.bound)
    for (const part of parts) {
      nodes++
      if (part.bound === Infinity) continue
      if (part.box !== node.box) consider({ start: part.start, variables: centreOf(part.box) })
      if (best === null || part.bound < best.cost) queue.push(part)
    }
  }
}

function endOf(
  { lower, upper, nodes }: SearchState,
  { tolerance, nodes: most, time, now, began, cancelled }: SearchLimits,
): SearchResult['ended'] | null {
  if (upper - lower <= tolerance * Math.abs(upper)) return 'tolerance'
  if (nodes >= most) return 'nodes'
  if (now() - began > time) return 'time'
  return cancelled?.() === true ? 'cancelled' : null
}

/** What a route costs, users replying each as is best for them. */
export function costOf({ players }: SearchProblem, { start, variables }: Omit<Incumbent, 'cost'>): number {
  return players.reduce((total, player) => total + player.weight * playAt(player, variables, start).cost, 0)
}

function centreOf({ low, high }: Box): readonly number[] {
  return low.map((from, index) => (from + (high[index] ?? from)) / 2)
}

/** Routes played to improve one. */
const mostSteps = 400

/** A better route near one that was found: along each variable and back, in steps that grow and shrink. */
function improved(problem: SearchProblem, found: Incumbent): Incumbent {
  const { low, high } = problem.box
  let best = found
  let step = 1 / 16
  for (let left = mostSteps; left > 0 && step > 1e-9; left -= 2 * low.length + 1) {
    const before = best
    for (const [index] of low.entries()) {
      for (const sign of [1, -1]) {
        const value = Math.min(
          high[index] ?? 1,
          Math.max(low[index] ?? 0, (best.variables[index] ?? 0) + sign * step),
        )
        const variables = best.variables.map((each, i) => (i === index ? value : each))
        if (!problem.isRoute(variables)) continue
        const cost = costOf(problem, { start: best.start, variables })
        if (cost < best.cost) best = { start: best.start, variables, cost }
      }
    }
    step = best === before ? step / 4 : step * 2
  }
  return best
}
