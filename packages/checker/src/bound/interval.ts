/** All doubles from `lo` to `hi`: for bounds by many operations, each rounded outward. */
export interface Interval {
  readonly lo: number
  readonly hi: number
}

/** More than half a unit in the last place of a double, relative. */
const unit = 2 ** -52
/** More than what is lost by a result that is too small for all its digits. */
const tiny = 2 ** -1070

function outward(lo: number, hi: number): Interval {
  return { lo: lo - Math.abs(lo) * unit - tiny, hi: hi + Math.abs(hi) * unit + tiny }
}

/** A number of which the double nearest is known. */
export function around(x: number): Interval {
  return outward(x, x)
}

export function point(x: number): Interval {
  return { lo: x, hi: x }
}

export function plus(a: Interval, b: Interval): Interval {
  return outward(a.lo + b.lo, a.hi + b.hi)
}

export function minus(a: Interval, b: Interval): Interval {
  return outward(a.lo - b.hi, a.hi - b.lo)
}

export function times(a: Interval, b: Interval): Interval {
  const [p, q, r, s] = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]
  return outward(Math.min(p, q, r, s), Math.max(p, q, r, s))
}

/** Everything where the divisor may be 0. */
export function over(a: Interval, b: Interval): Interval {
  if (b.lo <= 0 && b.hi >= 0) return { lo: -Infinity, hi: Infinity }
  return times(a, outward(1 / b.hi, 1 / b.lo))
}

/** Everything where the number may not be positive. */
export function root(a: Interval): Interval {
  return a.lo <= 0 ? { lo: -Infinity, hi: Infinity } : outward(Math.sqrt(a.lo), Math.sqrt(a.hi))
}
