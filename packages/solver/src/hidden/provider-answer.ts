import { Heap } from '../search/heap.ts'
import type { Box } from '../search/box.ts'
import { flowOf, leastFlow, type ReplyRange } from '../search/flow.ts'
import { playerOf, type Player } from '../search/player.ts'
import type { SearchProblem } from '../search/search-problem.ts'
import type { FullReply } from '../follower/general/favourites.ts'
import type { FloatRoute } from '../general/simple-routes.ts'
import type { Process } from '../process/process.ts'
import { persistenceAt } from '../process/reply.ts'

/** A reply that is fixed, as the bounds take it: what share of all tasks is answered by it. */
export interface FixedReply {
  readonly share: number
  readonly player: Player
  /** Null for a user who does not begin. */
  readonly range: ReplyRange | null
}

/** The provider's best answer to replies that are fixed. */
export interface ProviderAnswer {
  readonly route: FloatRoute
  readonly cost: number
  /** No route costs less. */
  readonly lower: number
}

/** A reply as bounds take it. */
export function fixedReply(
  process: Process<number>,
  { players }: Pick<SearchProblem, 'players'>,
  reply: FullReply<number>,
  share: number,
): FixedReply {
  const rows = players[0]?.rows ?? []
  if (reply.kind === 'outside') return { share, player: playerOf(process, rows, 1), range: null }
  const until = reply.kind === 'leaves-after' ? (reply.failures ?? 1) : 1
  const player = playerOf(process, rows, until)
  const persistence = Float64Array.from(
    Array.from({ length: player.stages }, (_, stage) => persistenceAt(process, reply, stage + 1)).flat(),
  )
  return { share, player, range: { low: persistence, high: persistence } }
}

/** Routes that are played to improve one. */
const mostTries = 400

interface Part {
  readonly box: Box
  readonly bound: number
  /** By variable: how far apart the values are that replies and kinds of task would have. */
  readonly spreads: readonly number[]
}

/**
 * The route that costs the provider least where users answer in given ways. With one way, one kind of task and attempts that are
 * alike that is a Markov decision process; else each of them is one, a route has to serve them all, and the sum of what each
 * would cost at least is a bound, over boxes of routes that are halved.
 *
 * @param enough relative to the cost
 * @param most boxes to look at
 */
export function providerAnswer(
  { box, starts, isRoute }: SearchProblem,
  replies: readonly FixedReply[],
  enough: number,
  most: number,
): ProviderAnswer {
  let best: ProviderAnswer = {
    route: { start: starts[0] ?? 0, variables: box.low },
    cost: Infinity,
    lower: -Infinity,
  }
  const tryRoute = (variables: readonly number[]): void => {
    if (!isRoute(variables)) return
    const { costs } = leastCosts(replies, { low: variables, high: variables })
    for (const start of starts) {
      const cost = costs[start] ?? Infinity
      if (cost < best.cost) best = { ...best, route: { start, variables }, cost }
    }
  }
  const bounded = (part: Box): Part => {
    const { costs, wanted } = leastCosts(replies, part)
    const bound = starts.reduce((least, start) => Math.min(least, costs[start] ?? Infinity), Infinity)
    if (bound < best.cost) {
      for (const variables of wanted.slice(0, 4)) tryRoute(variables)
      if (wanted.length > 1) tryRoute(part.low.map((_, v) => meanOf(wanted.map((each) => each[v] ?? 0))))
    }
    const spreads = part.low.map((_, v) => {
      const values = wanted.map((each) => each[v] ?? 0)
      return Math.max(...values) - Math.min(...values)
    })
    return { box: part, bound, spreads }
  }
  /** Along each variable and back, in steps that grow and shrink. */
  const improve = (): void => {
    let step = 1 / 16
    for (let left = mostTries; left > 0 && step > 1e-10; left -= 2 * box.low.length) {
      const before = best.cost
      box.low.forEach((low, index) => {
        for (const by of [step, -step]) {
          const { variables } = best.route
          const value = Math.min(box.high[index] ?? low, Math.max(low, (variables[index] ?? low) + by))
          tryRoute(variables.map((each, at) => (at === index ? value : each)))
        }
      })
      step = best.cost < before ? step * 2 : step / 4
    }
  }
  tryRoute(box.low)
  const queue = new Heap<Part>((one, other) => one.bound - other.bound)
  queue.push(bounded(box))
  for (let count = 0; ; count++) {
    const next = queue.pop()
    if (next === undefined) return { ...best, lower: best.cost }
    const isNear = (): boolean => best.cost - next.bound <= enough * Math.abs(best.cost)
    if (count === 0 && !isNear()) improve()
    const near = isNear()
    const split = near || count >= most ? null : halves(next)
    if (split === null) return { ...best, lower: Math.min(best.cost, next.bound) }
    for (const half of split) {
      const part = bounded(half)
      if (part.bound < best.cost) queue.push(part)
    }
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length
}

/** A box cut where replies want different things most, else where it is widest; null where it is a point. */
function halves({ box: { low, high }, spreads }: Part): readonly Box[] | null {
  const isApart = spreads.some((spread) => spread > 0)
  const widths = isApart ? spreads : low.map((least, index) => (high[index] ?? least) - least)
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  const at = widths.indexOf(widest)
  const [from, to] = [low[at] ?? 0, high[at] ?? 0]
  const middle = (from + to) / 2
  if (!(middle > from && middle < to)) return null
  const replaced = (values: readonly number[]): readonly number[] =>
    values.map((each, index) => (index === at ? middle : each))
  return [
    { low, high: replaced(high) },
    { low: replaced(low), high },
  ]
}

/**
 * What a task from each state costs at least over a box of routes, each reply and each kind of task choosing for itself; and
 * what they would choose for the attempts that are alike.
 */
function leastCosts(
  replies: readonly FixedReply[],
  box: Box,
): { readonly costs: readonly number[]; readonly wanted: readonly (readonly number[])[] } {
  const states = replies[0]?.player.states ?? 0
  const costs = Array.from({ length: states }, () => 0)
  const wanted: (readonly number[])[] = []
  const count = box.low.length
  for (const { share, player, range } of replies) {
    for (let state = 0; state < states; state++) costs[state] = (costs[state] ?? 0) + share * player.penalty
    if (range === null) continue
    for (const kind of player.kinds) {
      const flow = flowOf(player, box)
      leastFlow(player, box, kind, range, kind.cost, flow)
      for (let state = 0; state < states; state++) {
        costs[state] = (costs[state] ?? 0) + share * kind.weight * (flow.values[state] ?? 0)
      }
      const from = (player.stages - 1) * count
      wanted.push([...flow.chosen.subarray(from, from + count)])
    }
  }
  return { costs, wanted }
}
