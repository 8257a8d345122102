import type { Arithmetic, Sign } from './arithmetic.ts'

/** The sign of `a − b`. @throws Undecided when the arithmetic cannot tell. */
export function compare<N>(ar: Arithmetic<N>, a: N, b: N): Sign {
  return ar.order === undefined ? ar.sign(ar.sub(a, b)) : ar.order(a, b)
}

/** `a < b`. @throws Undecided when the arithmetic cannot tell. */
export function less<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  return compare(ar, a, b) < 0
}

/** `a <= b`. @throws Undecided when the arithmetic cannot tell. */
export function lessOrEqual<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  return compare(ar, a, b) <= 0
}

/** `a = b`. @throws Undecided when the arithmetic cannot tell. */
export function equal<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  return compare(ar, a, b) === 0
}

/** The lesser of two numbers, the first where they are equal. @throws Undecided when the arithmetic cannot tell. */
export function min<N>(ar: Arithmetic<N>, a: N, b: N): N {
  return less(ar, b, a) ? b : a
}

/** The greater of two numbers, the first where they are equal. @throws Undecided when the arithmetic cannot tell. */
export function max<N>(ar: Arithmetic<N>, a: N, b: N): N {
  return less(ar, a, b) ? b : a
}

/** `|a|`. @throws Undecided when the arithmetic cannot tell its sign. */
export function magnitude<N>(ar: Arithmetic<N>, a: N): N {
  return ar.sign(a) < 0 ? ar.neg(a) : a
}

/** The sum of numbers, 0 for none. */
export function sum<N>(ar: Arithmetic<N>, terms: readonly N[]): N {
  return terms.reduce((total, term) => ar.add(total, term), ar.from(0))
}
