import type { Enclosure, Sign } from '@plumbline/game'

/** A rational number. */
export type Rational = Enclosure['lo']

/**
 * Coefficients of polynomials: integers, integers with one square root, or enclosures. Denominators are kept outside,
 * as positive integers, so that nothing here is ever reduced by surprise.
 */
export interface Ring<T> {
  readonly zero: T
  readonly one: T
  add(a: T, b: T): T
  sub(a: T, b: T): T
  mul(a: T, b: T): T
  times(a: T, n: bigint): T
  /** `a / n` where the division leaves no remainder. */
  over(a: T, n: bigint): T
  /** @throws Undecided in a ring of enclosures. */
  sign(a: T): Sign
  /** The coefficients divided by a positive number common to all, so that they stay short. */
  reduce(coefficients: readonly T[]): readonly T[]
  /** A nonzero multiple of the coefficients of which the last is rational. */
  rationalise(coefficients: readonly T[]): readonly T[]
  /** Integers between which `a · 2^bits` lies, at most one apart but for enclosures. */
  bounds(a: T, bits: number): readonly [low: bigint, high: bigint]
  /** Whether signs are always decided. */
  readonly exact: boolean
}

/** The greatest common divisor of two integers, not negative. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function contentOf(numbers: readonly bigint[]): bigint {
  let content = 0n
  for (const n of numbers) {
    if (content === 1n) break
    content = commonDivisor(content, n)
  }
  return content === 0n ? 1n : content
}

const signOfInteger = (a: bigint): Sign => (a > 0n ? 1 : a < 0n ? -1 : 0)

/** The integers. */
export const integers: Ring<bigint> = {
  zero: 0n,
  one: 1n,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  times: (a, n) => a * n,
  over: (a, n) => a / n,
  sign: signOfInteger,
  reduce(coefficients) {
    const content = contentOf(coefficients)
    return content === 1n ? coefficients : coefficients.map((a) => a / content)
  },
  rationalise: (coefficients) => coefficients,
  bounds(a, bits) {
    const scaled = a << BigInt(bits)
    return [scaled, scaled]
  },
  exact: true,
}

/** `a + b √root`. */
export interface Surd {
  readonly a: bigint
  readonly b: bigint
}

/** `Z[√root]`: signs by comparing squares. `root` is above 1 and no perfect square. */
export function surds(root: bigint): Ring<Surd> {
  const mul = (x: Surd, y: Surd): Surd => {
    return { a: x.a * y.a + x.b * y.b * root, b: x.a * y.b + x.b * y.a }
  }
  const reduce = (coefficients: readonly Surd[]): readonly Surd[] => {
    const content = contentOf(coefficients.flatMap(({ a, b }) => [a, b]))
    return content === 1n
      ? coefficients
      : coefficients.map(({ a, b }) => ({ a: a / content, b: b / content }))
  }
  return {
    zero: { a: 0n, b: 0n },
    one: { a: 1n, b: 0n },
    add: (x, y) => ({ a: x.a + y.a, b: x.b + y.b }),
    sub: (x, y) => ({ a: x.a - y.a, b: x.b - y.b }),
    mul,
    times: (x, n) => ({ a: x.a * n, b: x.b * n }),
    over: (x, n) => ({ a: x.a / n, b: x.b / n }),
    sign({ a, b }) {
      const [left, right] = [signOfInteger(a), signOfInteger(b)]
      if (right === 0 || left === right) return left
      if (left === 0) return right
      return a * a > b * b * root ? left : right
    },
    reduce,
    rationalise(coefficients) {
      const last = coefficients.at(-1)
      if (last === undefined || last.b === 0n) return coefficients
      return reduce(coefficients.map((x) => mul(x, { a: last.a, b: -last.b })))
    },
    bounds({ a, b }, bits) {
      const whole = a << BigInt(bits)
      if (b === 0n) return [whole, whole]
      const size = squareRoot((b * b * root) << BigInt(2 * bits))
      return b > 0n ? [whole + size, whole + size + 1n] : [whole - size - 1n, whole - size]
    },
    exact: true,
  }
}

/** The integer part of the square root, by Newton's iteration from above. */
function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(16).length * 2))
  for (;;) {
    const next = (root + n / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
