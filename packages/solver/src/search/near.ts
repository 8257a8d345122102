import { matrixAt, type Box } from './box.ts'
import { rangeOf, type Begun, type Cell } from './cell.ts'
import { flowOf, type ReplyRange } from './flow.ts'
import { plus, scaled, stepRange, times, valueRange, type Interval, type Range } from './intervals.ts'
import { pointAt } from './play.ts'
import { playerAt, playerOver, type Player, type PlayerKind } from './player.ts'
import { delayGrowth, type Slowing } from './slowing.ts'

/** Widest box, and widest range of persistence, for which a mean-value form can tell more than the other bounds. */
export const widest = 0.51

/** A function of the leader's variables and of persistence over a box: its value at the centre, and its slopes all over. */
export interface Form {
  readonly centre: number
  /** By variable, then by persistence: an interval that holds the slope at every point of the box. */
  readonly slopes: readonly Interval[]
}

/**
 * What a cell of replies comes to near the centre of a small box, in mean-value form
 * `f(x) ∈ f(x0) + Σ_k f_k(box) (x_k - x0_k)`: what is lost by it is of second order in the width of the box.
 */
export interface Near {
  /** `J`. */
  readonly cost: Form
  /** `U' = 0` at a persistence inside, `U' >= 0` at 1; null where the cell is no persistence. */
  readonly slope: Form | null
  /** `U - U'` against each rival: not negative. */
  readonly leads: readonly Form[]
  /** Half widths, by variable, then of persistence. */
  readonly radii: readonly number[]
  /** Whether `slope` may be positive: the persistence is 1. */
  readonly atEnd: boolean
}

/**
 * The mean-value forms of a cell over a box of routes; null where the box is too wide for them, or the cell leaves open more
 * than one persistence. With `u = (I - r A K)^-1 ξ`, `v` likewise for `η`, and `n = π (I - r A K)^-1`:
 * `∂J/∂K_ij = r n_i a_i v_j`, `∂G/∂K_ij = a_i (n_i + r n'_i) u_j + r n_i a_i u'_j` for `G = u'_start`, `∂G/∂r = u''_start`,
 * where `u' = (I - r A K)^-1 A K u` and `u'' = 2 (I - r A K)^-1 A K u'`.
 *
 * @param rivals replies that may be better than the cell's
 */
export function nearForms(
  player: Player,
  box: Box,
  start: number,
  cell: Cell,
  rivals: readonly Cell[],
): Near | null {
  if (cell.kind === 'outside' || cell.kind === 'stays-through') return null
  if (cell.kind === 'by-state' && cell.low.some((low, state) => low !== cell.high[state])) return null
  const spread = cell.kind === 'persistence' ? cell.high - cell.low : 0
  const radii = box.low.map((from, k) => ((box.high[k] ?? from) - from) / 2)
  if (spread > widest || radii.some((radius) => 2 * radius > widest)) return null
  const matrix = new Float64Array(player.states ** 2)
  const middleOf = box.low.map((from, k) => from + (radii[k] ?? 0))
  matrixAt(player.rows, middleOf, matrix)
  const halfway = playerAt(player, middleOf)
  const wide = playerOver(player, box)
  const { slowing } = player
  const persistence = cell.kind === 'persistence' ? (cell.low + cell.high) / 2 : null
  const middle: Begun =
    persistence === null ? cell : { kind: 'persistence', low: persistence, high: persistence }
  const hasSlope = cell.kind === 'persistence' && cell.high > 0
  const centre = pointAt(halfway, matrix, start, middle, hasSlope)
  const over = partsOf(wide, slowing, box, start, cell, hasSlope)
  const worth: Form = { centre: centre.utility, slopes: over.worth }
  const leads = rivals.flatMap((rival): readonly Form[] => {
    if (rival.kind === 'outside') {
      const sure = player.outside ?? -Infinity
      return [{ centre: worth.centre - sure, slopes: worth.slopes }]
    }
    const slopes = worthSlopes(wide, slowing, box, start, rival)
    return [
      {
        centre: worth.centre - pointAt(halfway, matrix, start, rival, false).utility,
        slopes: worth.slopes.map((each, k) => plus(each, scaled(slopes[k] ?? [0, 0], -1))),
      },
    ]
  })
  const near: Near = {
    cost: { centre: centre.cost, slopes: over.cost },
    slope: hasSlope ? { centre: centre.slope, slopes: over.slope } : null,
    leads: leads.filter(isFinite),
    radii: [...radii, spread / 2],
    atEnd: cell.kind !== 'persistence' || cell.low === 1,
  }
  return isFinite(near.cost) && (near.slope === null || isFinite(near.slope)) ? near : null
}

function isFinite({ centre, slopes }: Form): boolean {
  if (!Number.isFinite(centre)) return false
  for (const [low, high] of slopes) if (!Number.isFinite(low) || !Number.isFinite(high)) return false
  return true
}

/** Slopes of a function over a box, by variable, then by persistence. */
type Slopes = readonly Interval[]

function sumOf(parts: readonly (readonly [weight: number, slopes: Slopes])[]): Slopes {
  const [first, ...others] = parts
  if (first === undefined) throw new TypeError('a process without a kind of task')
  const [weight, slopes] = first
  return others.reduce<Slopes>(
    (sum, [share, more]) => sum.map((each, k) => plus(each, scaled(more[k] ?? none, share))),
    weight === 1 ? slopes : slopes.map((each) => scaled(each, weight)),
  )
}

const none: Interval = [0, 0]

/** How the utility of a fixed reply slopes. */
function worthSlopes(player: Player, slowing: Slowing | null, box: Box, start: number, reply: Begun): Slopes {
  const range = rangeOf(reply, player)
  if ((range.high[start] ?? 0) === 0 && slowing === null) return [...box.low.map(() => none), none]
  return sumOf(
    player.kinds.map((kind) => {
      const kept = calculus(player, kind, box, range)
      const { n } = kept.visits(start, false)
      const slopes = kept.along(n, kept.values(worthOf(kind)))
      return [kind.weight, [...withDelays(slopes, slowing, box, n), none]]
    }),
  )
}

interface Parts {
  readonly cost: Slopes
  readonly worth: Slopes
  readonly slope: Slopes
}

function partsOf(
  player: Player,
  slowing: Slowing | null,
  box: Box,
  start: number,
  cell: Begun,
  hasSlope: boolean,
): Parts {
  const range = rangeOf(cell, player)
  const parts = player.kinds.map((kind): Parts & { readonly weight: number } => {
    const { weight } = kind
    const kept = calculus(player, kind, box, range)
    const u = kept.values(worthOf(kind))
    const v = kept.values(exactly(kind.cost))
    const { n, n1 } = kept.visits(start, hasSlope)
    const [cost, worth] = [kept.along(n, v), withDelays(kept.along(n, u), slowing, box, n)]
    if (!hasSlope) return { weight, cost: [...cost, none], worth: [...worth, none], slope: [] }
    const u1 = kept.values(kept.next(u))
    const v1 = kept.values(kept.next(v))
    const u2 = kept.values(kept.next(u1))
    return {
      weight,
      cost: [...cost, at(v1, start)],
      worth: [...worth, at(u1, start)],
      slope: [...withDelays(kept.alongSlope(n, n1, u, u1), slowing, box, n1), scaled(at(u2, start), 2)],
    }
  })
  const of = (read: (each: Parts) => Slopes): Slopes => sumOf(parts.map((each) => [each.weight, read(each)]))
  return { cost: of(({ cost }) => cost), worth: of(({ worth }) => worth), slope: of(({ slope }) => slope) }
}

/** What an attempt is worth, within limits. */
function worthOf({ least, worth }: PlayerKind): Range {
  return { low: least, high: worth }
}

/** Slopes over a box with those along delays: each takes from every visit, `∂U/∂δ_i = -κ n_i`. */
function withDelays(slopes: Slopes, slowing: Slowing | null, box: Box, visits: Range): Slopes {
  if (slowing === null) return slopes
  const { variables, amounts, bounded } = slowing
  const states = variables.length
  const all = [...slopes]
  for (let node = 0; node < visits.low.length; node++) {
    const variable = variables[node % states] ?? -1
    if (variable < 0) continue
    const growth = delayGrowth(box.low[variable] ?? 0, box.high[variable] ?? 0, bounded)
    const taken = scaled(times(growth, at(visits, node)), -(amounts[node % states] ?? 0))
    all[variable] = plus(all[variable] ?? none, taken)
  }
  return all
}

/** What is computed of one kind of task over a box and a range of replies. */
interface Calculus {
  /** `(I - r A K)^-1 x`. */
  readonly values: (x: Range) => Range
  /** `A K x`. */
  readonly next: (x: Range) => Range
  /** `n`, and `n'`, its slope over persistence, where that is asked for. */
  readonly visits: (start: number, slopes: boolean) => { readonly n: Range; readonly n1: Range }
  /** By variable: `Σ r n_i a_i (∂K x)_i`. */
  readonly along: (n: Range, x: Range) => readonly Interval[]
  /** By variable: `Σ a_i (n_i + r n'_i) (∂K u)_i + r n_i a_i (∂K u')_i`. */
  readonly alongSlope: (n: Range, n1: Range, u: Range, u1: Range) => readonly Interval[]
}

function calculus(player: Player, kind: PlayerKind, box: Box, range: ReplyRange): Calculus {
  const { rows, states, stages, nodes } = player
  const flow = flowOf(player, box)
  const values = (x: Range): Range => valueRange(player, box, kind, range, x, flow)
  const next = (x: Range): Range => stepRange(player, box, kind, x, flow)
  const reply = (node: number): Interval => [range.low[node] ?? 0, range.high[node] ?? 0]
  const slopesBy = (of: (node: number, effect: Effect) => Interval): readonly Interval[] => {
    const low = new Float64Array(box.low.length)
    const high = new Float64Array(box.low.length)
    for (let node = 0; node < nodes; node++) {
      const failure = kind.failure[node] ?? 0
      if (failure === 0) continue
      for (const effect of rows[node % states]?.effects ?? []) {
        const [from, to] = of(node, effect)
        low[effect.variable] = (low[effect.variable] ?? 0) + failure * from
        high[effect.variable] = (high[effect.variable] ?? 0) + failure * to
      }
    }
    return box.low.map((_, k) => [low[k] ?? 0, high[k] ?? 0])
  }
  /** `(∂K x)_i` by one variable. */
  const change = (node: number, { to, by }: Effect, x: Range): Interval => {
    const following = Math.min(Math.floor(node / states) + 1, stages - 1) * states
    let [low, high] = [0, 0]
    for (let k = 0; k < to.length; k++) {
      const [effect, place] = [by[k] ?? 0, following + (to[k] ?? 0)]
      low += effect * ((effect > 0 ? x.low[place] : x.high[place]) ?? 0)
      high += effect * ((effect > 0 ? x.high[place] : x.low[place]) ?? 0)
    }
    return [low, high]
  }
  return {
    values,
    next,
    visits: (start, slopes) => visitRange(player, kind, box, range, start, slopes, values, next),
    along: (n, x) =>
      slopesBy((node, effect) => times(times(reply(node), at(n, node)), change(node, effect, x))),
    alongSlope: (n, n1, u, u1) =>
      slopesBy((node, effect) => {
        const r = reply(node)
        const visited = at(n, node)
        return plus(
          times(plus(visited, times(r, at(n1, node))), change(node, effect, u)),
          times(times(r, visited), change(node, effect, u1)),
        )
      }),
  }
}

type Effect = Player['rows'][number]['effects'][number]

/**
 * Expected visits `n` within limits, and their slopes `n'` over persistence: through the stages that stand in a line from one
 * to the next, and in the last by the values of a single visit, `n_i = Σ_j x_j N_ji`.
 */
function visitRange(
  { states, stages, nodes, rows }: Player,
  kind: PlayerKind,
  box: Box,
  range: ReplyRange,
  start: number,
  slopes: boolean,
  values: (x: Range) => Range,
  next: (x: Range) => Range,
): { readonly n: Range; readonly n1: Range } {
  const n = nothing(nodes)
  const n1 = nothing(nodes)
  n.low[start] = 1
  n.high[start] = 1
  const last = (stages - 1) * states
  for (let stage = 0; stage < stages - 1; stage++) {
    for (let i = 0; i < states; i++) {
      const node = stage * states + i
      if ((n.high[node] ?? 0) === 0) continue
      const row = rows[i]
      if (row === undefined) continue
      const r: Interval = [range.low[node] ?? 0, range.high[node] ?? 0]
      for (let j = 0; j < states; j++) {
        const [low, high] = entryRange(row, box, j)
        const step = scaled([Math.max(0, low), high], kind.failure[node] ?? 0)
        add(n, (stage + 1) * states + j, times(times(r, at(n, node)), step))
        if (!slopes) continue
        add(n1, (stage + 1) * states + j, times(plus(at(n, node), times(r, at(n1, node))), step))
      }
    }
  }
  const arrived = Array.from({ length: states }, (_, j) => at(n, last + j))
  const arrived1 = Array.from({ length: states }, (_, j) => at(n1, last + j))
  for (let i = 0; i < states; i++) {
    const single = new Float64Array(nodes)
    single[last + i] = 1
    const visits = values(exactly(single))
    const more = slopes ? values(next(visits)) : null
    let [sum, sum1]: [Interval, Interval] = [
      [0, 0],
      [0, 0],
    ]
    for (let j = 0; j < states; j++) {
      const x: Interval = arrived[j] ?? [0, 0]
      const x1: Interval = arrived1[j] ?? [0, 0]
      if (x[1] === 0) continue
      sum = plus(sum, times(x, at(visits, last + j)))
      if (more === null) continue
      sum1 = plus(sum1, plus(times(x1, at(visits, last + j)), times(x, at(more, last + j))))
    }
    set(n, last + i, sum)
    set(n1, last + i, sum1)
  }
  return { n, n1 }
}

/** A probability of a row over a box. */
function entryRange(row: Player['rows'][number], box: Box, j: number): Interval {
  let [low, high] = [row.constant[j] ?? 0, row.constant[j] ?? 0]
  for (const { variable, to, by } of row.effects) {
    for (let k = 0; k < to.length; k++) {
      if (to[k] !== j) continue
      const [from, until] = scaled([box.low[variable] ?? 0, box.high[variable] ?? 0], by[k] ?? 0)
      low += from
      high += until
    }
  }
  return [low, Math.min(1, high)]
}

function nothing(nodes: number): Range {
  return { low: new Float64Array(nodes), high: new Float64Array(nodes) }
}

function set({ low, high }: Range, node: number, [from, to]: Interval): void {
  low[node] = from
  high[node] = to
}

function add({ low, high }: Range, node: number, [from, to]: Interval): void {
  low[node] = (low[node] ?? 0) + from
  high[node] = (high[node] ?? 0) + to
}

function at({ low, high }: Range, node: number): Interval {
  return [low[node] ?? 0, high[node] ?? 0]
}

function exactly(amounts: Float64Array): Range {
  return { low: amounts, high: amounts }
}
