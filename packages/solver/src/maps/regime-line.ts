import type { Axis, GameInstance, Problem } from '@plumbline/game'
import { pointOf, type PointSolution } from '../points/point.ts'
import { pointSolver } from '../points/point-solver.ts'
import type { PopulationOptions } from '../population/types.ts'
import { numberAxes } from '../sweeps/axis-values.ts'
import { mapAxis, numberAt, valueAt, type MapAxis } from './map-axis.ts'
import { regimeKey, regimeOf, type Regime } from './regime.ts'
import { finenessOf } from './fineness.ts'

/** A solved point of a line. */
export interface LinePoint {
  readonly value: number
  readonly cost: number
  readonly gap: number
}

/** A stretch of an axis with one regime. */
export interface LineStretch {
  /** Null where the game has no solution. */
  readonly regime: Regime | null
  readonly from: number
  readonly to: number
  /** Ascending by share of the axis; none where there is no solution. */
  readonly points: readonly LinePoint[]
}

/** A game over one of its numbers. */
export interface RegimeLine {
  readonly axis: MapAxis
  readonly stretches: readonly LineStretch[]
}

/** A line, or what is wrong with its axis. */
export type LineResult =
  | { readonly ok: true; readonly line: RegimeLine }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface Solved {
  readonly share: number
  readonly label: string
  readonly regime: Regime | null
  readonly point: LinePoint | null
}

/**
 * The stretches of one number of a game in which the provider's route and the users' answers are of one kind; their ends are
 * bisected for.
 *
 * @param samples points along the axis: what is shorter than the way between two of them may be missed
 * @param progress told which share of the axis has been solved; what it throws ends the line
 */
export function regimeLine(
  instance: GameInstance,
  axis: Axis,
  samples: number,
  progress: (share: number) => void = () => undefined,
  options: PopulationOptions = {},
): LineResult {
  const numbered = numberAxes(instance, [axis])
  if (!numbered.ok) return numbered
  const [values] = numbered.axes
  if (values === undefined) throw new RangeError('a line without an axis')
  const along = mapAxis(values)
  const { search, precision } = finenessOf(instance, options)
  const solve = pointSolver(instance, [axis.target], { ...options, ...search })
  const at = (share: number): Solved => {
    const found = solve(new Map([[axis.target, numberAt(along, share)]]), pointOf)
    if (!found.ok) return { share, label: '', regime: null, point: null }
    const regime = regimeOf(found.value)
    return { share, label: regimeKey(regime), regime, point: linePoint(valueAt(along, share), found.value) }
  }
  const sampled = Array.from({ length: samples + 1 }, (_, index) => {
    progress(index / samples)
    return at(index / samples)
  })
  const all = sampled.flatMap((solved, index) => {
    const next = sampled[index + 1]
    return next === undefined || next.label === solved.label
      ? [solved]
      : [solved, ...change(at, solved, next, precision)]
  })
  return { ok: true, line: { axis: along, stretches: stretchesOf(all, along) } }
}

/** The last point before a change of regime and the first after it. */
function change(
  at: (share: number) => Solved,
  before: Solved,
  after: Solved,
  precision: number,
): readonly Solved[] {
  let [near, far] = [before, after]
  while (far.share - near.share > precision) {
    const middle = at((near.share + far.share) / 2)
    if (middle.label === before.label) near = middle
    else far = middle
  }
  // More than one change between two samples: the others follow.
  return far.label === after.label ? [near, far] : [near, far, ...change(at, far, after, precision)]
}

function stretchesOf(all: readonly Solved[], axis: MapAxis): readonly LineStretch[] {
  const groups: Solved[][] = []
  for (const solved of all) {
    const last = groups.at(-1)
    if (last?.[0]?.label === solved.label) last.push(solved)
    else groups.push([solved])
  }
  return groups.map((group) => ({
    regime: group[0]?.regime ?? null,
    from: valueAt(axis, group[0]?.share ?? 0),
    to: valueAt(axis, group.at(-1)?.share ?? 1),
    points: group.flatMap(({ point }) => (point === null ? [] : [point])),
  }))
}

function linePoint(value: number, { provider, gap }: PointSolution): LinePoint {
  return { value, cost: provider.cost, gap }
}
