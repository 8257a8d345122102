import { leastInRow, type Box } from './box.ts'
import { rangeOf, type Cell } from './cell.ts'
import { conditionsOf, type Condition } from './conditions.ts'
import { bestMultipliers, type Column } from './master.ts'
import { meanValueBound, meanValues } from './mean-value.ts'
import type { Player, PlayerKind } from './player.ts'
import { leastSum, negated, sumUnder, type Amounts, type Policy, type ReplyRange } from './sub-solution.ts'

/** What a user can be sure of over a box of routes from one start. */
export interface Assured {
  /** `c`: her best reply is worth at least so much, whatever the route in the box. */
  readonly utility: number
  /** The fixed reply that assures it. */
  readonly by: Cell
}

/** A lower bound of the provider's cost over a box of routes and a cell of replies. */
export interface CellBound {
  /** `Infinity` where no reply of the cell is a best reply to any route of the box. */
  readonly value: number
  /** One for each of the cell's conditions. */
  readonly multipliers: readonly number[]
}

const none: CellBound = { value: Infinity, multipliers: [] }

/** The sum of amounts over all kinds of task, from a start, and the policies that attain it. */
interface Total {
  readonly value: number
  readonly policies: readonly Policy[]
}

function least(
  { rows, kinds }: Player,
  box: Box,
  range: ReplyRange,
  start: number,
  amounts: (kind: PlayerKind) => Amounts,
): Total {
  let value = 0
  const policies = kinds.map((kind) => {
    const found = leastSum(rows, box, kind, range, amounts(kind))
    value += kind.weight * (found.values[0]?.[start] ?? 0)
    return found.policy
  })
  return { value, policies }
}

/** The least utility of one fixed reply over a box. */
export function utilityAssuredBy(player: Player, box: Box, start: number, cell: Cell): number {
  if (cell.kind === 'outside') return player.outside ?? -Infinity
  return least(player, box, rangeOf(cell, player), start, (kind) => kind.worth).value
}

/** The best that fixed replies assure a user of, over a box. */
export function assured(player: Player, box: Box, start: number, replies: readonly Cell[]): Assured | null {
  let best: Assured | null = null
  for (const by of replies) {
    const utility = utilityAssuredBy(player, box, start, by)
    if (best === null || utility > best.utility) best = { utility, by }
  }
  return best
}

/**
 * A lower bound of `J` over the routes of a box and those replies of a cell that may be best replies, by Lagrangian
 * duality: `J >= P + Σ μ_k g_k + min Σ n (η + Σ μ_k w_k)` for every `μ >= 0`, with conditions
 * `g_k + Σ n w_k <= 0` that every best reply keeps. The multipliers come from the policies met on the way, a few
 * at a time.
 *
 * @param sure what the user is assured of over the box, null for nothing
 * @param enough a bound from which on more is of no use
 */
export function boundOfCell(
  player: Player,
  box: Box,
  start: number,
  cell: Cell,
  sure: Assured | null,
  enough: number,
): CellBound {
  const { penalty, absent, outside } = player
  if (cell.kind === 'outside') {
    return sure !== null && outside !== null && sure.utility > outside + slack(outside)
      ? none
      : { value: absent, multipliers: [] }
  }
  const range = rangeOf(cell, player)
  if (cell.kind === 'persistence' && isMonotone(player, box, start, range)) return none
  if (sure !== null) {
    const greatest = -least(player, box, range, start, (kind) => negated(kind.worth)).value
    if (greatest < sure.utility - slack(sure.utility)) return none
  }
  const near = nearBound(player, box, start, cell, sure)
  if (near === Infinity) return none
  const conditions = conditionsOf(player, box, start, cell, range, sure)
  const most = 1e5 * scaleOf(player)
  const columns: Column[] = []
  let multipliers: readonly number[] = conditions.map(() => 0)
  let best: CellBound = { value: near, multipliers }
  for (let round = 0; round < rounds; round++) {
    const { value, column } = relaxed(player, box, start, range, conditions, multipliers)
    if (penalty + value > best.value) best = { value: penalty + value, multipliers }
    if (conditions.length === 0 || best.value >= enough) break
    columns.push(column)
    const next = bestMultipliers(columns, conditions.length, most)
    if (penalty + next.bound <= best.value + 1e-12 * Math.abs(best.value)) break
    multipliers = next.values
  }
  return best
}

const rounds = 30

/** The bound of the mean-value forms; `-Infinity` where they say nothing. */
function nearBound(player: Player, box: Box, start: number, cell: Cell, sure: Assured | null): number {
  if (cell.kind !== 'persistence' || cell.high === 0) return -Infinity
  const forms = meanValues(player, box, start, cell.low, cell.high)
  return forms === null ? -Infinity : meanValueBound(forms, sure?.utility ?? null, null)
}

/** The least of `Σ n (η + Σ μ w) + Σ μ g`, and the policy that attains it as a column. */
function relaxed(
  player: Player,
  box: Box,
  start: number,
  range: ReplyRange,
  conditions: readonly Condition[],
  multipliers: readonly number[],
): { readonly value: number; readonly column: Column } {
  const { rows, kinds } = player
  let cost = 0
  const breaches = conditions.map(({ constant }) => constant)
  let value = conditions.reduce((total, { constant }, k) => total + (multipliers[k] ?? 0) * constant, 0)
  for (const [index, kind] of kinds.entries()) {
    const amounts = kind.cost.map((row, stage) =>
      row.map((eta, i) =>
        conditions.reduce(
          (total, condition, k) =>
            total + (multipliers[k] ?? 0) * (condition.amounts[index]?.[stage]?.[i] ?? 0),
          eta,
        ),
      ),
    )
    const found = leastSum(rows, box, kind, range, amounts)
    value += kind.weight * (found.values[0]?.[start] ?? 0)
    const total = (each: Amounts): number => kind.weight * (sumUnder(found.policy, each)[0]?.[start] ?? 0)
    cost += total(kind.cost)
    for (const [k, condition] of conditions.entries()) {
      breaches[k] = (breaches[k] ?? 0) + total(condition.amounts[index] ?? [])
    }
  }
  return { value, column: { cost, breaches } }
}

/** A first guess at the multiplier: money that a unit of utility weighs up. */
function scaleOf({ kinds, penalty }: Player): number {
  const most = (amounts: Amounts): number => Math.max(...amounts.flat().map(Math.abs))
  const worth = Math.max(...kinds.map((kind) => most(kind.worth)))
  const cost = Math.max(penalty, ...kinds.map((kind) => most(kind.cost)))
  return worth > 0 && cost > 0 ? cost / worth : 1
}

/**
 * Whether the utility surely rises, or surely falls, with a persistence in the range at every route of the box, so
 * that none of its inside is a best reply. With `U = ξ + r A K U` the slope `g = U'` is `g = A K U + r A K g`.
 */
function isMonotone(player: Player, box: Box, start: number, range: ReplyRange): boolean {
  if ((range.low[0]?.[0] ?? 0) === (range.high[0]?.[0] ?? 0)) return false
  return slopeFrom(player, box, start, range, 1) > 0 || slopeFrom(player, box, start, range, -1) > 0
}

/** A lower bound of the slope of the utility (`sign = 1`), or of its negative. */
function slopeFrom(player: Player, box: Box, start: number, range: ReplyRange, sign: 1 | -1): number {
  const { rows, kinds } = player
  return kinds.reduce((total, kind) => {
    const worth = sign === 1 ? kind.worth : negated(kind.worth)
    const { values } = leastSum(rows, box, kind, range, worth)
    const next = oneStep(rows, box, kind, values)
    const slopes = leastSum(rows, box, kind, range, next).values
    return total + kind.weight * (slopes[0]?.[start] ?? 0)
  }, 0)
}

/** `a_i min_K (K v)_i` for each stage and state: what a sure re-prompt leads to at least. */
function oneStep(rows: Player['rows'], box: Box, { stages }: PlayerKind, values: Amounts): Amounts {
  return stages.map((failures, stage) => {
    const following = values[Math.min(stage + 1, values.length - 1)] ?? []
    return rows.map((row, i) => (failures[i] ?? 0) * leastInRow(row, box, following, []))
  })
}

function slack(value: number): number {
  return 1e-12 * Math.max(1e-300, Math.abs(value))
}
