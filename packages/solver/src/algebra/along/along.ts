import {
  exact,
  failure,
  parseRational,
  perfectRoot,
  rational,
  value,
  type Arithmetic,
  type Calculus,
  type Exact,
  type Sign,
} from '@plumbline/game'
import { signAt, signRightOf, squareParts, times, type Polynomial } from '../polynomial.ts'
import {
  addRatios,
  constantRatio,
  divideRatios,
  identityRatio,
  isZero,
  multiplyRatios,
  negateRatio,
  zeroRatio,
  type Ratio,
} from './ratio.ts'

/**
 * A function of one variable `x`: `a + b·√(constant·free)`, where `a` and `b` are quotients of polynomials and `free` is a
 * polynomial without multiple factors. Rational functions have no `root`.
 */
export interface Along {
  readonly a: Ratio
  readonly b: Ratio
  readonly root: Root | null
}

interface Root {
  readonly constant: bigint
  readonly free: Polynomial
}

/** Where functions are looked at: at a rational point, or just beside it, to the right (1) or to the left (-1). */
export interface Sample {
  readonly over: bigint
  /** Positive. */
  readonly under: bigint
  readonly side: 1 | -1
}

/** What a computation with functions has asked. */
export interface Trace {
  /**
   * Polynomials, by their text, such that wherever none of them has a root, every sign that was asked for is the same: on the
   * whole interval between their roots around the sample the computation takes the same way.
   */
  readonly asked: Map<string, Polynomial>
  /** Whether it looked at a number as a double, so that it may have gone another way elsewhere. */
  numeric: boolean
}

/** The variable itself. */
export const variable: Along = { a: identityRatio, b: zeroRatio, root: null }

/**
 * Functions of one variable as numbers. A sign is that just beside the sample, and what decides it is recorded: so a
 * solver that is written over `Arithmetic` solves a game once and for all points of an interval, and says where it ends.
 */
export function along(sample: Sample, trace: Trace): Arithmetic<Along> {
  const ask = (p: Polynomial): Sign => {
    if (p.length > 1) trace.asked.set(p.join(), p)
    return signBeside(p, sample)
  }
  const ratioSign = ({ over, under }: Ratio): Sign => (ask(over) * ask(under)) as Sign
  const sign = ({ a, b, root }: Along): Sign => {
    if (root === null) return ratioSign(a)
    const [left, right] = [ratioSign(a), ratioSign(b)]
    if (right === 0 || left === right) return left
    if (left === 0) return right
    const squares = addRatios(
      multiplyRatios(a, a),
      negateRatio(multiplyRatios(multiplyRatios(b, b), radicand(root))),
    )
    return (ratioSign(squares) * left) as Sign
  }
  const self: Arithmetic<Along> = {
    name: 'functions of one variable',
    from(number) {
      const { s, n, d } = rational(number)
      return plain(constantRatio(s * n, d))
    },
    add(x, y) {
      const root = commonRoot(x, y)
      return normal(addRatios(x.a, y.a), addRatios(x.b, over(y, root).b), root)
    },
    sub: (x, y) => self.add(x, self.neg(y)),
    mul(x, y) {
      const root = commonRoot(x, y)
      if (root === null) return plain(multiplyRatios(x.a, y.a))
      const other = over(y, root)
      const both = multiplyRatios(multiplyRatios(x.b, other.b), radicand(root))
      const mixed = addRatios(multiplyRatios(x.a, other.b), multiplyRatios(other.a, x.b))
      return normal(addRatios(multiplyRatios(x.a, other.a), both), mixed, root)
    },
    div(x, y) {
      if (sign(y) === 0) throw new RangeError('division by zero')
      if (y.root === null) return normal(divideRatios(x.a, y.a), divideRatios(x.b, y.a), x.root)
      const norm = addRatios(
        multiplyRatios(y.a, y.a),
        negateRatio(multiplyRatios(multiplyRatios(y.b, y.b), radicand(y.root))),
      )
      const inverse = normal(divideRatios(y.a, norm), divideRatios(negateRatio(y.b), norm), y.root)
      return self.mul(x, inverse)
    },
    neg: (x) => ({ a: negateRatio(x.a), b: negateRatio(x.b), root: x.root }),
    sqrt(x) {
      if (x.root !== null)
        throw new TypeError('the square root of an irrational function has no exact form here')
      const order = ratioSign(x.a)
      if (order < 0) throw new RangeError('the square root of a negative number')
      if (order === 0) return plain(zeroRatio)
      const { constant, square, free } = squareParts(times(x.a.over, x.a.under))
      const outside: Ratio = divideRatios({ over: square, under: [1n] }, { over: x.a.under, under: [1n] })
      const positive = ratioSign(outside) < 0 ? negateRatio(outside) : outside
      const whole = free.length === 1 && constant > 0n ? perfectRoot(constant, 2) : null
      if (whole !== null) return plain(multiplyRatios(positive, constantRatio(whole, 1n)))
      return { a: zeroRatio, b: positive, root: { constant, free } }
    },
    sign,
    toNumber(x) {
      trace.numeric = true
      return exact.toNumber(valueAt(x, sample))
    },
    toExact: () => null,
  }
  return self
}

/** The value at a rational point of a function that is finite there. @throws RangeError at a pole. */
export function valueAt({ a, b, root }: Along, point: Pick<Sample, 'over' | 'under'>): Exact {
  const at = (p: Polynomial): Exact => {
    let sum = 0n
    let power = 1n
    for (const coefficient of [...p].reverse()) {
      sum = sum * point.over + coefficient * power
      power *= point.under
    }
    return exact.from(`${String(sum)}/${String(power === 1n ? 1n : power / point.under)}`)
  }
  const ratio = ({ over: n, under: d }: Ratio): Exact => exact.div(at(n), at(d))
  if (root === null) return ratio(a)
  const inside = exact.mul(exact.from(`${String(root.constant)}/1`), at(root.free))
  return exact.add(ratio(a), exact.mul(ratio(b), exact.sqrt(inside)))
}

/** Expressions of the language along one variable; functions that leave rational ones are `inexact`. */
export function alongCalculus(ar: Arithmetic<Along>): Calculus<Along> {
  const constantOf = ({ a, root }: Along): Exact | null => {
    if (root !== null || a.over.length > 1 || a.under.length > 1) return null
    return exact.from(`${String(a.over[0] ?? 0n)}/${String(a.under[0] ?? 1n)}`)
  }
  const isOne = (x: Along): boolean => isZero(ar.sub(x, ar.from(1)).a)
  return {
    arithmetic: ar,
    sqrt(x) {
      const sign = ar.sign(x)
      if (sign < 0) return failure('no-real-value')
      const root = x.root === null ? ar.sqrt(x) : null
      return root === null || root.root !== null ? failure('inexact') : value(root)
    },
    exp: (x) => (isZero(x.a) && x.root === null ? value(ar.from(1)) : failure('inexact')),
    log(x) {
      if (ar.sign(x) <= 0) return failure('no-real-value')
      return x.root === null && isOne(x) ? value(ar.from(0)) : failure('inexact')
    },
    pow(base, exponent) {
      const power = constantOf(exponent)
      const form = power === null ? null : exact.toExact(power)
      const whole = typeof form === 'string' ? parseRational(form) : null
      if (whole?.d !== 1n || whole.n > 64n) return failure('inexact')
      let result = ar.from(1)
      for (let k = 0n; k < whole.n; k++) result = ar.mul(result, base)
      if (whole.s > 0n || whole.n === 0n) return value(result)
      return ar.sign(result) === 0 ? failure('division-by-zero') : value(ar.div(ar.from(1), result))
    },
    least: (x, y) => (ar.sign(ar.sub(y, x)) < 0 ? y : x),
    greatest: (x, y) => (ar.sign(ar.sub(y, x)) > 0 ? y : x),
    magnitude: (x) => (ar.sign(x) < 0 ? ar.neg(x) : x),
    size: () => 0,
  }
}

/** The sign of a polynomial just beside a point; 0 only for the polynomial 0. */
function signBeside(p: Polynomial, { over: n, under, side }: Sample): Sign {
  if (p.length === 0) return 0
  const there = signAt(p, n, under)
  if (there !== 0) return there
  if (side > 0) return signRightOf(p, n, under)
  const mirrored = p.map((a, i) => (i % 2 === 0 ? a : -a))
  return signRightOf(mirrored, -n, under)
}

function plain(a: Ratio): Along {
  return { a, b: zeroRatio, root: null }
}

function normal(a: Ratio, b: Ratio, root: Root | null): Along {
  return root === null || isZero(b) ? plain(a) : { a, b, root }
}

function radicand({ constant, free }: Root): Ratio {
  return { over: free.map((a) => a * constant), under: [1n] }
}

function commonRoot(x: Along, y: Along): Root | null {
  return x.root ?? y.root
}

/** The same function over another root: `√s = √(r s)/r · √r` where `r s` is a square. */
function over(y: Along, root: Root | null): Along {
  if (root === null || y.root === null || y.root === root) return y
  const alike = y.root.free.join() === root.free.join()
  const mean =
    alike && y.root.constant * root.constant > 0n ? perfectRoot(y.root.constant * root.constant, 2) : null
  if (mean === null) throw new TypeError('functions over two unlike square roots do not mix')
  const size = root.constant < 0n ? -root.constant : root.constant
  return { ...y, b: multiplyRatios(y.b, constantRatio(mean, size)), root }
}
