import { type Arithmetic, type Sign } from './arithmetic.ts'
import { type Exact, exact } from './exact.ts'

/**
 * A real number known to lie between two doubles, with a way to its exact value. `exactly` is asked only where the doubles do
 * not decide, or where the value is to be shown; it remembers what it found.
 */
export interface Adaptive {
  readonly low: number
  readonly high: number
  /** Where the value may be irrational: what stands for its square root, one object for each root that was taken. */
  readonly root: object | null
  /** How many operations `exactly` may have to catch up with, one inside the other. */
  readonly depth: number
  readonly exactly: () => Exact
}

/**
 * Floating point with an error bound first, exact numbers where that does not tell a value from 0. Verdicts are as
 * certain as those of {@link exact}, and most cost a few operations on doubles: a lazy exact number (Pion and Fabri,
 * A generic lazy evaluation scheme for exact geometric computations, 2011). What `exact` refuses this refuses too, at the
 * same operation.
 */
export const adaptive: Arithmetic<Adaptive> = {
  name: 'adaptive',
  from(value) {
    // Small whole numbers are doubles without any doubt, and formulas are full of them.
    if (typeof value === 'number' && Number.isSafeInteger(value)) {
      return { low: value, high: value, root: null, depth: 0, exactly: () => exact.from(value) }
    }
    return fromExact(exact.from(value))
  },
  add: (a, b) => combined(a, b, 'add', a.low + b.low, a.high + b.high),
  sub: (a, b) => combined(a, b, 'sub', a.low - b.high, a.high - b.low),
  mul(a, b) {
    if (a.low >= 0 && b.low >= 0) return combined(a, b, 'mul', a.low * b.low, a.high * b.high)
    const [p, q, r, s] = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
    return combined(a, b, 'mul', Math.min(p, q, r, s), Math.max(p, q, r, s))
  },
  div(a, b) {
    if (adaptive.sign(b) === 0) throw new RangeError('division by zero')
    if (b.low <= 0 && b.high >= 0) return combined(a, b, 'div', -Infinity, Infinity)
    const [p, q, r, s] = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
    return combined(a, b, 'div', Math.min(p, q, r, s), Math.max(p, q, r, s))
  },
  neg: (a) => ({ ...a, low: -a.high, high: -a.low, exactly: () => exact.neg(a.exactly()) }),
  sqrt(a) {
    const square = a.exactly()
    if (square.root !== 0n || adaptive.sign(a) < 0) return fromExact(exact.sqrt(square))
    const [low, high] = [Math.sqrt(Math.max(0, a.low)), Math.sqrt(Math.max(0, a.high))]
    return lazy(low, high, {}, 1, () => exact.sqrt(square))
  },
  sign(a): Sign {
    if (a.low > 0) return 1
    if (a.high < 0) return -1
    return a.low === 0 && a.high === 0 ? 0 : exact.sign(a.exactly())
  },
  toNumber: (a) => (a.low === a.high ? a.low : exact.toNumber(a.exactly())),
  toExact: (a) => exact.toExact(a.exactly()),
}

/** An exact number with its enclosure. */
export function fromExact(value: Exact): Adaptive {
  const near = exact.toNumber(value)
  const root = value.root === 0n ? null : {}
  return { low: down(near), high: up(near), root, depth: 0, exactly: () => value }
}

/** Operations that are put off one inside the other; the next is made at once. */
const deepest = 64

function combined(
  a: Adaptive,
  b: Adaptive,
  operation: 'add' | 'sub' | 'mul' | 'div',
  low: number,
  high: number,
): Adaptive {
  const compute = (): Exact => exact[operation](a.exactly(), b.exactly())
  const depth = Math.max(a.depth, b.depth) + 1
  const alike = a.root === b.root || a.root === null || b.root === null
  if (alike && depth <= deepest) return lazy(low, high, a.root ?? b.root, depth, compute)
  // Unlike roots may not mix, which is for the exact numbers to say, now.
  const value = compute()
  return lazy(low, high, value.root === 0n ? null : (a.root ?? b.root), 0, () => value)
}

/** More than half the distance between doubles, relative: added to a result, the next double is reached at least. */
const relative = 1.2e-16

function down(x: number): number {
  return x - (Math.abs(x) * relative + Number.MIN_VALUE)
}

function up(x: number): number {
  return x + (Math.abs(x) * relative + Number.MIN_VALUE)
}

/** A result between two rounded doubles, widened by what rounding may have taken; anything where they say nothing. */
function lazy(low: number, high: number, root: object | null, depth: number, compute: () => Exact): Adaptive {
  const [from, to] = [down(low), up(high)]
  const said = from <= to
  let known: Exact | null = null
  return {
    low: said ? from : -Infinity,
    high: said ? to : Infinity,
    root,
    depth,
    exactly: () => (known ??= compute()),
  }
}
