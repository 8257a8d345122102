import type { Box } from './box.ts'
import { rangeOf, type Begun, type Cell } from './cell.ts'
import { flowOf, leastFlow, negated, type Flow, type ReplyRange } from './flow.ts'
import { leastStep } from './intervals.ts'
import type { Player } from './player.ts'

/**
 * What every best reply of a cell keeps at every route of a box: `constant + Σ n_j w_j <= 0` over the expected
 * visits, averaged over the kinds of task.
 */
export interface Condition {
  readonly constant: number
  /** `w` by kind and node. */
  readonly amounts: readonly Float64Array[]
}

/**
 * The conditions of a cell. The reply is worth what the user is assured of: `c - U <= 0`. And no other reply is
 * better. For one persistence `r` against another `r'`: since `U(r') - U(r) = (r'/r - 1) Σ_j (n_j - π_j) U_j(r')`, with
 * `U_j` the utility from node `j` on, the sum is not positive for `r' > r` (with lower bounds of `U_j(r')` in it), not
 * negative for `r' < r` (with upper bounds), and for a persistence inside (0, 1) it is 0 at `r' = r`: the slope of the
 * utility vanishes. For persistences `r_j` by node against others `r'_j`: `U - U' = Σ_j n_j (r_j - r'_j) a_j (K U')_j`.
 *
 * @param rivals replies of which one may be better, at some routes of the box
 */
export function conditionsOf(
  player: Player,
  box: Box,
  start: number,
  cell: Begun,
  range: ReplyRange,
  sure: number | null,
  rivals: readonly Begun[],
): readonly Condition[] {
  const flow = flowOf(player, box)
  const isOpen = player.kinds.some((kind) => kind.least !== kind.worth)
  const worth: readonly Condition[] =
    sure === null ? [] : [{ constant: sure, amounts: player.kinds.map((kind) => negated(kind.worth)) }]
  const onward = (r: ReplyRange, sign: 1 | -1): Condition => onwardOf(player, box, start, r, sign, flow)
  // Over a box of latencies what leaving at once assures is blurred; that it is not better is told without that.
  const leaving = rangeOf({ kind: 'persistence', low: 0, high: 0 }, player)
  const first = isOpen ? [...worth, onward(leaving, -1)] : worth
  if (cell.kind !== 'persistence') {
    if (cell.kind === 'stays-through') return first
    if (cell.kind === 'by-state' && cell.low.some((low, state) => low !== cell.high[state])) return first
    return [...first, ...rivals.map((rival) => againstReply(player, box, range, rival, flow))]
  }
  if (cell.high === 0) return worth
  const others = rivals.flatMap((rival): readonly Condition[] => {
    if (rival.kind !== 'persistence') return []
    if (rival.low > cell.high) return [onward(rangeOf(rival, player), 1)]
    return rival.high < cell.low && rival.high > 0 ? [onward(rangeOf(rival, player), -1)] : []
  })
  if (cell.low === 1) return [...first, onward(range, -1), ...others]
  const staying = rangeOf({ kind: 'persistence', low: 1, high: 1 }, player)
  return [...first, onward(range, 1), onward(range, -1), onward(staying, 1), ...others]
}

/** `sign · Σ_j (n_j - π_j) U_j <= 0`, with the bound of `U_j` over the range that makes it true. */
function onwardOf(
  player: Player,
  box: Box,
  start: number,
  range: ReplyRange,
  sign: 1 | -1,
  flow: Flow,
): Condition {
  let atStart = 0
  const amounts = player.kinds.map((kind) => {
    leastFlow(player, box, kind, range, sign === 1 ? kind.least : negated(kind.worth), flow)
    atStart += kind.weight * (flow.values[start] ?? 0)
    return flow.values.slice()
  })
  return { constant: -atStart, amounts }
}

/** `-Σ_j n_j (r_j - r'_j) a_j (K U')_j <= 0`, with the bounds of `(K U')_j` that make it true. */
function againstReply(player: Player, box: Box, { low }: ReplyRange, rival: Cell, flow: Flow): Condition {
  if (rival.kind === 'outside') throw new TypeError('not to begin has no visits')
  const other = rangeOf(rival, player)
  const amounts = player.kinds.map((kind) => {
    leastFlow(player, box, kind, other, kind.least, flow)
    const least = leastStep(player, box, kind, flow.values, flow)
    leastFlow(player, box, kind, other, negated(kind.worth), flow)
    const most = negated(leastStep(player, box, kind, flow.values, flow))
    return low.map((r, node) => {
      const more = r - (other.low[node] ?? 0)
      return more === 0 ? 0 : -more * ((more > 0 ? most[node] : least[node]) ?? 0)
    })
  })
  return { constant: 0, amounts }
}
