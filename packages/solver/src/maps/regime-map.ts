import type { Axis, GameInstance, Problem } from '@plumbline/game'
import { pointOf } from '../points/point.ts'
import { pointSolver } from '../points/point-solver.ts'
import type { PopulationOptions } from '../population/types.ts'
import { numberAxes } from '../sweeps/axis-values.ts'
import { contours, type Contour } from './contours.ts'
import { finenessOf } from './fineness.ts'
import { mapAxis, numberAt, type MapAxis } from './map-axis.ts'
import { regimeKey, regimeOf, type Regime } from './regime.ts'
import { traceRegions, type Place } from './trace-regions.ts'

/** All points of the map with one regime. */
export interface MapRegion {
  /** Null where the game has no solution. */
  readonly regime: Regime | null
  /** Outlines of pieces that make up the region. */
  readonly pieces: readonly (readonly Place[])[]
  /** A place well within it, for its name, and how far from other regions that is. */
  readonly middle: Place
  readonly room: number
}

/** A game over two of its numbers. Places are shares of the axes, `[0, 1]` each. */
export interface RegimeMap {
  readonly x: MapAxis
  readonly y: MapAxis
  readonly regions: readonly MapRegion[]
  readonly edges: readonly (readonly Place[])[]
  readonly contours: readonly Contour[]
  /** How many points were solved. */
  readonly points: number
}

/** What a map shows besides regions. */
export type MapValue = 'gap' | 'cost'

export interface MapOptions {
  readonly value: MapValue | null
  /** The most cells along a side; 47 unless told, and no more than 13, or 7, where every point is a search. */
  readonly cells?: number
  /** Told now and then which share of the map has been traced, and how many points have been solved. What it throws ends the map. */
  readonly progress?: (share: number, points: number) => void
}

/** A map, or what is wrong with its axes. */
export type MapResult =
  | { readonly ok: true; readonly map: RegimeMap }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const nowhere = ''

/**
 * The regions of two numbers of a game in which the provider's route and the users' answers are of one kind, with edges traced
 * by bisection: each corner of an edge is within 1e-8 of the axis of the place where the solver's answer changes, within 1e-2 where
 * every point is a search.
 *
 * @param axes two, linear or geometric
 */
export function regimeMap(
  instance: GameInstance,
  axes: readonly [Axis, Axis],
  { value, cells: wanted, progress }: MapOptions,
  options: PopulationOptions = {},
): MapResult {
  const numbered = numberAxes(instance, axes)
  if (!numbered.ok) return numbered
  const [across, up] = numbered.axes
  if (across === undefined || up === undefined) throw new RangeError('a map without two axes')
  const [x, y] = [mapAxis(across), mapAxis(up)]
  const fineness = finenessOf(instance, options)
  const cells = Math.min(wanted ?? Infinity, fineness.cells)
  const solve = pointSolver(instance, [x.axis.target, y.axis.target], { ...options, ...fineness.search })
  const known = new Map<string, { readonly label: string; readonly value: number }>()
  const regimes = new Map<string, Regime | null>([[nowhere, null]])
  let share = 0
  const at = (u: number, v: number): { readonly label: string; readonly value: number } => {
    const key = `${String(u)} ${String(v)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const assignment = new Map([
      [x.axis.target, numberAt(x, u)],
      [y.axis.target, numberAt(y, v)],
    ])
    const found = solve(assignment, (solved) => {
      const point = pointOf(solved)
      const regime = regimeOf(point)
      const label = regimeKey(regime)
      if (!regimes.has(label)) regimes.set(label, regime)
      return { label, value: value === 'cost' ? point.provider.cost : point.gap }
    })
    const result = found.ok ? found.value : { label: nowhere, value: NaN }
    known.set(key, result)
    if (known.size % 16 === 0) progress?.(share, known.size)
    return result
  }
  const traced = traceRegions((u, v) => at(u, v).label, {
    ...fineness,
    cells,
    progress: (done) => {
      share = done
    },
  })
  const middles = middlesOf((u, v) => at(u, v).label, cells)
  const labels = [...new Set(traced.pieces.map(({ label }) => label))]
  const regions = labels.map((label): MapRegion => ({
    regime: regimes.get(label) ?? null,
    pieces: traced.pieces.flatMap((piece) => (piece.label === label ? [piece.outline] : [])),
    ...(middles.get(label) ?? {
      middle: centreOf(traced.pieces.find((piece) => piece.label === label)?.outline ?? []),
      room: 0,
    }),
  }))
  const lines =
    value === null
      ? []
      : contours(
          (u, v) => {
            const found = at(u, v)
            return found.label === nowhere ? null : found
          },
          cells,
          8,
          fineness.lineCuts,
        )
  return { ok: true, map: { x, y, regions, edges: traced.edges, contours: lines, points: known.size } }
}

/** For each label the corner of a cell that is farthest from any of another label. */
function middlesOf(
  labelAt: (x: number, y: number) => string,
  cells: number,
): ReadonlyMap<string, { readonly middle: Place; readonly room: number }> {
  const corners = Array.from({ length: (cells + 1) ** 2 }, (_, index) => {
    const [column, row] = [index % (cells + 1), Math.floor(index / (cells + 1))]
    return { column, row, label: labelAt(column / cells, row / cells) }
  })
  const best = new Map<string, { middle: Place; room: number }>()
  for (const { column, row, label } of corners) {
    const border = Math.min(column, row, cells - column, cells - row)
    let room = border + 0.5
    for (const other of corners) {
      if (other.label === label) continue
      room = Math.min(room, Math.hypot(other.column - column, other.row - row))
      if (room <= (best.get(label)?.room ?? -1)) break
    }
    if (room > (best.get(label)?.room ?? -1)) best.set(label, { middle: [column / cells, row / cells], room })
  }
  return new Map([...best].map(([label, { middle, room }]) => [label, { middle, room: room / cells }]))
}

function centreOf(places: readonly Place[]): Place {
  const sum = places.reduce<Place>(([x, y], place) => [x + place[0], y + place[1]], [0, 0])
  return [sum[0] / places.length, sum[1] / places.length]
}
