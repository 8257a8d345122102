import { type Arithmetic, type Sign } from './arithmetic.ts'
import { nearestDouble } from './nearest.ts'
import { rational, signedNumerator } from './rational.ts'

/**
 * Doubles: fast and approximate, for pictures and for first guesses. A verdict read from `sign` is only as
 * good as the rounding behind it.
 */
export const float: Arithmetic<number> = {
  name: 'float',
  from(value) {
    if (typeof value === 'number') return value
    const exactly = rational(value)
    return nearestDouble(signedNumerator(exactly), exactly.d)
  },
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div(a, b) {
    if (b === 0) throw new RangeError('division by zero')
    return a / b
  },
  neg: (a) => 0 - a,
  sqrt(a) {
    if (a < 0) throw new RangeError('the square root of a negative number')
    return Math.sqrt(a)
  },
  sign(a): Sign {
    if (Number.isNaN(a)) throw new RangeError('the sign of what is not a number')
    return a > 0 ? 1 : a < 0 ? -1 : 0
  },
  toNumber: (a) => a,
  toExact: () => null,
}
