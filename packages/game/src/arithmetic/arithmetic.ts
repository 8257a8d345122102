import type Fraction from 'fraction.js'

/** The sign of a number that is known for certain. */
export type Sign = -1 | 0 | 1

/**
 * What a formula may do with numbers of type `N`. Every formula of the theory is written once over this
 * interface; the arithmetic decides whether it runs in floats, in exact numbers or in enclosures.
 *
 * `sign` is the only way from a number to a verdict. An arithmetic that cannot be certain throws
 * {@link Undecided}; it never guesses.
 */
export interface Arithmetic<N> {
  readonly name: string
  /** The number nearest to (or enclosing, or equal to) a rational. */
  from(value: Fraction | number | string): N
  add(a: N, b: N): N
  sub(a: N, b: N): N
  mul(a: N, b: N): N
  /** @throws RangeError when `b` is zero, {@link Undecided} when it may be. */
  div(a: N, b: N): N
  neg(a: N): N
  /** Square root of a number that is not negative. */
  sqrt(a: N): N
  /** @throws Undecided when the sign cannot be told from the number. */
  sign(a: N): Sign
  /** The sign of `a - b`, where there is a quicker way to it than the difference. */
  order?(a: N, b: N): Sign
  /** The double nearest the exact value. */
  toNumber(a: N): number
  /** An exact textual form where there is one: `"27/31"`, or `a + b√root` as an object; null otherwise. */
  toExact(a: N): ExactForm | null
}

/** An exact number as the solution document writes it: a reduced fraction, or `a + b·√root`. */
export type ExactForm = string | { readonly a: string; readonly b: string; readonly root: string }

/** Thrown by `sign` when inputs known only within an enclosure do not decide a verdict. */
export class Undecided extends Error {
  override readonly name = 'Undecided'
}
