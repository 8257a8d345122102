import { rational, Undecided, type Arithmetic, type Sign } from '@plumbline/game'

/** A real number known to lie between two doubles. */
export interface Interval {
  readonly lo: number
  readonly hi: number
}

/** A double below `x`, or `-∞`. */
export function below(x: number): number {
  return x - Math.abs(x) * Number.EPSILON - Number.MIN_VALUE
}

/** A double above `x`, or `∞`. */
export function above(x: number): number {
  return x + Math.abs(x) * Number.EPSILON + Number.MIN_VALUE
}

/** The interval that holds one double only. */
export function only(x: number): Interval {
  return { lo: x, hi: x }
}

/**
 * Intervals between doubles, rounded outward after every operation: fast bounds for a search. A quotient by
 * what may be zero is unbounded; a sign that the interval does not decide throws {@link Undecided}.
 */
export const interval: Arithmetic<Interval> = {
  name: 'interval',
  from(value) {
    const nearest = typeof value === 'number' ? value : rational(value).valueOf()
    return Number.isInteger(nearest) && Math.abs(nearest) < 2 ** 53 ? only(nearest) : around(nearest)
  },
  add: (a, b) => outward(a.lo + b.lo, a.hi + b.hi),
  sub: (a, b) => outward(a.lo - b.hi, a.hi - b.lo),
  mul: (a, b) => hull(a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi),
  div(a, b) {
    if (b.lo <= 0 && b.hi >= 0) return { lo: -Infinity, hi: Infinity }
    return hull(a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi)
  },
  neg: (a) => ({ lo: -a.hi, hi: -a.lo }),
  sqrt: (a) => outward(Math.sqrt(Math.max(0, a.lo)), Math.sqrt(Math.max(0, a.hi))),
  sign(a): Sign {
    if (a.lo > 0) return 1
    if (a.hi < 0) return -1
    if (a.lo === 0 && a.hi === 0) return 0
    throw new Undecided('a sign that the interval does not decide')
  },
  toNumber: (a) => a.lo / 2 + a.hi / 2,
  toExact: () => null,
}

/** The interval of a number of which `x` is the nearest double. */
export function around(x: number): Interval {
  return { lo: below(x), hi: above(x) }
}

function outward(lo: number, hi: number): Interval {
  if (Number.isNaN(lo) || Number.isNaN(hi)) return { lo: -Infinity, hi: Infinity }
  return { lo: below(lo), hi: above(hi) }
}

function hull(a: number, b: number, c: number, d: number): Interval {
  return outward(Math.min(a, b, c, d), Math.max(a, b, c, d))
}
