import type { Box } from './box.ts'
import type { Assured } from './cell-bound.ts'
import type { Cell } from './cell.ts'
import type { Player } from './player.ts'
import { leastSum, negated, type Amounts, type ReplyRange } from './sub-solution.ts'

/**
 * What every best reply of a cell keeps at every route of a box: `constant + Σ n_j w_j <= 0` over the expected
 * visits, averaged over the kinds of task.
 */
export interface Condition {
  readonly constant: number
  /** `w` by kind, stage and state. */
  readonly amounts: readonly Amounts[]
}

/**
 * The conditions of a cell. The reply is worth what the user is assured of: `c - U <= 0`. And no other persistence
 * is better: since `U(r') - U(r) = (r'/r - 1) Σ_j (n_j - π_j) U_j(r')`, with `U_j` the utility from state `j` on, the sum is
 * not positive for `r' > r` (with lower bounds of `U_j(r')` in it), not negative for `r' < r` (with upper bounds), and
 * for a persistence inside (0, 1) it is 0 at `r' = r`: the slope of the utility vanishes.
 */
export function conditionsOf(
  player: Player,
  box: Box,
  start: number,
  cell: Cell,
  range: ReplyRange,
  sure: Assured | null,
): readonly Condition[] {
  const worth: readonly Condition[] =
    sure === null
      ? []
      : [{ constant: sure.utility, amounts: player.kinds.map((kind) => negated(kind.worth)) }]
  if (cell.kind !== 'persistence' || cell.high === 0) return worth
  const onward = (r: ReplyRange, sign: 1 | -1): Condition => onwardOf(player, box, start, r, sign)
  const staying = constant(range, 1)
  if (cell.low === 1) return [...worth, onward(staying, -1)]
  return [...worth, onward(range, 1), onward(range, -1), onward(staying, 1)]
}

/** `sign · Σ_j (n_j - π_j) U_j <= 0`, with the bound of `U_j` over the range that makes it true. */
function onwardOf(
  { kinds, rows }: Player,
  box: Box,
  start: number,
  range: ReplyRange,
  sign: 1 | -1,
): Condition {
  const amounts = kinds.map(
    (kind) => leastSum(rows, box, kind, range, sign === 1 ? kind.worth : negated(kind.worth)).values,
  )
  const atStart = kinds.reduce(
    (total, { weight }, index) => total + weight * (amounts[index]?.[0]?.[start] ?? 0),
    0,
  )
  return { constant: -atStart, amounts }
}

function constant({ low }: ReplyRange, value: number): ReplyRange {
  const same = low.map((row) => row.map(() => value))
  return { low: same, high: same }
}
