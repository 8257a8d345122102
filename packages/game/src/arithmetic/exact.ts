import type Fraction from 'fraction.js'
import { type Arithmetic, type ExactForm, type Sign } from './arithmetic.ts'
import { bitLength, integerRoot, perfectRoot } from './integer.ts'
import { nearestDouble } from './nearest.ts'
import { fraction, one, rational, signOf, signedNumerator, zero } from './rational.ts'
import { simplifyRoot } from './surd.ts'

/**
 * The real number `a + b·√root`. Rational numbers have `b = 0` and `root = 0`; else `b` is not 0 and `root`
 * is an integer above 1 that is no perfect square.
 */
export interface Exact {
  readonly a: Fraction
  readonly b: Fraction
  readonly root: bigint
}

/** A rational number as an {@link Exact}. */
export function exactRational(a: Fraction): Exact {
  return { a, b: zero, root: 0n }
}

/**
 * Rational numbers and those of one quadratic field at a time: enough for every threshold of a two-model
 * game, where one square root occurs. Signs are certain: `a + b√root` is decided by comparing `a²` with
 * `b²·root`. Roots of rationals come out rational where they are; adding or multiplying numbers over two
 * unlike irrational roots (`√2` and `√3`), or taking the root of an irrational number, is a programmer's
 * mistake and throws a TypeError.
 */
export const exact: Arithmetic<Exact> = {
  name: 'exact',
  from: (value) => exactRational(rational(value)),
  add(x, y) {
    if (x.root === 0n && y.root === 0n) return exactRational(x.a.add(y.a))
    const [p, q, root] = overOneRoot(x, y)
    return normal(p.a.add(q.a), p.b.add(q.b), root)
  },
  sub(x, y) {
    return x.root === 0n && y.root === 0n ? exactRational(x.a.sub(y.a)) : exact.add(x, exact.neg(y))
  },
  mul(x, y) {
    if (x.root === 0n && y.root === 0n) return exactRational(x.a.mul(y.a))
    const [p, q, root] = overOneRoot(x, y)
    const a = p.a.mul(q.a).add(p.b.mul(q.b).mul(fraction(root, 1n)))
    return normal(a, p.a.mul(q.b).add(p.b.mul(q.a)), root)
  },
  div(x, y) {
    if (exact.sign(y) === 0) throw new RangeError('division by zero')
    if (y.root === 0n) return normal(x.a.div(y.a), x.b.div(y.a), x.root)
    const norm = y.a.mul(y.a).sub(y.b.mul(y.b).mul(fraction(y.root, 1n)))
    return exact.mul(x, normal(y.a.div(norm), y.b.neg().div(norm), y.root))
  },
  neg: (x) => ({ a: x.a.neg(), b: x.b.neg(), root: x.root }),
  sqrt(x) {
    if (x.root !== 0n) throw new TypeError('the square root of an irrational number has no exact form here')
    if (signOf(x.a) < 0) throw new RangeError('the square root of a negative number')
    const { factor, root } = simplifyRoot(x.a.n * x.a.d)
    const b = fraction(factor, x.a.d)
    return root === 1n ? exactRational(b) : normal(zero, b, root)
  },
  sign: (x) => signOfSurd(x),
  order(x, y) {
    if (x.root !== 0n || y.root !== 0n) return signOfSurd(exact.sub(x, y))
    const [left, right] = [signOf(x.a), signOf(y.a)]
    if (left !== right) return left > right ? 1 : -1
    const [over, under] = [signedNumerator(x.a) * y.a.d, signedNumerator(y.a) * x.a.d]
    return over > under ? 1 : over < under ? -1 : 0
  },
  toNumber: (x) => toNumber(x),
  toExact(x): ExactForm {
    if (x.root === 0n) return x.a.toFraction()
    return { a: x.a.toFraction(), b: x.b.toFraction(), root: x.root.toString() }
  },
}

function normal(a: Fraction, b: Fraction, root: bigint): Exact {
  return b.n === 0n ? exactRational(a) : { a, b, root }
}

/** Both numbers over the same root: `√s = √(r s)/r · √r` where `r s` is a perfect square. */
function overOneRoot(x: Exact, y: Exact): readonly [Exact, Exact, bigint] {
  if (x.root === y.root || y.root === 0n) return [x, y, x.root]
  if (x.root === 0n) return [x, y, y.root]
  const mean = perfectRoot(x.root * y.root, 2)
  if (mean === null) throw new TypeError('numbers over two unlike square roots do not mix')
  return [x, { a: y.a, b: y.b.mul(fraction(mean, x.root)), root: x.root }, x.root]
}

function signOfSurd({ a, b, root }: Exact): Sign {
  const [left, right] = [signOf(a), signOf(b)]
  if (right === 0 || left === right) return left
  if (left === 0) return right
  const squares = signOf(a.mul(a).sub(b.mul(b).mul(fraction(root, 1n))))
  return squares > 0 ? left : right
}

/**
 * The double nearest `a + b√root`: the value is bracketed between neighbouring dyadics, ever more finely,
 * until both ends round to one double. An irrational number is no tie, so this ends.
 */
function toNumber(x: Exact): number {
  if (x.root === 0n) return nearestDouble(signedNumerator(x.a), x.a.d)
  const denominator = x.a.d * x.b.d
  const whole = signedNumerator(x.a) * x.b.d
  const factor = x.b.n * x.a.d
  for (let bits = 128 + bitLength(denominator); ; bits *= 2) {
    const digits = BigInt(bits)
    const size = integerRoot((factor * factor * x.root) << (2n * digits), 2)
    const signed = x.b.s < 0n ? -size - 1n : size
    const low = (whole << digits) + signed
    const from = nearestDouble(low, denominator << digits)
    const to = nearestDouble(low + 1n, denominator << digits)
    if (from === to || bits > 100_000) return from
  }
}

/** 0 and 1 as exact numbers. */
export const exactZero: Exact = exactRational(zero)
export const exactOne: Exact = exactRational(one)
