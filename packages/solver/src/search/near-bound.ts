import { mid, plus, scaled, size, type Interval } from './intervals.ts'
import { bestMultipliers, type Column } from './master.ts'
import type { Form, Near } from './near.ts'

/** A bound from mean-value forms, and the point of the box at which the linear parts attain it. */
export interface NearBound {
  /** `Infinity` where no point of the box can be one at which the reply is a best one. */
  readonly value: number
  /** What to add to the centre, by variable; null where there is no such point. */
  readonly step: readonly number[] | null
  /** What is left of the box where the cost is to be less than `enough`; null for nothing. */
  readonly reaches: Reaches | null
}

const none: NearBound = { value: Infinity, step: null, reaches: null }
const rounds = 16

/**
 * A lower bound of `J - τ·(x - x0)` over those points of the box at which the cell's reply may be a best one: none of the
 * rivals is better, and at the margin nothing is gained by another persistence (`U' = 0`, or `U' >= 0` at 1). By Lagrangian
 * duality over the linear parts, whose best multipliers are a small linear program's; with the multipliers found, the
 * bound holds for all slopes within their intervals.
 *
 * @param tilt `τ` by variable; null for 0
 * @param enough costs from which on a point is of no use
 */
export function nearBound(
  { cost, slope, leads, radii, atEnd }: Near,
  tilt: readonly number[] | null,
  enough = Infinity,
): NearBound {
  // What must not be positive.
  const kept: Form[] = leads.map((form) => opposite(form))
  if (slope !== null) {
    kept.push(opposite(slope))
    if (!atEnd) kept.push(slope)
  }
  for (const form of kept) {
    if (form.centre - reach(form, radii) > 1e-13 * (Math.abs(form.centre) + reach(form, radii))) return none
  }
  const axes = radii.length
  const base = radii.map((_, k): Interval => {
    const off = tilt?.[k] ?? 0
    const [low, high] = cost.slopes[k] ?? [0, 0]
    return [low - off, high - off]
  })
  const linear = (form: readonly Interval[], step: readonly number[]): number => {
    let total = 0
    for (let k = 0; k < axes; k++) total += mid(form[k] ?? [0, 0]) * (step[k] ?? 0)
    return total
  }
  const reaches = reachesOf(radii)
  for (const form of kept) narrow(reaches, radii, form.centre, form.slopes, 0)
  const columns: Column[] = []
  const steps: (readonly number[])[] = []
  let multipliers: readonly number[] = kept.map(() => 0)
  let best = -Infinity
  let weights: readonly number[] = [1]
  const most = 1e6 * scaleOf(base, kept)
  for (let round = 0; round < rounds; round++) {
    let value = cost.centre
    for (let i = 0; i < kept.length; i++) value += (multipliers[i] ?? 0) * (kept[i]?.centre ?? 0)
    const step: number[] = []
    const combined: Interval[] = []
    const owed = value
    for (let k = 0; k < axes; k++) {
      let along = base[k] ?? [0, 0]
      for (let i = 0; i < kept.length; i++) {
        const multiplier = multipliers[i] ?? 0
        if (multiplier !== 0) along = plus(along, scaled(kept[i]?.slopes[k] ?? [0, 0], multiplier))
      }
      const radius = radii[k] ?? 0
      value -= radius * size(along)
      combined.push(along)
      step.push(mid(along) > 0 ? -radius : radius)
    }
    best = Math.max(best, value)
    if (enough < Infinity) narrow(reaches, radii, owed, combined, enough)
    columns.push({
      cost: cost.centre + linear(base, step),
      breaches: kept.map((form) => form.centre + linear(form.slopes, step)),
    })
    steps.push(step)
    if (kept.length === 0) break
    const next = bestMultipliers(columns, kept.length, most)
    weights = next.weights
    const same = next.values.every(
      (value, i) => Math.abs(value - (multipliers[i] ?? 0)) <= 1e-12 * (1 + value),
    )
    if (round > 0 && same) break
    multipliers = next.values
  }
  const step = radii.map((_, k) =>
    steps.reduce((sum, each, i) => sum + (weights[i] ?? 0) * (each[k] ?? 0), 0),
  )
  const isEmpty = reaches.low.some((low, k) => low > (reaches.high[k] ?? 0))
  return isEmpty ? none : { value: best, step, reaches }
}

/** What is left of a box: how far from its centre a best point may be, by axis. */
export interface Reaches {
  readonly low: number[]
  readonly high: number[]
}

/** All of a box. */
export function reachesOf(radii: readonly number[]): Reaches {
  return { low: radii.map((radius) => -radius), high: [...radii] }
}

/**
 * Narrows a box to where `centre + Σ m_k δ_k <= most` may hold with slopes `m_k` within intervals, axis by axis, all others
 * being as favourable as they can.
 */
export function narrow(
  { low, high }: Reaches,
  radii: readonly number[],
  centre: number,
  slopes: readonly Interval[],
  most: number,
): void {
  let least = centre
  for (let k = 0; k < radii.length; k++) least -= (radii[k] ?? 0) * size(slopes[k] ?? [0, 0])
  const speck = 1e-12 * (Math.abs(centre) + Math.abs(centre - least) + Math.abs(most))
  for (let k = 0; k < radii.length; k++) {
    const [from, to] = slopes[k] ?? [0, 0]
    const radius = radii[k] ?? 0
    if (radius === 0 || (from <= 0 && to >= 0)) continue
    const spare = most - (least + radius * size([from, to])) + speck
    if (from > 0) high[k] = Math.min(high[k] ?? 0, spare >= 0 ? spare / from : spare / to)
    else low[k] = Math.max(low[k] ?? 0, spare >= 0 ? spare / to : spare / from)
  }
}

/** Money that a unit of the steepest condition weighs up. */
function scaleOf(cost: readonly Interval[], kept: readonly Form[]): number {
  const steepest = (slopes: readonly Interval[]): number =>
    slopes.reduce((most, each) => Math.max(most, size(each)), 0)
  const other = kept.reduce((most, { slopes }) => Math.max(most, steepest(slopes)), 0)
  const own = steepest(cost)
  return own > 0 && other > 0 ? own / other : 1
}

/** How the cost slopes at the centre, by variable, where the persistence follows the route as a best reply does. */
export function reducedGradient({ cost, slope, radii, atEnd }: Near): readonly number[] {
  const of = ({ slopes }: Form, k: number): number => mid(slopes[k] ?? [0, 0])
  const last = radii.length - 1
  const along = slope === null || atEnd ? 0 : of(slope, last)
  const follows = along === 0 ? 0 : of(cost, last) / along
  return radii.slice(0, last).map((_, k) => of(cost, k) - (slope === null ? 0 : follows * of(slope, k)))
}

function opposite({ centre, slopes }: Form): Form {
  return { centre: -centre, slopes: slopes.map((each) => scaled(each, -1)) }
}

function reach({ slopes }: Form, radii: readonly number[]): number {
  let total = 0
  for (let k = 0; k < radii.length; k++) total += (radii[k] ?? 0) * size(slopes[k] ?? [0, 0])
  return total
}
