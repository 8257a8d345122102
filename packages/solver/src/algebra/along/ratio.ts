import {
  commonDivisor,
  content,
  greatestDivisor,
  plus,
  quotient,
  scaled,
  times,
  type Polynomial,
} from '../polynomial.ts'

/** A quotient of two polynomials without common factors; the leading coefficient of `under` is positive. */
export interface Ratio {
  readonly over: Polynomial
  readonly under: Polynomial
}

/** A constant. @param under not 0 */
export function constantRatio(over: bigint, under: bigint): Ratio {
  return reduced(over === 0n ? [] : [over], [under])
}

/** `x`. */
export const identityRatio: Ratio = { over: [0n, 1n], under: [1n] }

export const zeroRatio: Ratio = { over: [], under: [1n] }

export function isZero({ over }: Ratio): boolean {
  return over.length === 0
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (isZero(a)) return b
  if (isZero(b)) return a
  return reduced(plus(times(a.over, b.under), times(b.over, a.under)), times(a.under, b.under))
}

export function negateRatio({ over, under }: Ratio): Ratio {
  return { over: scaled(over, -1n), under }
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return isZero(a) || isZero(b) ? zeroRatio : reduced(times(a.over, b.over), times(a.under, b.under))
}

/** @throws RangeError where `b` is 0 everywhere. */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  if (isZero(b)) throw new RangeError('division by zero')
  return isZero(a) ? zeroRatio : reduced(times(a.over, b.under), times(a.under, b.over))
}

function reduced(over: Polynomial, under: Polynomial): Ratio {
  if (over.length === 0) return zeroRatio
  let [n, d] = [over, under]
  if (n.length > 1 && d.length > 1) {
    const common = greatestDivisor(n, d)
    if (common.length > 1) [n, d] = [quotient(n, common), quotient(d, common)]
  }
  const [one, other] = [content(n), content(d)]
  const shared = commonDivisor(one, other)
  const by = other < 0n ? -shared : shared
  return by === 1n ? { over: n, under: d } : { over: quotient(n, [by]), under: quotient(d, [by]) }
}
