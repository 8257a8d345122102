import { minus, over, plus, point, root, times, type Interval } from './interval.ts'

/** A function of one variable over a range of it: bounds of its value and its first and second derivatives. */
export interface Jet {
  readonly value: Interval
  readonly slope: Interval
  readonly bend: Interval
}

const zero = point(0)
const two = point(2)

export function constant(value: Interval): Jet {
  return { value, slope: zero, bend: zero }
}

/** The variable itself. */
export function variable(range: Interval): Jet {
  return { value: range, slope: point(1), bend: zero }
}

export function add(a: Jet, b: Jet): Jet {
  return { value: plus(a.value, b.value), slope: plus(a.slope, b.slope), bend: plus(a.bend, b.bend) }
}

export function subtract(a: Jet, b: Jet): Jet {
  return { value: minus(a.value, b.value), slope: minus(a.slope, b.slope), bend: minus(a.bend, b.bend) }
}

export function multiply(a: Jet, b: Jet): Jet {
  return {
    value: times(a.value, b.value),
    slope: plus(times(a.slope, b.value), times(a.value, b.slope)),
    bend: plus(plus(times(a.bend, b.value), times(a.value, b.bend)), times(two, times(a.slope, b.slope))),
  }
}

/** `q = a/b`: `q' = (a' - q b')/b`, `q'' = (a'' - 2 q' b' - q b'')/b`. */
export function divide(a: Jet, b: Jet): Jet {
  const value = over(a.value, b.value)
  const slope = over(minus(a.slope, times(value, b.slope)), b.value)
  const rest = plus(times(two, times(slope, b.slope)), times(value, b.bend))
  return { value, slope, bend: over(minus(a.bend, rest), b.value) }
}

/** `w = √a`: `w' = a'/(2w)`, `w'' = (a'' - 2 w'²)/(2w)`. */
export function squareRoot(a: Jet): Jet {
  const value = root(a.value)
  const twice = times(two, value)
  const slope = over(a.slope, twice)
  return { value, slope, bend: over(minus(a.bend, times(two, times(slope, slope))), twice) }
}

/**
 * A bound from below over a range `x` to `y`, by Taylor's formula about a place `m` in it: `f(m) + f'(m) d + f'' d²/2`, with the
 * least second derivative over the range; or the bound of the value itself, if that is more.
 *
 * @param whole over the range
 * @param at over the place alone
 */
export function leastOver(whole: Jet, at: Jet, m: number, x: number, y: number): number {
  const bend = whole.bend.lo
  const ends = [minus(point(x), point(m)), minus(point(y), point(m))]
  const slack = 1e-9 * (y - x)
  const least = [at.slope.lo, at.slope.hi].flatMap((slope) => {
    const vertex = -slope / bend
    const isInside = bend > 0 && vertex > x - m - slack && vertex < y - m + slack
    // The vertex of a parabola is below all of it.
    if (isInside) return [minus(at.value, over(times(point(slope), point(slope)), point(2 * bend))).lo]
    return ends.map((d) => {
      const rise = times(d, plus(point(slope), times(point(bend / 2), d)))
      return plus(at.value, rise).lo
    })
  })
  const byTaylor = Math.min(...least)
  return byTaylor > whole.value.lo ? byTaylor : whole.value.lo
}
