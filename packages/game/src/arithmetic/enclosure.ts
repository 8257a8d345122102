import type Fraction from 'fraction.js'
import { type Arithmetic, type Sign, Undecided } from './arithmetic.ts'
import { bitLength, ceilDivide, floorDivide, integerRoot, perfectRoot, shift } from './integer.ts'
import { nearestDouble } from './nearest.ts'
import { fraction, rational, signOf, signedNumerator, zero } from './rational.ts'

/** A real number known to lie in `[lo, hi]`; `lo = hi` is a rational known exactly. */
export interface Enclosure {
  readonly lo: Fraction
  readonly hi: Fraction
}

const precision = 256

/** The enclosure that holds one rational only, however many digits it has. */
export function point(value: Fraction): Enclosure {
  return { lo: value, hi: value }
}

/** Whether the number is a rational known exactly. */
export function isPoint({ lo, hi }: Enclosure): boolean {
  return lo.n === hi.n && lo.d === hi.d && lo.s === hi.s
}

/**
 * Rational intervals, rounded outward to 256 binary digits once they need more. For numbers that came through
 * `sqrt`, `exp`, `log` or a broken exponent, which no exact arithmetic here can hold. A sign that the interval
 * does not decide throws {@link Undecided}; only `[0, 0]` is zero.
 */
export const enclosure: Arithmetic<Enclosure> = {
  name: 'enclosure',
  from: (value) => point(rational(value)),
  add: (a, b) => outward(a.lo.add(b.lo), a.hi.add(b.hi)),
  sub: (a, b) => outward(a.lo.sub(b.hi), a.hi.sub(b.lo)),
  mul(a, b) {
    if (isPoint(a) && isPoint(b)) {
      const product = a.lo.mul(b.lo)
      return outward(product, product)
    }
    if (signOf(a.lo) >= 0 && signOf(b.lo) >= 0) return outward(a.lo.mul(b.lo), a.hi.mul(b.hi))
    return hull([a.lo.mul(b.lo), a.lo.mul(b.hi), a.hi.mul(b.lo), a.hi.mul(b.hi)])
  },
  div(a, b) {
    if (enclosure.sign(b) === 0) throw new RangeError('division by zero')
    return enclosure.mul(a, { lo: b.hi.inverse(), hi: b.lo.inverse() })
  },
  neg: (a) => ({ lo: a.hi.neg(), hi: a.lo.neg() }),
  sqrt(a) {
    if (signOf(a.hi) < 0) throw new RangeError('the square root of a negative number')
    if (signOf(a.lo) < 0) throw new Undecided('the square root of what may be negative')
    return outward(rootBounds(a.lo).lo, rootBounds(a.hi).hi)
  },
  sign(a): Sign {
    const [low, high] = [signOf(a.lo), signOf(a.hi)]
    if (low !== high) throw new Undecided('a sign that the digits kept do not decide')
    return low
  },
  toNumber({ lo, hi }) {
    const from = nearestDouble(signedNumerator(lo), lo.d)
    const to = nearestDouble(signedNumerator(hi), hi.d)
    if (from === to) return from
    const middle = lo.add(hi).div(2n)
    return nearestDouble(signedNumerator(middle), middle.d)
  },
  toExact: (a) => (isPoint(a) ? a.lo.toFraction() : null),
}

function hull(values: readonly Fraction[]): Enclosure {
  const [first = zero, ...rest] = values
  let [lo, hi] = [first, first]
  for (const value of rest) {
    if (value.lt(lo)) lo = value
    if (value.gt(hi)) hi = value
  }
  return outward(lo, hi)
}

/** `[lo, hi]` with each end that needs more digits than are kept moved outward to one that does not. */
export function outward(lo: Fraction, hi: Fraction): Enclosure {
  return { lo: rounded(lo, floorDivide), hi: rounded(hi, ceilDivide) }
}

function rounded(value: Fraction, divide: (a: bigint, b: bigint) => bigint): Fraction {
  const [over, under] = [bitLength(value.n), bitLength(value.d)]
  if (over <= precision && under <= precision) return value
  const digits = precision + under - over
  const n = signedNumerator(value)
  return dyadic(
    divide(digits > 0 ? shift(n, digits) : n, digits > 0 ? value.d : shift(value.d, -digits)),
    -digits,
  )
}

/** `significand · 2^exponent`. */
export function dyadic(significand: bigint, exponent: number): Fraction {
  return exponent >= 0
    ? fraction(significand << BigInt(exponent), 1n)
    : fraction(significand, 1n << BigInt(-exponent))
}

/** Bounds of the square root of a rational, equal where it is rational. */
function rootBounds(value: Fraction): Enclosure {
  const [n, d] = [perfectRoot(value.n, 2), perfectRoot(value.d, 2)]
  if (n !== null && d !== null) return point(fraction(n, d))
  const digits = Math.max(0, precision + 16 + Math.ceil((bitLength(value.d) - bitLength(value.n)) / 2))
  const low = integerRoot((value.n << BigInt(2 * digits)) / value.d, 2)
  return { lo: dyadic(low, -digits), hi: dyadic(low + 1n, -digits) }
}
