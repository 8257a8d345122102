import { above, below, only, type Interval } from './interval.ts'

/** Encloses a function and its derivative over an interval of its argument. */
export type Enclosing = (x: Interval) => { readonly value: Interval; readonly slope: Interval }

/** What a search for a value below a target found. */
export interface Minimum {
  /** A point at which the function is below the target, null where none was found. */
  readonly at: number | null
  /** The function over the whole interval, its ends excepted, is no less than the lesser of this and `upper`. */
  readonly lower: number
  /** Not less than the function at `at`; the target where nothing was found. */
  readonly upper: number
}

interface Cell {
  readonly from: number
  readonly to: number
  readonly lower: number
}

/**
 * Least value of a smooth function strictly between two points, where it is below a target: branch and bound
 * with outward-rounded bounds in mean-value form. A cell on which the derivative keeps its sign has its
 * minimum at an end and is dropped: a neighbour holds that end, or it is an end of the whole interval, whose
 * value the caller knows (it must be no less than the target).
 *
 * @param target values at or above it are of no interest
 * @param tolerance absolute: how far `lower` may stay behind `upper`
 * @param until `first`: the first value found below the target will do, without a bound
 * @param limit cells examined at most; the bounds are valid however early it stops
 */
export function minimiseBelow(
  enclose: Enclosing,
  from: number,
  to: number,
  target: number,
  tolerance: number,
  until: 'best' | 'first' = 'best',
  limit = 20_000,
): Minimum {
  let upper = target
  let at: number | null = null
  let settled = Infinity
  let cells: Cell[] = [{ from, to, lower: -Infinity }]
  for (let seen = 0; cells.length > 0 && seen < limit;) {
    const next: Cell[] = []
    for (const cell of cells) {
      if (cell.lower >= upper) continue
      seen += 1
      const middle = cell.from + (cell.to - cell.from) / 2
      const whole = enclose({ lo: cell.from, hi: cell.to })
      const centre = enclose(only(middle)).value
      if (centre.hi < upper && middle > from && middle < to) {
        upper = centre.hi
        at = middle
        if (until === 'first') return { at, lower: -Infinity, upper }
      }
      if (whole.slope.lo > 0 || whole.slope.hi < 0) continue
      const reach = Math.max(middle - cell.from, cell.to - middle)
      const steepness = Math.max(-whole.slope.lo, whole.slope.hi)
      const meanValue = below(centre.lo - above(above(reach) * steepness))
      const lower = Math.max(whole.value.lo, Number.isNaN(meanValue) ? -Infinity : meanValue)
      if (lower >= upper) continue
      if (lower >= upper - tolerance || middle <= cell.from || middle >= cell.to) {
        settled = Math.min(settled, lower)
        continue
      }
      next.push({ from: cell.from, to: middle, lower }, { from: middle, to: cell.to, lower })
    }
    cells = next
  }
  for (const cell of cells) settled = Math.min(settled, cell.lower)
  return { at, lower: Math.min(settled, upper), upper }
}
