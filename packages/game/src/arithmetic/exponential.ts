import type Fraction from 'fraction.js'
import { bitLength, floorDivide } from './integer.ts'
import { dyadic, type Enclosure, outward, point } from './enclosure.ts'
import { fraction, one, signOf, signedNumerator, zero } from './rational.ts'

/** Binary digits of the fixed point in which series are summed: a hundred more than an enclosure keeps. */
const digits = 384
/** What truncation may add up to, in units of the last fixed-point digit: a hundred terms, and `k·ln 2`. */
const slack = 1n << 20n
const unit = 1n << BigInt(digits)

/** The greatest |x| whose exponential is worth having: `e^2800` has about 4040 binary digits. */
const exponentLimit = 2800

/**
 * Bounds of `e^x`, about 256 binary digits apart; exact at 0. Reduction to `x = k ln 2 + y`, `|y| < 0.4`, then
 * the Taylor series of `e^y` in fixed point, with a margin for every truncation.
 *
 * @throws RangeError when `|x|` exceeds 2800.
 */
export function exponentialBounds(x: Fraction): Enclosure {
  if (x.n === 0n) return point(one)
  if (x.n > BigInt(exponentLimit) * x.d) throw new RangeError('an exponential out of range')
  const fixed = floorDivide(signedNumerator(x) << BigInt(digits), x.d)
  const halves = floorDivide(2n * fixed, lnTwo) + 1n
  const k = halves >> 1n
  const y = fixed - k * lnTwo
  let term = unit
  let total = unit
  for (let i = 1n; term !== 0n && term !== -1n; i++) {
    term = ((term * y) >> BigInt(digits)) / i
    total += term
  }
  const exponent = Number(k) - digits
  return outward(dyadic(total - slack, exponent), dyadic(total + slack, exponent))
}

/**
 * Bounds of the natural logarithm of `x > 0`, about 2^-360 apart; exact at 1. Reduction to `x = m·2^k` with `m`
 * near 1, then `ln m = 2 artanh((m−1)/(m+1))`.
 *
 * @throws RangeError when `x` is not positive.
 */
export function logarithmBounds(x: Fraction): Enclosure {
  if (signOf(x) <= 0) throw new RangeError('the logarithm of a number that is not positive')
  if (x.n === x.d) return point(zero)
  const k = bitLength(x.n) - bitLength(x.d)
  const n = k < 0 ? x.n << BigInt(-k) : x.n
  const d = k > 0 ? x.d << BigInt(k) : x.d
  const total = 2n * inverseHyperbolicTangent(n - d, n + d) + BigInt(k) * lnTwo
  const bounds = outward(dyadic(total - slack, -digits), dyadic(total + slack, -digits))
  const above = x.n > x.d
  return {
    lo: above && signOf(bounds.lo) < 0 ? zero : bounds.lo,
    hi: !above && signOf(bounds.hi) > 0 ? zero : bounds.hi,
  }
}

/** `artanh(n/d)` in fixed point, for `|n/d| <= 1/2`. */
function inverseHyperbolicTangent(n: bigint, d: bigint): bigint {
  const z = floorDivide(n << BigInt(digits), d)
  const square = (z * z) >> BigInt(digits)
  let power = z
  let total = z
  for (let i = 3n; power !== 0n && power !== -1n; i += 2n) {
    power = (power * square) >> BigInt(digits)
    total += power / i
  }
  return total
}

const lnTwo = 2n * inverseHyperbolicTangent(1n, 3n)

/** Bounds of `e^x` for every `x` of an enclosure. @throws RangeError beyond 2800. */
export function exponential({ lo, hi }: Enclosure): Enclosure {
  return { lo: exponentialBounds(lo).lo, hi: exponentialBounds(hi).hi }
}

/** Bounds of `ln x` for every `x` of an enclosure of positive numbers. @throws RangeError otherwise. */
export function logarithm({ lo, hi }: Enclosure): Enclosure {
  return { lo: logarithmBounds(lo).lo, hi: logarithmBounds(hi).hi }
}

/** Whether `e^x` is within the range of {@link exponential}. */
export function exponentFits({ lo, hi }: Enclosure): boolean {
  const limit = fraction(BigInt(exponentLimit), 1n)
  return lo.abs().lte(limit) && hi.abs().lte(limit)
}
