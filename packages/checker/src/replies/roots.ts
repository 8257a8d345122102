import type { Arithmetic } from '@plumbline/game'
import { shifted, signChanges, valueAt, type Polynomial } from './polynomial.ts'

/** Binary digits to which a root that has no form of its own is found. */
const digits = 260

/** A root; where it is not `exact` a number within `2^-digits` of it. */
export interface Root<N> {
  readonly at: N
  readonly exact: boolean
}

/**
 * All roots of a polynomial strictly between 0 and 1, ascending. Of degree 1, and with `surds` of 2, by formula; else isolated by
 * bisection, where Descartes' rule of signs on a part of the interval shows that it has no root, or one. A part of width
 * `2^-digits` that may still have several counts as one.
 *
 * @param p not the polynomial 0
 */
export function rootsInside<N>(ar: Arithmetic<N>, p: Polynomial<N>, surds: boolean): readonly Root<N>[] {
  return (p.length < 3 || surds ? byFormula(ar, p) : null) ?? isolated(ar, p)
}

function inside<N>(ar: Arithmetic<N>, x: N): boolean {
  return ar.sign(x) > 0 && ar.sign(ar.sub(ar.from(1), x)) > 0
}

function byFormula<N>(ar: Arithmetic<N>, p: Polynomial<N>): readonly Root<N>[] | null {
  const [c, b, a] = p
  if (p.length > 3) return null
  if (c === undefined || b === undefined) return []
  const exactly = (roots: readonly N[]): readonly Root<N>[] =>
    roots.filter((x) => inside(ar, x)).map((at) => ({ at, exact: true }))
  if (a === undefined) return exactly([ar.neg(ar.div(c, b))])
  const square = ar.sub(ar.mul(b, b), ar.mul(ar.from(4), ar.mul(a, c)))
  const sign = ar.sign(square)
  if (sign < 0) return []
  try {
    const root = ar.sqrt(square)
    const twice = ar.mul(ar.from(2), a)
    const middle = ar.neg(ar.div(b, twice))
    const away = ar.div(root, twice)
    const [one, other] = [ar.sub(middle, away), ar.add(middle, away)]
    const both = sign === 0 ? [middle] : ar.sign(a) > 0 ? [one, other] : [other, one]
    return exactly(both)
  } catch (error) {
    // The root of a number that is irrational itself.
    if (!(error instanceof TypeError)) throw error
    return null
  }
}

/** The part `(low, low + 1) / 2^bits`; `local` is the polynomial over it as over (0, 1). */
interface Part<N> {
  readonly local: Polynomial<N>
  readonly low: bigint
  readonly bits: number
}

function isolated<N>(ar: Arithmetic<N>, p: Polynomial<N>): readonly Root<N>[] {
  const roots: Root<N>[] = []
  const open: Part<N>[] = [{ local: p, low: 0n, bits: 0 }]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { local, low, bits } = part
    // On (0, 1) as 1/(1 + x) with x > 0.
    const changes = signChanges(ar, shifted(ar, [...local].reverse()))
    if (changes === 0) continue
    if (changes === 1 || bits >= digits) {
      roots.push(
        bits >= digits ? { at: dyadic(ar, 2n * low + 1n, bits + 1), exact: false } : refined(ar, p, part),
      )
      continue
    }
    const left = local.map((a, i) => ar.mul(a, dyadic(ar, 1n, i)))
    const right = shifted(ar, left)
    const middle = 2n * low + 1n
    if (ar.sign(right[0] ?? ar.from(0)) === 0) {
      roots.push({ at: dyadic(ar, middle, bits + 1), exact: true })
    }
    open.push({ local: right, low: middle, bits: bits + 1 }, { local: left, low: 2n * low, bits: bits + 1 })
  }
  return roots.toSorted((one, other) => ar.sign(ar.sub(one.at, other.at)))
}

/** The one root of a part, by bisection. */
function refined<N>(
  ar: Arithmetic<N>,
  p: Polynomial<N>,
  { local, low: first, bits: from }: Part<N>,
): Root<N> {
  // A root at the part's own left end is another's.
  const before = ar.sign(local.find((a) => ar.sign(a) !== 0) ?? ar.from(0))
  let low = first
  for (let bits = from + 1; bits <= digits; bits++) {
    const middle = dyadic(ar, 2n * low + 1n, bits)
    const sign = ar.sign(valueAt(ar, p, middle))
    if (sign === 0) return { at: middle, exact: true }
    low = sign === before ? 2n * low + 1n : 2n * low
  }
  return { at: dyadic(ar, low, digits), exact: false }
}

/** `over / 2^bits`. */
function dyadic<N>(ar: Arithmetic<N>, over: bigint, bits: number): N {
  return ar.from(`${String(over)}/${String(1n << BigInt(bits))}`)
}
