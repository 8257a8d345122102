import { type Enclosure, enclosure, isPoint, point } from '../arithmetic/enclosure.ts'
import { exponentFits, exponential, logarithm } from '../arithmetic/exponential.ts'
import { fraction, one, signOf, zero } from '../arithmetic/rational.ts'
import {
  bitBound,
  type Calculus,
  exponentBound,
  failure,
  type Outcome,
  signOrNull,
  value,
} from './calculus.ts'
import { rationalRoot, sizeOf } from './exactCalculus.ts'
import type Fraction from 'fraction.js'

/** Expressions in enclosures: every function has a value where the real function has one. */
export const enclosureCalculus: Calculus<Enclosure> = {
  arithmetic: enclosure,
  sqrt(a) {
    if (signOf(a.hi) < 0) return failure('no-real-value')
    return signOf(a.lo) < 0 ? failure('undecided') : value(enclosure.sqrt(a))
  },
  exp: (a) => (exponentFits(a) ? value(exponential(a)) : failure('too-large')),
  log(a) {
    if (signOf(a.hi) <= 0) return failure('no-real-value')
    return signOf(a.lo) <= 0 ? failure('undecided') : value(logarithm(a))
  },
  pow(base, exponent) {
    if (isPoint(exponent) && exponent.lo.d === 1n) return integerPower(base, exponent.lo)
    return brokenPower(base, exponent)
  },
  least: (a, b) => ({ lo: smaller(a.lo, b.lo), hi: smaller(a.hi, b.hi) }),
  greatest: (a, b) => ({ lo: larger(a.lo, b.lo), hi: larger(a.hi, b.hi) }),
  magnitude(a) {
    if (signOf(a.lo) >= 0) return a
    const negated = enclosure.neg(a)
    return signOf(a.hi) <= 0 ? negated : { lo: zero, hi: larger(a.hi, negated.hi) }
  },
  size: ({ lo, hi }) => Math.max(sizeOf(lo), sizeOf(hi)),
}

function smaller(a: Fraction, b: Fraction): Fraction {
  return b.lt(a) ? b : a
}

function larger(a: Fraction, b: Fraction): Fraction {
  return a.lt(b) ? b : a
}

function integerPower(base: Enclosure, exponent: Fraction): Outcome<Enclosure> {
  if (exponent.n === 0n) return value(point(one))
  if (exponent.n > BigInt(exponentBound)) return failure('too-large')
  if (signOf(exponent) < 0) {
    const sign = signOrNull(enclosure, base)
    if (sign === null) return failure('undecided')
    if (sign === 0) return failure('division-by-zero')
    return integerPower(enclosure.div(point(one), base), exponent.neg())
  }
  const even = exponent.n % 2n === 0n
  const size = even ? enclosureCalculus.magnitude(base) : base
  const [low, high] = [repeated(size.lo, exponent.n), repeated(size.hi, exponent.n)]
  return low === null || high === null ? failure('too-large') : value({ lo: low.lo, hi: high.hi })
}

/** Bounds of `base^exponent` by squaring, or null where a step grows too large. */
function repeated(base: Fraction, exponent: bigint): Enclosure | null {
  let result = point(one)
  let square = point(base)
  for (let rest = exponent; ;) {
    if (rest % 2n === 1n) result = enclosure.mul(result, square)
    rest /= 2n
    if (enclosureCalculus.size(result) > bitBound) return null
    if (rest === 0n) return result
    square = enclosure.mul(square, square)
    if (enclosureCalculus.size(square) > bitBound) return null
  }
}

function brokenPower(base: Enclosure, exponent: Enclosure): Outcome<Enclosure> {
  if (signOf(base.hi) < 0) return failure('no-real-value')
  if (signOf(base.hi) === 0 && isPoint(base)) return powerOfZero(exponent)
  if (signOf(base.lo) <= 0) return failure('undecided')
  if (isPoint(base) && isPoint(exponent)) {
    const root = rationalRoot(base.lo, exponent.lo.d)
    if (root !== null) return integerPower(point(root), fraction(exponent.lo.s * exponent.lo.n, 1n))
  }
  return enclosureCalculus.exp(enclosure.mul(exponent, logarithm(base)))
}

function powerOfZero(exponent: Enclosure): Outcome<Enclosure> {
  const sign = signOrNull(enclosure, exponent)
  if (sign === null) return failure('undecided')
  return sign < 0 ? failure('division-by-zero') : value(point(sign === 0 ? one : zero))
}
