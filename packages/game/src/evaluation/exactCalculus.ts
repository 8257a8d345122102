import type Fraction from 'fraction.js'
import { type Exact, exact, exactOne, exactRational, exactZero } from '../arithmetic/exact.ts'
import { bitLength, perfectRoot } from '../arithmetic/integer.ts'
import { max, min, magnitude } from '../arithmetic/order.ts'
import { fraction, one, signOf } from '../arithmetic/rational.ts'
import { bitBound, type Calculus, exponentBound, failure, type Outcome, value } from './calculus.ts'

/**
 * Expressions in exact numbers. What has no rational value (`sqrt(2)`, `exp(1)`, `2^(1/3)`) is `inexact`; what
 * has one is exact: `sqrt(9/4)`, `8^(2/3)`, `exp(0)`, `log(1)`.
 */
export const exactCalculus: Calculus<Exact> = {
  arithmetic: exact,
  sqrt(a) {
    if (exact.sign(a) < 0) return failure('no-real-value')
    return a.root === 0n ? orInexact(rootOf(a.a, 2)) : failure('inexact')
  },
  exp: (a) => (exact.sign(a) === 0 ? value(exactOne) : failure('inexact')),
  log(a) {
    if (exact.sign(a) <= 0) return failure('no-real-value')
    return exact.sign(exact.sub(a, exactOne)) === 0 ? value(exactZero) : failure('inexact')
  },
  pow(base, exponent) {
    if (exponent.root !== 0n) return failure('inexact')
    return exponent.a.d === 1n ? integerPower(base, exponent.a) : brokenPower(base, exponent.a)
  },
  least: (a, b) => min(exact, a, b),
  greatest: (a, b) => max(exact, a, b),
  magnitude: (a) => magnitude(exact, a),
  size: ({ a, b, root }) => (root === 0n ? sizeOf(a) : Math.max(sizeOf(a), sizeOf(b))),
}

/** Binary digits of the longer of numerator and denominator. */
export function sizeOf(a: Fraction): number {
  return Math.max(bitLength(a.n), bitLength(a.d))
}

function orInexact(root: Fraction | null): Outcome<Exact> {
  return root === null ? failure('inexact') : value(exactRational(root))
}

/** The root of a rational that is not negative where it is rational, else null. */
export function rootOf(a: Fraction, degree: number): Fraction | null {
  const [n, d] = [perfectRoot(a.n, degree), perfectRoot(a.d, degree)]
  return n === null || d === null ? null : fraction(n, d)
}

function integerPower(base: Exact, exponent: Fraction): Outcome<Exact> {
  if (exponent.n === 0n) return value(exactOne)
  const negative = signOf(exponent) < 0
  if (exact.sign(base) === 0) return negative ? failure('division-by-zero') : value(exactZero)
  if (base.root === 0n) {
    const result = rationalPower(base.a, exponent)
    return result === null ? failure('too-large') : value(exactRational(result))
  }
  if (exponent.n > BigInt(exponentBound)) return failure('too-large')
  let result = exactOne
  for (let i = 0n; i < exponent.n; i++) {
    result = exact.mul(result, base)
    if (exactCalculus.size(result) > bitBound) return failure('too-large')
  }
  return value(negative ? exact.div(exactOne, result) : result)
}

/** `base^exponent` for an integer exponent and a base other than 0; null where it is too large to write. */
export function rationalPower(base: Fraction, exponent: Fraction): Fraction | null {
  if (base.n === 1n && base.d === 1n) return base.s < 0n && exponent.n % 2n === 1n ? base : one
  const bits = BigInt(sizeOf(base) - 1)
  if (exponent.n > BigInt(exponentBound) || bits * exponent.n > BigInt(bitBound)) return null
  const n = (base.s * base.n) ** exponent.n
  const d = base.d ** exponent.n
  return signOf(exponent) < 0 ? fraction(d, n) : fraction(n, d)
}

function brokenPower(base: Exact, exponent: Fraction): Outcome<Exact> {
  const sign = exact.sign(base)
  if (sign < 0) return failure('no-real-value')
  if (sign === 0) return signOf(exponent) < 0 ? failure('division-by-zero') : value(exactZero)
  if (base.root !== 0n) return failure('inexact')
  const root = rationalRoot(base.a, exponent.d)
  if (root === null) return failure('inexact')
  return integerPower(exactRational(root), fraction(exponent.s * exponent.n, 1n))
}

/** The rational root of a positive rational, or null where it is irrational. */
export function rationalRoot(base: Fraction, degree: bigint): Fraction | null {
  if (base.n === 1n && base.d === 1n) return base
  return degree > BigInt(2 * bitBound) ? null : rootOf(base, Number(degree))
}
