import { type Arithmetic, type Sign, Undecided } from '../arithmetic/arithmetic.ts'
import { compare } from '../arithmetic/order.ts'

/**
 * Why an operation has no value. `inexact`: it has one that the arithmetic cannot hold (√2 among fractions), so
 * that the whole game is evaluated in enclosures instead. `reported`: a name in the expression has no value, which
 * has been said where the name stands.
 */
export type Failure =
  'division-by-zero' | 'no-real-value' | 'too-large' | 'undecided' | 'inexact' | 'reported'

/** The value of an operation, or why there is none. */
export type Outcome<N> =
  { readonly ok: true; readonly value: N } | { readonly ok: false; readonly failure: Failure }

/** The functions of the language's expressions in one arithmetic; none of them throws. */
export interface Calculus<N> {
  readonly arithmetic: Arithmetic<N>
  sqrt(a: N): Outcome<N>
  exp(a: N): Outcome<N>
  /** The natural logarithm. */
  log(a: N): Outcome<N>
  /** `0^0 = 1`; a negative base takes integer exponents only, of at most 1024. */
  pow(base: N, exponent: N): Outcome<N>
  least(a: N, b: N): N
  greatest(a: N, b: N): N
  magnitude(a: N): N
  /** Binary digits of the longest integer that the number is written with; up to 4096. */
  size(a: N): number
}

/** The greatest |exponent| of a power with an integer exponent. */
export const exponentBound = 1024

/** Binary digits that a numerator or a denominator may have. */
export const bitBound = 4096

export function value<N>(result: N): Outcome<N> {
  return { ok: true, value: result }
}

export function failure(reason: Failure): Outcome<never> {
  return { ok: false, failure: reason }
}

/** The sign of a number, or null where the arithmetic cannot tell. */
export function signOrNull<N>(ar: Arithmetic<N>, a: N): Sign | null {
  return orNull(() => ar.sign(a))
}

/** The sign of `a - b`, or null where the arithmetic cannot tell. */
export function orderOrNull<N>(ar: Arithmetic<N>, a: N, b: N): Sign | null {
  return orNull(() => compare(ar, a, b))
}

function orNull(sign: () => Sign): Sign | null {
  try {
    return sign()
  } catch (error) {
    if (error instanceof Undecided) return null
    throw error
  }
}

/** `a / b` as an outcome. */
export function divide<N>(ar: Arithmetic<N>, a: N, b: N): Outcome<N> {
  const sign = signOrNull(ar, b)
  if (sign === null) return failure('undecided')
  return sign === 0 ? failure('division-by-zero') : value(ar.div(a, b))
}
