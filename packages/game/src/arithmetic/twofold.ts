import type Fraction from 'fraction.js'
import { type Arithmetic, type Sign } from './arithmetic.ts'
import { nearestDouble } from './nearest.ts'
import { dyadic, rational, signedNumerator } from './rational.ts'

/**
 * A real number within `err` of `hi + lo`, where `hi` is the double nearest to that sum: some 106 binary digits, and a
 * proven bound of what is missing. `root` is 0 for a number that is certainly rational, else tells square roots apart.
 */
export interface Twofold {
  readonly hi: number
  readonly lo: number
  /** Not negative; 0 where `hi + lo` is the number itself. */
  readonly err: number
  readonly root: number
}

/** Thrown where 106 digits do not tell what exact arithmetic would; the question is then asked again in it. */
export class Imprecise extends Error {
  override readonly name = 'Imprecise'
}

/** One error for all: nobody reads where it came from, and making a stack trace is dear. */
const imprecise = new Imprecise('a number that has too few digits')

/** Splits a double into two halves of 26 digits each (Dekker 1971). */
const splitter = 2 ** 27 + 1
/** Beyond these a product loses digits that the bounds below do not count. */
const largest = 2 ** 900
const smallest = 2 ** -900
/** A factor above 1 that covers the roundings of a bound itself. */
const slack = 1 + 2 ** -48

let roots = 0

/**
 * Double-double arithmetic with running error bounds: a fast stand-in for {@link exact} that never answers otherwise. A sign
 * that it gives is the sign, a double that it gives is the double nearest to the exact number, and where it cannot be
 * sure of these, or where exact arithmetic would have no number (unlike square roots), it throws {@link Imprecise}.
 *
 * Algorithms and their relative errors, `u = 2^-53`: Joldes, Muller, Popescu, "Tight and rigorous error bounds for basic
 * building blocks of double-word arithmetic", ACM TOMS 44 (2017): sums 3u², products 7u², quotients 15u² + 56u³; the
 * square root 25/8 u² by Lefèvre, Louvet, Muller, Picot, Rideau (2023). Here each is rounded up to a power of 2.
 */
export const twofold: Arithmetic<Twofold> = {
  name: 'twofold',
  from: (value) => (typeof value === 'number' ? fromDouble(value) : fromRational(rational(value))),
  add: (a, b) => (isZero(a) ? b : isZero(b) ? a : add(a, b.hi, b.lo, b.err, b.root)),
  sub: (a, b) => (isZero(b) ? a : add(a, -b.hi, -b.lo, b.err, b.root)),
  order(a, b) {
    // One object is one number, however few of its digits are known.
    if (a === b) return 0
    commonRoot(a.root, b.root)
    const difference = a.hi - b.hi
    // Twice what is left out, and what rounding the difference may take.
    const bound = 2 * (Math.abs(a.lo) + Math.abs(b.lo) + a.err + b.err) + Math.abs(difference) * 2 ** -50
    if (difference > bound) return 1
    if (-difference > bound) return -1
    return twofold.sign(twofold.sub(a, b))
  },
  mul(a, b) {
    const root = commonRoot(a.root, b.root)
    if (isZero(a) || isZero(b)) return zero
    if (isOne(a)) return b
    if (isOne(b)) return a
    const high = a.hi * b.hi
    checkSize(high)
    const low = productError(a.hi, b.hi, high)
    if (a.lo === 0 && b.lo === 0 && a.err === 0 && b.err === 0) return { hi: high, lo: low, err: 0, root }
    const cross = a.hi * b.lo + a.lo * b.hi
    const tail = low + cross
    const hi = high + tail
    const own = Math.abs(hi) * 2 ** -103
    const inherited = (Math.abs(a.hi) + a.err) * b.err + Math.abs(b.hi) * a.err
    return { hi, lo: tail - (hi - high), err: (own + inherited) * slack, root }
  },
  div(a, b) {
    if (isZero(b)) throw new RangeError('division by zero')
    const root = commonRoot(a.root, b.root)
    const size = Math.abs(b.hi) * (1 - 2 ** -52)
    if (!(size > 2 * b.err) || size < smallest) throw imprecise
    if (isZero(a)) return zero
    if (isOne(b)) return a
    const quotient = a.hi / b.hi
    checkSize(quotient)
    const back = quotient * b.hi
    checkSize(back)
    const backError = productError(quotient, b.hi, back)
    if (a.lo === 0 && b.lo === 0 && a.err === 0 && b.err === 0 && back === a.hi && backError === 0)
      return { hi: quotient, lo: 0, err: 0, root }
    // `quotient · b` as a sum of two doubles, and what it leaves of `a`.
    const cross = b.lo * quotient
    const sum = back + cross
    const sumError = cross - (sum - back) + backError
    const high = sum + sumError
    const low = sumError - (high - sum)
    const rest = a.hi - high + (a.lo - low)
    const tail = rest / b.hi
    const hi = quotient + tail
    const own = Math.abs(hi) * 2 ** -102
    const inherited = (a.err + Math.abs(hi) * (1 + 2 ** -52) * b.err) / (size - b.err)
    return { hi, lo: tail - (hi - quotient), err: (own + inherited) * slack, root }
  },
  neg: (a) => ({ hi: 0 - a.hi, lo: 0 - a.lo, err: a.err, root: a.root }),
  sqrt(a) {
    if (isZero(a)) return zero
    // The root of an irrational number, and of one that may be negative, are for exact arithmetic to refuse.
    if (a.root !== 0 || !(a.hi > 4 * a.err)) throw imprecise
    checkSize(a.hi)
    const high = Math.sqrt(a.hi)
    const square = high * high
    const rest = a.hi - square - productError(high, high, square) + a.lo
    const tail = rest / (2 * high)
    const hi = high + tail
    roots = (roots % Number.MAX_SAFE_INTEGER) + 1
    const err = (hi * 2 ** -103 + (a.err * 2) / hi) * slack
    return { hi, lo: tail - (hi - high), err, root: roots }
  },
  sign(a): Sign {
    if (a.hi > 2 * a.err) return 1
    if (-a.hi > 2 * a.err) return -1
    if (isZero(a)) return 0
    throw imprecise
  },
  toNumber({ hi, lo, err }) {
    const [up, down] = [lo + err, lo - err]
    const isCertain =
      hi + (up + Math.abs(up) * 2 ** -52) === hi && hi + (down - Math.abs(down) * 2 ** -52) === hi
    if (!isCertain) throw imprecise
    return hi === 0 ? 0 : hi
  },
  toExact: () => null,
}

const zero: Twofold = { hi: 0, lo: 0, err: 0, root: 0 }
const one: Twofold = { hi: 1, lo: 0, err: 0, root: 0 }

function isZero({ hi, err }: Twofold): boolean {
  return hi === 0 && err === 0
}

function isOne({ hi, lo, err }: Twofold): boolean {
  return hi === 1 && lo === 0 && err === 0
}

function add(a: Twofold, high: number, low: number, err: number, otherRoot: number): Twofold {
  const root = commonRoot(a.root, otherRoot)
  const sum = a.hi + high
  const shadow = sum - a.hi
  const sumError = a.hi - (sum - shadow) + (high - shadow)
  if (a.lo === 0 && low === 0) {
    const inherited = a.err + err
    return { hi: sum, lo: sumError, err: inherited === 0 ? 0 : inherited * slack, root }
  }
  const lows = a.lo + low
  const lowShadow = lows - a.lo
  const lowsError = a.lo - (lows - lowShadow) + (low - lowShadow)
  const first = sumError + lows
  const middle = sum + first
  const rest = first - (middle - sum) + lowsError
  const hi = middle + rest
  return {
    hi,
    lo: rest - (hi - middle),
    err: (Math.abs(hi) * 2 ** -104 + a.err + err) * slack,
    root,
  }
}

/** `a · b - product` exactly, where `product` is the double nearest to `a · b` (Dekker). */
function productError(a: number, b: number, product: number): number {
  const [p, q] = [splitter * a, splitter * b]
  const [aHigh, bHigh] = [p - (p - a), q - (q - b)]
  const [aLow, bLow] = [a - aHigh, b - bHigh]
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

function checkSize(x: number): void {
  const size = Math.abs(x)
  if (!(size <= largest && size >= smallest)) throw imprecise
}

/** Exact arithmetic mixes no unlike roots, and says so by an error that its callers know; here it is asked instead. */
function commonRoot(a: number, b: number): number {
  if (a === b || b === 0) return a
  if (a === 0) return b
  throw imprecise
}

function fromDouble(value: number): Twofold {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${String(value)}`)
  if (value === 0) return zero
  if (value === 1) return one
  checkSize(value)
  return { hi: value, lo: 0, err: 0, root: 0 }
}

/** Numbers that were asked for before: games repeat theirs, and digits beyond a double are dear. */
const known = new WeakMap<Fraction, Twofold>()

function fromRational(value: Fraction): Twofold {
  const before = known.get(value)
  if (before !== undefined) return before
  const number = nearest(signedNumerator(value), value.d)
  known.set(value, number)
  return number
}

/** `over / under` without a greatest common divisor, which is what takes time. */
function nearest(over: bigint, under: bigint): Twofold {
  if (over === 0n) return zero
  if (over === under) return one
  const hi = nearestDouble(over, under)
  checkSize(hi)
  const rest = less(over, under, hi)
  if (rest.over === 0n) return { hi, lo: 0, err: 0, root: 0 }
  const lo = nearestDouble(rest.over, rest.under)
  const isAll = less(rest.over, rest.under, lo).over === 0n
  return { hi, lo, err: isAll ? 0 : Math.abs(lo) * 2 ** -52 + Number.MIN_VALUE, root: 0 }
}

/** A ratio less a double. */
function less(
  over: bigint,
  under: bigint,
  double: number,
): { readonly over: bigint; readonly under: bigint } {
  const [numerator, denominator] = dyadic(double)
  return { over: over * denominator - numerator * under, under: under * denominator }
}
