import { bitLength } from './integer.ts'

const smallestExponent = -1074
const largestExponent = 1023
/** Integers below are doubles, and the quotient of two doubles is the nearest double. */
const safe = 2n ** 53n

/**
 * The double nearest `numerator / denominator`, ties to even, subnormals included. Beyond the doubles' range
 * it is `±Number.MAX_VALUE`: never infinite, never NaN.
 *
 * @param denominator greater than 0.
 */
export function nearestDouble(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0
  if (numerator < 0n) return 0 - nearestDouble(-numerator, denominator)
  if (numerator < safe && denominator < safe) return Number(numerator) / Number(denominator)
  const exponent = binaryExponent(numerator, denominator)
  if (exponent > largestExponent) return Number.MAX_VALUE
  const unit = Math.max(exponent - 52, smallestExponent)
  const significand = Number(divideToEven(numerator, denominator, unit))
  return Math.min(scale(significand, unit), Number.MAX_VALUE)
}

/** The `e` with `2^e <= n/d < 2^(e+1)`. */
function binaryExponent(n: bigint, d: bigint): number {
  const guess = bitLength(n) - bitLength(d)
  const reached = guess >= 0 ? n >= d << BigInt(guess) : n << BigInt(-guess) >= d
  return reached ? guess : guess - 1
}

/** The integer nearest `n / (d · 2^unit)`, ties to even. */
function divideToEven(n: bigint, d: bigint, unit: number): bigint {
  const over = unit < 0 ? n << BigInt(-unit) : n
  const under = unit > 0 ? d << BigInt(unit) : d
  const quotient = over / under
  const twiceRemainder = (over - quotient * under) * 2n
  if (twiceRemainder < under) return quotient
  return twiceRemainder > under || quotient % 2n === 1n ? quotient + 1n : quotient
}

/** `significand · 2^unit`, exact because the caller keeps it within a double's digits. */
function scale(significand: number, unit: number): number {
  return unit < -1000 ? significand * 2 ** -1000 * 2 ** (unit + 1000) : significand * 2 ** unit
}
