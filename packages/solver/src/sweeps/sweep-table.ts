import type { Expression, GameInstance, Problem, Sweep } from '@plumbline/game'
import { pointSolver } from '../points/point-solver.ts'
import type { PopulationOptions } from '../population/types.ts'
import type { SearchOptions } from '../search/limits.ts'
import { numberAxes, type NumberedAxis } from './axis-values.ts'
import { axisColumn, cellOf, solutionColumns, type Cell, type SweepColumn } from './columns.ts'

/** One point of a sweep. */
export interface SweepRow {
  /** In the order of the table's columns; those of the solution are null where there is none. */
  readonly cells: readonly Cell[]
  /** Why there is no solution at this point; none where there is one. */
  readonly problems: readonly Problem[]
}

/** All points of a sweep, each solved when it is asked for: the last axis moves fastest. */
export interface SweepTable {
  readonly axes: readonly NumberedAxis[]
  readonly columns: readonly SweepColumn[]
  /** How many rows there are: the product of the axes' counts. */
  readonly count: number
  /**
   * The game solved at one point, the same as solved alone.
   *
   * @param index from 0 up to, and without, `count`
   */
  readonly row: (index: number) => SweepRow
}

/** A sweep ready to be solved row by row, or what is wrong with its axes. */
export type SweepResult =
  | { readonly ok: true; readonly table: SweepTable }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Makes ready to solve an instance at all points of a sweep. Rows depend on their index alone, so that any part of them may
 * be computed anywhere, in any order, for tables and pictures alike.
 *
 * @param options how closely a search has to bound the provider's cost; without a limit of time the same rows always
 */
export function sweepTable(
  instance: GameInstance,
  sweep: Pick<Sweep, 'axes'>,
  options: Pick<SearchOptions, 'tolerance' | 'nodes'> & PopulationOptions = {},
): SweepResult {
  const numbered = numberAxes(instance, sweep.axes)
  if (!numbered.ok) return numbered
  const { axes } = numbered
  const solutions = solutionColumns(instance)
  const targets = axes.map(({ axis }) => axis.target)
  const solve = pointSolver(instance, targets, options)
  const nothing = solutions.map(() => null)
  return {
    ok: true,
    table: {
      axes,
      columns: [...axes.map(({ axis }) => axisColumn(axis)), ...solutions],
      count: axes.reduce((product, { count }) => product * count, 1),
      row: (index) => {
        const values = placesAt(axes, index).map((place, axis) => axes[axis]?.valueAt(place))
        const assignment = new Map<string, Expression>()
        const numbers: number[] = []
        values.forEach((value, axis) => {
          const target = targets[axis]
          if (value === undefined || target === undefined) throw new RangeError('a point without its values')
          assignment.set(target, value.expression)
          numbers.push(value.number)
        })
        const found = solve(assignment, (solved) =>
          solutions.map(({ path }) => cellOf(instance, solved, path)),
        )
        return found.ok
          ? { cells: [...numbers, ...found.value], problems: [] }
          : { cells: [...numbers, ...nothing], problems: found.problems }
      },
    },
  }
}

/** Where on each axis a row is. */
function placesAt(axes: readonly NumberedAxis[], index: number): readonly number[] {
  const places = axes.map(() => 0)
  let rest = index
  for (let axis = axes.length - 1; axis >= 0; axis -= 1) {
    const count = axes[axis]?.count ?? 1
    places[axis] = rest % count
    rest = Math.floor(rest / count)
  }
  return places
}
