import type { Sign } from '@plumbline/game'
import type { Ring } from './ring.ts'

/** Coefficients, that of the constant first. The last is not 0; none for the polynomial 0. */
export type Polynomial<T> = readonly T[]

/** Without leading zeros. In a ring of enclosures only what is 0 for certain is dropped. */
export function trimmed<T>(ring: Ring<T>, p: Polynomial<T>): Polynomial<T> {
  let length = p.length
  while (length > 0 && isZero(ring, p[length - 1] ?? ring.zero)) length--
  return length === p.length ? p : p.slice(0, length)
}

function isZero<T>(ring: Ring<T>, a: T): boolean {
  if (ring.exact) return ring.sign(a) === 0
  const [low, high] = ring.bounds(a, 0)
  return low === 0n && high === 0n && ring.sign(a) === 0
}

/** `p + q`. */
export function plus<T>(ring: Ring<T>, p: Polynomial<T>, q: Polynomial<T>): Polynomial<T> {
  const [long, short] = p.length >= q.length ? [p, q] : [q, p]
  return trimmed(
    ring,
    long.map((a, i) => {
      const b = short[i]
      return b === undefined ? a : ring.add(a, b)
    }),
  )
}

/** `p − q`. */
export function minus<T>(ring: Ring<T>, p: Polynomial<T>, q: Polynomial<T>): Polynomial<T> {
  return plus(
    ring,
    p,
    q.map((b) => ring.times(b, -1n)),
  )
}

/** `p · q`. */
export function product<T>(ring: Ring<T>, p: Polynomial<T>, q: Polynomial<T>): Polynomial<T> {
  if (p.length === 0 || q.length === 0) return []
  const coefficients: T[] = Array.from({ length: p.length + q.length - 1 }, () => ring.zero)
  p.forEach((a, i) => {
    q.forEach((b, j) => {
      coefficients[i + j] = ring.add(coefficients[i + j] ?? ring.zero, ring.mul(a, b))
    })
  })
  return trimmed(ring, coefficients)
}

/** `n · p`. */
export function multiple<T>(ring: Ring<T>, p: Polynomial<T>, n: bigint): Polynomial<T> {
  return n === 1n ? p : p.map((a) => ring.times(a, n))
}

/** `p'`. */
export function derivative<T>(ring: Ring<T>, p: Polynomial<T>): Polynomial<T> {
  return p.slice(1).map((a, i) => ring.times(a, BigInt(i + 1)))
}

/**
 * The numerator `n' d − n d'` of the derivative of `n/d`. What cancels identically is left out: the coefficient of
 * `x^(i+j−1)` gathers `(i − j) n_i d_j`.
 */
export function slopeNumerator<T>(ring: Ring<T>, n: Polynomial<T>, d: Polynomial<T>): Polynomial<T> {
  const coefficients: T[] = []
  for (let total = 1; total <= n.length + d.length - 2; total++) {
    let sum = ring.zero
    for (let i = Math.max(0, total - d.length + 1); i <= Math.min(total, n.length - 1); i++) {
      const weight = 2 * i - total
      if (weight === 0) continue
      const term = ring.mul(n[i] ?? ring.zero, d[total - i] ?? ring.zero)
      sum = ring.add(sum, ring.times(term, BigInt(weight)))
    }
    coefficients.push(sum)
  }
  return ring.reduce(trimmed(ring, coefficients))
}

/** `p(over/under) · under^degree`, exactly. */
export function homogeneousValue<T>(ring: Ring<T>, p: Polynomial<T>, over: bigint, under: bigint): T {
  let value = p.at(-1) ?? ring.zero
  let power = 1n
  for (let i = p.length - 2; i >= 0; i--) {
    power *= under
    value = ring.add(ring.times(value, over), ring.times(p[i] ?? ring.zero, power))
  }
  return value
}

/** The sign of `p(over/under)`; `under > 0`. */
export function signAt<T>(ring: Ring<T>, p: Polynomial<T>, over: bigint, under: bigint): Sign {
  return p.length === 0 ? 0 : ring.sign(homogeneousValue(ring, p, over, under))
}

/** The sign of `p` just right of a point: that of the first derivative that is not 0 there; 0 for the polynomial 0. */
export function signRightOf<T>(ring: Ring<T>, p: Polynomial<T>, over: bigint, under: bigint): Sign {
  for (let q = p; q.length > 0; q = derivative(ring, q)) {
    const sign = signAt(ring, q, over, under)
    if (sign !== 0) return sign
  }
  return 0
}

/** `p(x + 1)`, by additions only. */
export function shifted<T>(ring: Ring<T>, p: Polynomial<T>): Polynomial<T> {
  const q = [...p]
  for (let i = 0; i < q.length - 1; i++) {
    for (let j = q.length - 2; j >= i; j--) q[j] = ring.add(q[j] ?? ring.zero, q[j + 1] ?? ring.zero)
  }
  return q
}

/** `p / (x − 1)` where 1 is a root, else null. */
export function withoutRootOne<T>(ring: Ring<T>, p: Polynomial<T>): Polynomial<T> | null {
  if (p.length === 0) return null
  const quotient: T[] = []
  let carried = ring.zero
  for (let i = p.length - 1; i >= 0; i--) {
    carried = ring.add(carried, p[i] ?? ring.zero)
    if (i > 0) quotient.unshift(carried)
  }
  return isZero(ring, carried) ? quotient : null
}

/** A multiple of the remainder of `p` divided by `q`, and of the quotient, by one nonzero factor. */
export function divide<T>(
  ring: Ring<T>,
  p: Polynomial<T>,
  q: Polynomial<T>,
): { readonly quotient: Polynomial<T>; readonly remainder: Polynomial<T> } {
  const lead = q.at(-1) ?? ring.zero
  let remainder = p
  let quotient: readonly T[] = Array.from({ length: Math.max(0, p.length - q.length + 1) }, () => ring.zero)
  while (remainder.length >= q.length) {
    const head = remainder.at(-1) ?? ring.zero
    const place = remainder.length - q.length
    quotient = quotient.map((a, i) => (i === place ? ring.add(ring.mul(a, lead), head) : ring.mul(a, lead)))
    const reduced = remainder.slice(0, -1).map((a, i) => {
      const b = q[i - place]
      const scaled = ring.mul(a, lead)
      return i < place || b === undefined ? scaled : ring.sub(scaled, ring.mul(head, b))
    })
    remainder = trimmed(ring, reduced)
  }
  return { quotient: ring.reduce(quotient), remainder: ring.reduce(remainder) }
}

/** The greatest common divisor up to a nonzero factor, by Euclid with primitive remainders. Needs an exact ring. */
export function greatestCommonDivisor<T>(ring: Ring<T>, p: Polynomial<T>, q: Polynomial<T>): Polynomial<T> {
  let [a, b] = p.length >= q.length ? [p, q] : [q, p]
  while (b.length > 0) {
    const divisor = ring.rationalise(b)
    ;[a, b] = [divisor, divide(ring, a, divisor).remainder]
  }
  return a
}

/** The polynomial with the same roots, each once, up to a nonzero factor. */
export function squareFree<T>(ring: Ring<T>, p: Polynomial<T>): Polynomial<T> {
  const common = greatestCommonDivisor(ring, p, derivative(ring, p))
  return common.length <= 1 ? p : divide(ring, p, common).quotient
}
