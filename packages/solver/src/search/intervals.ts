import { leastInRow, type Box } from './box.ts'
import { leastFlow, negated, type Flow, type ReplyRange } from './flow.ts'
import type { Player, PlayerKind } from './player.ts'

/** A number known within limits. */
export type Interval = readonly [low: number, high: number]

/** Numbers by node known within limits. */
export interface Range {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** `a_i min_K (K v)_i` for each node, a new vector: what a sure re-prompt leads to at least. */
export function leastStep(
  { rows, states, stages, nodes }: Player,
  box: Box,
  { failure }: PlayerKind,
  v: Float64Array,
  { moves, chosen }: Flow,
): Float64Array {
  const next = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const row = rows[node % states]
    if (row === undefined) continue
    const following = Math.min(Math.floor(node / states) + 1, stages - 1) * states
    next[node] = (failure[node] ?? 0) * leastInRow(row, box, v, following, moves, 0, chosen, 0)
  }
  return next
}

/** `A K x` for `x` known within limits, over a box. */
export function stepRange(
  player: Player,
  box: Box,
  kind: PlayerKind,
  { low, high }: Range,
  flow: Flow,
): Range {
  return {
    low: leastStep(player, box, kind, low, flow),
    high: negated(leastStep(player, box, kind, negated(high), flow)),
  }
}

/** `(I - r A K)^-1 x` for `x` known within limits, over a box and a range of replies. */
export function valueRange(
  player: Player,
  box: Box,
  kind: PlayerKind,
  range: ReplyRange,
  { low, high }: Range,
  flow: Flow,
): Range {
  leastFlow(player, box, kind, range, low, flow)
  const least = flow.values.slice()
  leastFlow(player, box, kind, range, negated(high), flow)
  return { low: least, high: negated(flow.values) }
}

export function mid([low, high]: Interval): number {
  return (low + high) / 2
}

export function size([low, high]: Interval): number {
  return Math.max(Math.abs(low), Math.abs(high))
}

export function plus([a, b]: Interval, [c, d]: Interval): Interval {
  return [a + c, b + d]
}

export function scaled([a, b]: Interval, by: number): Interval {
  return by >= 0 ? [a * by, b * by] : [b * by, a * by]
}

export function times([a, b]: Interval, [c, d]: Interval): Interval {
  const [ac, ad, bc, bd] = [a * c, a * d, b * c, b * d]
  return [Math.min(ac, ad, bc, bd), Math.max(ac, ad, bc, bd)]
}
