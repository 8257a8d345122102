import { leastInRow, type Box } from './box.ts'
import type { Player, PlayerKind } from './player.ts'
import { leastSum, type Amounts, type ReplyRange } from './sub-solution.ts'

/** Widest box, and widest range of persistence, for which a mean-value form can tell more than the other bounds. */
const widest = 0.3

/** A function of the leader's variables and of persistence over a box: its value at the centre, and its slopes all over. */
interface Form {
  readonly centre: number
  /** By variable, then by persistence: an interval that holds the slope at every point of the box. */
  readonly slopes: readonly Interval[]
}

type Interval = readonly [low: number, high: number]

const none: Interval = [0, 0]

/**
 * What one user's reply with one persistence comes to near the centre of a small box: the provider's cost `J`, her utility
 * `U` and its slope `G = U'` over persistence, in mean-value form `f(x) ∈ f(x0) + Σ_k f_k(box) (x_k - x0_k)`.
 */
export interface MeanValues {
  readonly cost: Form
  readonly worth: Form
  readonly slope: Form
  /** Half widths, by variable, then of persistence. */
  readonly radii: readonly number[]
  /** The persistence is 1, not one inside: then `G >= 0`, else `G = 0`. */
  readonly atEnd: boolean
}

/**
 * The mean-value forms over a box of routes and a range of persistence; null where the box is too wide for them, or the
 * attempts of a task differ. With `u = (I - r A K)^-1 ξ`, `v` likewise for `η`, and `n = π (I - r A K)^-1`:
 * `∂J/∂K_ij = r n_i a_i v_j`, `∂G/∂K_ij = a_i (n_i + r n'_i) u_j + r n_i a_i u'_j`, `G = u'_start`, `∂G/∂r = u''_start`,
 * where `u' = (I - r A K)^-1 A K u` and `u'' = 2 (I - r A K)^-1 A K u'`.
 */
export function meanValues(
  player: Player,
  box: Box,
  start: number,
  low: number,
  high: number,
): MeanValues | null {
  const radii = box.low.map((from, k) => ((box.high[k] ?? from) - from) / 2)
  if (high - low > widest || radii.some((radius) => 2 * radius > widest)) return null
  if (player.kinds.some(({ stages }) => stages.length > 1)) return null
  const centre = box.low.map((from, k) => from + (radii[k] ?? 0))
  const at = { low: centre, high: centre }
  const middle = (low + high) / 2
  const parts = player.kinds.map((kind) => {
    const inside = kindForms(player, kind, at, start, middle, middle)
    const over = kindForms(player, kind, box, start, low, high)
    return { weight: kind.weight, inside, over }
  })
  const form = (of: (forms: KindForms) => readonly [Interval, readonly Interval[]]): Form => ({
    centre: parts.reduce((total, { weight, inside }) => total + weight * mid(of(inside)[0]), 0),
    slopes: [...radii, 0].map((_, k) =>
      parts.reduce<Interval>(
        ([a, b], { weight, over }) => {
          const [from, to] = of(over)[1][k] ?? [0, 0]
          return [a + weight * from, b + weight * to]
        },
        [0, 0],
      ),
    ),
  })
  const cost = form(({ cost: c }) => c)
  const found: MeanValues = {
    cost: { ...cost, centre: cost.centre + player.penalty },
    worth: form(({ worth }) => worth),
    slope: form(({ slope }) => slope),
    radii: [...radii, (high - low) / 2],
    atEnd: low === 1,
  }
  return [found.cost, found.worth, found.slope].every(isFinite) ? found : null
}

function isFinite({ centre, slopes }: Form): boolean {
  return Number.isFinite(centre) && slopes.flat().every(Number.isFinite)
}

/** Value and slopes of each function for one kind of task. */
interface KindForms {
  readonly cost: readonly [Interval, readonly Interval[]]
  readonly worth: readonly [Interval, readonly Interval[]]
  readonly slope: readonly [Interval, readonly Interval[]]
}

type Vector = readonly Interval[]

function kindForms(
  { rows }: Player,
  kind: PlayerKind,
  box: Box,
  start: number,
  low: number,
  high: number,
): KindForms {
  const failures = kind.stages[0] ?? []
  const range: ReplyRange = { low: [rows.map(() => low)], high: [rows.map(() => high)] }
  /** `(I - r A K)^-1 x`, for `x` known within intervals. */
  const values = (amounts: Vector): Vector => {
    const least = leastSum(rows, box, kind, range, [amounts.map(([from]) => from)]).values[0] ?? []
    const most = leastSum(rows, box, kind, range, [amounts.map(([, to]) => -to)]).values[0] ?? []
    return amounts.map((_, i) => [least[i] ?? 0, -(most[i] ?? 0)])
  }
  /** `A K x`. */
  const next = (x: Vector): Vector =>
    rows.map((row, i) => {
      const a = failures[i] ?? 0
      const least = leastInRow(
        row,
        box,
        x.map(([from]) => from),
        [],
      )
      const most = leastInRow(
        row,
        box,
        x.map(([, to]) => -to),
        [],
      )
      return [a * least, -a * most]
    })
  const exactly = (amounts: Amounts): Vector => (amounts[0] ?? []).map((x) => [x, x])
  const u = values(exactly(kind.worth))
  const v = values(exactly(kind.cost))
  const u1 = values(next(u))
  const v1 = values(next(v))
  const u2 = values(next(u1)).map((x) => scaled(x, 2))
  const visits = rows.map((_, i) => values(rows.map((_, j) => (i === j ? [1, 1] : [0, 0]))))
  const n = visits.map((x) => x[start] ?? none)
  const n1 = visits.map((x) => values(next(x))[start] ?? none)
  const r: Interval = [low, high]
  const effects = rows.flatMap((row, i) => row.effects.map(({ variable, on }) => ({ i, variable, on })))
  const slopesBy = (of: (i: number, change: (x: Vector) => Interval) => Interval): readonly Interval[] =>
    box.low.map((_, k) =>
      effects
        .filter(({ variable }) => variable === k)
        .reduce<Interval>(
          (total, { i, on }) => {
            const change = (x: Vector): Interval =>
              on.reduce<Interval>((sum, effect, j) => plus(sum, scaled(x[j] ?? none, effect)), none)
            return plus(total, scaled(of(i, change), failures[i] ?? 0))
          },
          [0, 0],
        ),
    )
  const along = (x: Vector) => slopesBy((i, change) => times(times(r, n[i] ?? none), change(x)))
  const slope = slopesBy((i, change) => {
    const visited = n[i] ?? none
    return plus(
      times(plus(visited, times(r, n1[i] ?? none)), change(u)),
      times(times(r, visited), change(u1)),
    )
  })
  const from = (x: Vector): Interval => x[start] ?? none
  return {
    cost: [from(v), [...along(v), from(v1)]],
    worth: [from(u), [...along(u), from(u1)]],
    slope: [from(u1), [...slope, from(u2)]],
  }
}

/** Multipliers of a user's conditions, and what is taken off each variable's slope. */
interface Weights {
  /** Of `G`; not positive where the persistence is 1. */
  readonly slope: number
  /** Of `c - U`; not negative. */
  readonly worth: number
}

/**
 * A lower bound of `J - τ·(x - x0)` over those points of the box at which the persistence may be a best reply: the user is
 * assured of `sure` (`U >= sure`), and at the margin gains nothing by another persistence (`G = 0`, or `G >= 0` at 1).
 *
 * @param tilt `τ` by variable; null for 0
 * @returns Infinity where no point can be one
 */
export function meanValueBound(
  forms: MeanValues,
  sure: number | null,
  tilt: readonly number[] | null,
): number {
  const { cost, worth, slope, radii, atEnd } = forms
  const most = (form: Form): number => form.centre + reachUp(form, radii)
  const least = (form: Form): number => form.centre - reachUp(form, radii)
  if (sure !== null && most(worth) < sure - 1e-12 * Math.max(1e-300, Math.abs(sure))) return Infinity
  if (most(slope) < 0 || (!atEnd && least(slope) > 0)) return Infinity
  const tilted = radii.map((_, k) => tilt?.[k] ?? 0)
  const combined = ({ slope: l, worth: m }: Weights): readonly Interval[] =>
    radii.map((_, k) => {
      const part = plus(
        plus(cost.slopes[k] ?? [0, 0], scaled(slope.slopes[k] ?? [0, 0], l)),
        scaled(worth.slopes[k] ?? [0, 0], -m),
      )
      return plus(part, [-(tilted[k] ?? 0), -(tilted[k] ?? 0)])
    })
  const boundWith = (weights: Weights): number => {
    const base = cost.centre + weights.slope * slope.centre
    const owed = sure === null ? 0 : weights.worth * (sure - worth.centre)
    return combined(weights).reduce((total, each, k) => total - (radii[k] ?? 0) * size(each), base + owed)
  }
  return candidates(forms, tilted, sure !== null).reduce(
    (best, weights) => Math.max(best, boundWith(weights)),
    boundWith({ slope: 0, worth: 0 }),
  )
}

/** How the cost slopes at the centre, by variable, where the persistence follows the route as a best reply does. */
export function reducedGradient({ cost, slope, radii, atEnd }: MeanValues): readonly number[] {
  const of = ({ slopes }: Form, k: number): number => mid(slopes[k] ?? none)
  const last = radii.length - 1
  const follows = atEnd || of(slope, last) === 0 ? 0 : of(cost, last) / of(slope, last)
  return radii.slice(0, last).map((_, k) => of(cost, k) - follows * of(slope, k))
}

function reachUp({ slopes }: Form, radii: readonly number[]): number {
  return slopes.reduce((total, each, k) => total + (radii[k] ?? 0) * size(each), 0)
}

/** Multipliers that make the slope along one axis, or two, vanish. */
function candidates(
  { cost, worth, slope, radii, atEnd }: MeanValues,
  tilt: readonly number[],
  assured: boolean,
): readonly Weights[] {
  const axes = radii.flatMap((radius, k) => (radius > 0 ? [k] : []))
  const of = ({ slopes }: Form, k: number): number => mid(slopes[k] ?? [0, 0])
  const weights: Weights[] = []
  const add = (l: number, m: number): void => {
    if (!Number.isFinite(l) || !Number.isFinite(m)) return
    const kept = { slope: atEnd ? Math.min(0, l) : l, worth: Math.max(0, m) }
    weights.push(kept)
  }
  for (const k of axes) {
    const c = of(cost, k) - (tilt[k] ?? 0)
    add(-c / of(slope, k), 0)
    if (!assured) continue
    add(0, c / of(worth, k))
    for (const j of axes) {
      if (j <= k) continue
      const d = of(cost, j) - (tilt[j] ?? 0)
      // c + l g - m w = 0 along both axes.
      const [g1, w1, g2, w2] = [of(slope, k), of(worth, k), of(slope, j), of(worth, j)]
      const det = -g1 * w2 + g2 * w1
      add((c * w2 - d * w1) / det, (g2 * c - g1 * d) / det)
    }
  }
  return weights
}

function mid([from, to]: Interval): number {
  return (from + to) / 2
}

function size([from, to]: Interval): number {
  return Math.max(Math.abs(from), Math.abs(to))
}

function plus([a, b]: Interval, [c, d]: Interval): Interval {
  return [a + c, b + d]
}

function scaled([a, b]: Interval, by: number): Interval {
  return by >= 0 ? [a * by, b * by] : [b * by, a * by]
}

function times([a, b]: Interval, [c, d]: Interval): Interval {
  const products = [a * c, a * d, b * c, b * d]
  return [Math.min(...products), Math.max(...products)]
}
