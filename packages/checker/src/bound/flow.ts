import { float } from '@plumbline/game'
import { leastOf, type Box as RoughBox } from '../leader/rows.ts'
import { eliminate } from '../play/elimination.ts'
import { leastTimes, near, one, product, quotientAbove, rough, type Fixed, type Span } from './fixed.ts'
import { leastAfter, roughBox, type Box, type Menu } from './menu.ts'

/** One kind of task, by node: a pair of the attempt's number (the last stands for all further) and its state. */
export interface Task {
  readonly weight: Span
  /** `a`. */
  readonly failure: readonly Span[]
  /** `ξ`. */
  readonly worth: readonly Span[]
  /** A bound of `η` from below. */
  readonly cost: readonly Fixed[]
}

/** Persistences that replies may have, by node. */
export type Reach = readonly Span[]

/**
 * For every node a bound from below of `Σ n x`, the expected sum of amounts from there on, over all routes of a box and all
 * replies within reach.
 *
 * A guess `v` is made in doubles, by policy iteration on `v_i = x_i + min r a (K v)`. What makes it a bound is exact: where
 * `v_i <= x_i + r a (K v)` for every route and reply, `v` is at most what `Σ n x` comes to, whatever `v` is. If that fails by `ε`
 * at most, it holds for `v - ε/(1 - max r a)`.
 *
 * @param amounts `x`, by node
 * @returns null where no bound is found
 */
export function leastSum(
  menu: Menu,
  box: Box,
  { failure }: Task,
  reach: Reach,
  amounts: readonly Fixed[],
): readonly Fixed[] | null {
  const goesOn = failure.map((a, node): Span => {
    const r = reach[node] ?? { low: 0n, high: one }
    return { low: product(a.low, r.low), high: -product(-a.high, r.high) }
  })
  const found = guess(menu, roughBox(box), goesOn, amounts.map(rough))
  if (found === null) return null
  const v = found.map(near)
  const states = menu.rows.length
  let [missed, most] = [0n, 0n]
  for (const [node, x] of amounts.entries()) {
    const row = menu.rows[node % states]
    const on = goesOn[node]
    if (row === undefined || on === undefined) return null
    const from = nextStage(node, states, amounts.length)
    const right = x + leastTimes(on, leastAfter(row, box, v.slice(from, from + states)))
    const short = (v[node] ?? 0n) - right
    if (short > missed) missed = short
    if (on.high > most) most = on.high
  }
  if (missed === 0n) return v
  if (most >= one) return null
  const off = quotientAbove(missed, one - most)
  return v.map((value) => value - off)
}

/** The first node of the attempt after that of a node. */
export function nextStage(node: number, states: number, nodes: number): number {
  const next = (Math.floor(node / states) + 1) * states
  return next < nodes ? next : next - states
}

const rounds = 60

/** Stages stand in a line and the last leads to itself: it is solved first, then the others back to the first. */
function guess(
  { rough: rows }: Menu,
  box: RoughBox<number>,
  goesOn: Reach,
  amounts: readonly number[],
): readonly number[] | null {
  const states = rows.length
  const move = (node: number, v: readonly number[]): readonly number[] => {
    const row = rows[node % states]
    const on = goesOn[node]
    if (row === undefined || on === undefined) return []
    const { value, row: chosen } = leastOf(float, row, box, v)
    const share = rough(value < 0 ? on.high : on.low)
    return chosen.map((p) => p * share)
  }
  const last = amounts.length - states
  const x = amounts.slice(last)
  let v: readonly number[] = x
  for (let round = 0; round < rounds; round++) {
    const moves = x.map((_, i) => move(last + i, v))
    const matrix = x.map((_, j) => x.map((_, i) => (i === j ? 1 : 0) - (moves[i]?.[j] ?? 0)))
    const next = eliminate(float, matrix, x)?.solution
    if (next === undefined || !next.every((value) => Number.isFinite(value))) return null
    const less = next.some((value, i) => value < (v[i] ?? 0) - 1e-14 * Math.abs(value))
    v = next
    if (!less && round > 0) break
  }
  const all = [...v]
  for (let from = last - states; from >= 0; from -= states) {
    const following = v
    v = rows.map((_, i) =>
      move(from + i, following).reduce((sum, p, j) => sum + p * (following[j] ?? 0), amounts[from + i] ?? 0),
    )
    all.unshift(...v)
  }
  return all
}
