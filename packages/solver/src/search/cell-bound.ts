import type { Box } from './box.ts'
import { rangeOf, type Begun, type Cell } from './cell.ts'
import { conditionsOf, type Condition } from './conditions.ts'
import { dot, flowOf, leastFlow, negated, visitsUnder, type Flow, type ReplyRange } from './flow.ts'
import { leastStep } from './intervals.ts'
import { bestMultipliers, type Column } from './master.ts'
import type { Player } from './player.ts'

/** A lower bound of the provider's cost over a box of routes and a cell of replies. */
export interface CellBound {
  /** `Infinity` where no reply of the cell is a best reply to any route of the box. */
  readonly value: number
  /** The route at which the bound would be attained, if the user's conditions were all that is to be kept; null for none. */
  readonly route: readonly number[] | null
  /** `μ`, one for each of the cell's conditions; null where there are none to it. */
  readonly multipliers: readonly number[] | null
}

const none: CellBound = { value: Infinity, route: null, multipliers: null }

/** The least sum of amounts over all kinds of task, from a start. */
function least(
  player: Player,
  box: Box,
  range: ReplyRange,
  start: number,
  amounts: (kind: Player['kinds'][number]) => Float64Array,
): number {
  const flow = flowOf(player, box)
  let value = 0
  for (const kind of player.kinds) {
    leastFlow(player, box, kind, range, amounts(kind), flow)
    value += kind.weight * (flow.values[start] ?? 0)
  }
  return value
}

/** The least utility of one fixed reply over a box: what the user is assured of. */
export function utilityAssuredBy(player: Player, box: Box, start: number, cell: Cell): number {
  if (cell.kind === 'outside') return player.outside ?? -Infinity
  return least(player, box, rangeOf(cell, player), start, (kind) => kind.least)
}

/**
 * A lower bound of `J` over the routes of a box and those replies of a cell that may be best replies, by Lagrangian
 * duality: `J >= P + Σ μ_k g_k + min Σ n (η + Σ μ_k w_k)` for every `μ >= 0`, with conditions
 * `g_k + Σ n w_k <= 0` that every best reply keeps. For a fixed persistence the inner minimum runs over all flows that the
 * menu allows, a linear program, and the best multipliers are its dual solution; they come from the flows met on the way, a
 * few at a time.
 *
 * @param sure what the user is assured of over the box, null for nothing
 * @param rivals replies that may be better than those of the cell
 * @param enough a bound from which on more is of no use
 */
export function boundOfCell(
  player: Player,
  box: Box,
  start: number,
  cell: Cell,
  sure: number | null,
  rivals: readonly Begun[],
  enough: number,
): CellBound {
  const { penalty, absent, outside } = player
  if (cell.kind === 'outside') {
    return sure !== null && outside !== null && sure > outside + slack(outside)
      ? none
      : { value: absent, route: null, multipliers: [] }
  }
  if (isNeverBest(player, box, start, cell, sure)) return none
  const range = rangeOf(cell, player)
  const flow = flowOf(player, box)
  const conditions = conditionsOf(player, box, start, cell, range, sure, rivals)
  const most = 1e5 * scaleOf(player)
  const columns: MetFlow[] = []
  let multipliers: readonly number[] = conditions.map(() => 0)
  let best = -Infinity
  let bestMet = multipliers
  let weights: readonly number[] = [1]
  for (let round = 0; round < rounds; round++) {
    const { value, met } = relaxed(player, box, start, range, conditions, multipliers, flow)
    if (penalty + value > best) [best, bestMet] = [penalty + value, multipliers]
    columns.push(met)
    if (conditions.length === 0 || best >= enough) break
    const next = bestMultipliers(columns, conditions.length, most)
    weights = next.weights
    if (penalty + next.bound <= best + 1e-12 * Math.abs(best)) break
    multipliers = next.values
  }
  return { value: best, route: routeOf(box, columns, weights), multipliers: bestMet }
}

/**
 * Whether no reply of a cell is a best one at any route of the box: it is worth less than what the user is assured of, or her
 * utility rises or falls with persistence all over.
 *
 * @param margin by how much the slope has to differ from 0
 */
export function isNeverBest(
  player: Player,
  box: Box,
  start: number,
  cell: Begun,
  sure: number | null,
  margin = 0,
): boolean {
  const range = rangeOf(cell, player)
  if (cell.kind === 'persistence' && isMonotone(player, box, start, cell, range, margin)) return true
  if (sure === null) return false
  const greatest = -least(player, box, range, start, (kind) => negated(kind.worth))
  return greatest < sure - slack(sure) - margin
}

/** The bound that multipliers give, whatever they are. */
export function boundUnder(
  player: Player,
  box: Box,
  start: number,
  cell: Begun,
  conditions: readonly Condition[],
  multipliers: readonly number[],
): number {
  const range = rangeOf(cell, player)
  const { value } = relaxed(player, box, start, range, conditions, multipliers, flowOf(player, box))
  return player.penalty + value
}

const rounds = 30

/** A flow that was met, and the routes that it takes by its own choice. */
interface MetFlow extends Column {
  /** By variable: how often it matters, and its values weighted by that. */
  readonly often: Float64Array
  readonly sums: Float64Array
}

/** The least of `Σ n (η + Σ μ w) + Σ μ g`, and the flow that attains it. */
function relaxed(
  player: Player,
  box: Box,
  start: number,
  range: ReplyRange,
  conditions: readonly Condition[],
  multipliers: readonly number[],
  flow: Flow,
): { readonly value: number; readonly met: MetFlow } {
  const { kinds, nodes } = player
  let cost = 0
  let value = 0
  const breaches = conditions.map(({ constant }) => constant)
  for (let k = 0; k < breaches.length; k++) value += (multipliers[k] ?? 0) * (breaches[k] ?? 0)
  const often = new Float64Array(box.low.length)
  const sums = new Float64Array(box.low.length)
  const amounts = new Float64Array(nodes)
  const visits = new Float64Array(nodes)
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index]
    if (kind === undefined) continue
    amounts.set(kind.cost)
    for (let k = 0; k < conditions.length; k++) {
      const [multiplier, own] = [multipliers[k] ?? 0, conditions[k]?.amounts[index]]
      if (multiplier === 0 || own === undefined) continue
      for (let node = 0; node < nodes; node++)
        amounts[node] = (amounts[node] ?? 0) + multiplier * (own[node] ?? 0)
    }
    leastFlow(player, box, kind, range, amounts, flow)
    value += kind.weight * (flow.values[start] ?? 0)
    visitsUnder(player, flow.moves, start, visits)
    cost += kind.weight * dot(visits, kind.cost)
    for (let k = 0; k < conditions.length; k++) {
      const own = conditions[k]?.amounts[index]
      if (own !== undefined) breaches[k] = (breaches[k] ?? 0) + kind.weight * dot(visits, own)
    }
    gather(player, kind.weight, visits, flow, often, sums)
  }
  return { value, met: { cost, breaches, often, sums } }
}

function gather(
  { rows, states, nodes }: Player,
  weight: number,
  visits: Float64Array,
  { moves, chosen }: Flow,
  often: Float64Array,
  sums: Float64Array,
): void {
  const variables = often.length
  for (let node = 0; node < nodes; node++) {
    const row = rows[node % states]
    if (row === undefined || row.effects.length === 0) continue
    let goesOn = 0
    for (let j = 0; j < states; j++) goesOn += moves[node * states + j] ?? 0
    const times = weight * (visits[node] ?? 0) * goesOn
    const base = Math.floor(node / states) * variables
    for (const { variable } of row.effects) {
      often[variable] = (often[variable] ?? 0) + times
      sums[variable] = (sums[variable] ?? 0) + times * (chosen[base + variable] ?? 0)
    }
  }
}

/** The route that the mixture of flows follows: of each variable the mean, by how often it matters. */
function routeOf({ low }: Box, columns: readonly MetFlow[], weights: readonly number[]): readonly number[] {
  return low.map((least, variable) => {
    let [often, sum] = [0, 0]
    for (let k = 0; k < columns.length; k++) {
      const weight = weights[k] ?? 0
      if (weight <= 0) continue
      often += weight * (columns[k]?.often[variable] ?? 0)
      sum += weight * (columns[k]?.sums[variable] ?? 0)
    }
    return often > 0 ? sum / often : least
  })
}

/** A first guess at the multiplier: money that a unit of utility weighs up. */
function scaleOf({ kinds, penalty }: Player): number {
  const most = (amounts: Float64Array): number =>
    amounts.reduce((top, each) => Math.max(top, Math.abs(each)), 0)
  const worth = Math.max(...kinds.map((kind) => most(kind.worth)))
  const cost = Math.max(penalty, ...kinds.map((kind) => most(kind.cost)))
  return worth > 0 && cost > 0 ? cost / worth : 1
}

/**
 * Whether the utility surely rises, or surely falls, with a persistence in the range at every route of the box, so
 * that none of its inside is a best reply. With `U = ξ + r A K U` the slope `g = U'` is `g = A K U + r A K g`.
 */
function isMonotone(
  player: Player,
  box: Box,
  start: number,
  { low, high }: { readonly low: number; readonly high: number },
  range: ReplyRange,
  margin: number,
): boolean {
  if (low === high) return false
  return slopeFrom(player, box, start, range, 1) > margin || slopeFrom(player, box, start, range, -1) > margin
}

/** A lower bound of the slope of the utility (`sign = 1`), or of its negative. */
function slopeFrom(player: Player, box: Box, start: number, range: ReplyRange, sign: 1 | -1): number {
  const flow = flowOf(player, box)
  let total = 0
  for (const kind of player.kinds) {
    leastFlow(player, box, kind, range, sign === 1 ? kind.least : negated(kind.worth), flow)
    const next = leastStep(player, box, kind, flow.values, flow)
    leastFlow(player, box, kind, range, next, flow)
    total += kind.weight * (flow.values[start] ?? 0)
  }
  return total
}

function slack(value: number): number {
  return 1e-12 * Math.max(1e-300, Math.abs(value))
}
