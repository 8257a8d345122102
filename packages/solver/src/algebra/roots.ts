import { shifted, signAt, signRightOf, squareFree, type Polynomial } from './polynomial.ts'

/** A root in (0, 1): the rational `over/under`, or where that is not `exact` one less than `1/under` above it. */
export interface Root {
  readonly over: bigint
  readonly under: bigint
  readonly exact: boolean
}

/** Bisections after which a polynomial is taken to have multiple roots. */
const patience = 96

/**
 * All roots of a polynomial strictly between 0 and 1, ascending, each once: isolated by bisection with Descartes' rule of
 * signs (Vincent, Collins and Akritas), then bisected to `bits` binary digits. On an interval the sign changes of
 * `(1+x)^n p(1/(1+x))` bound the number of roots, with equality when there are none or one; by the theorem of two circles
 * the isolation ends for a polynomial without multiple roots, and one that takes long is replaced by its square-free part.
 *
 * @param p not the polynomial 0
 */
export function rootsInside(p: Polynomial, bits: number): readonly Root[] {
  const isolated = isolate(p, patience)
  const simple = isolated === null ? squareFree(p) : p
  return (isolated ?? isolate(simple, Infinity) ?? [])
    .map((place) => ('exact' in place ? place : refined(simple, place, bits)))
    .sort((one, other) => (one.over * other.under < other.over * one.under ? -1 : 1))
}

/** The open interval `(low/2^bits, (low + 1)/2^bits)`. */
interface Interval {
  readonly low: bigint
  readonly bits: number
}

/** Intervals with one root each, and roots met on the way; null where one of width `2^-depth` still is not decided. */
function isolate(p: Polynomial, depth: number): readonly (Interval | Root)[] | null {
  const found: (Interval | Root)[] = []
  const open: (Interval & { readonly local: Polynomial })[] = [{ local: p, low: 0n, bits: 0 }]
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const { local, low, bits } = piece
    const changes = signChanges(shifted([...local].reverse()))
    if (changes === 0) continue
    if (changes === 1) {
      found.push({ low, bits })
      continue
    }
    if (bits >= depth) return null
    const degree = local.length - 1
    const left = local.map((a, i) => a << BigInt(degree - i))
    const right = shifted(left)
    const middle = 2n * low + 1n
    open.push({ local: right, low: middle, bits: bits + 1 }, { local: left, low: 2n * low, bits: bits + 1 })
    if (right[0] === 0n) found.push({ over: middle, under: 1n << BigInt(bits + 1), exact: true })
  }
  return found
}

function signChanges(p: Polynomial): number {
  const signs = p.filter((a) => a !== 0n).map((a) => a > 0n)
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
}

function refined(p: Polynomial, { low: first, bits: from }: Interval, bits: number): Root {
  const before = signRightOf(p, first, 1n << BigInt(from))
  let low = first
  for (let at = from + 1; at <= bits; at++) {
    const middle = 2n * low + 1n
    const sign = signAt(p, middle, 1n << BigInt(at))
    if (sign === 0) return { over: middle, under: 1n << BigInt(at), exact: true }
    low = sign === before ? middle : 2n * low
  }
  return { over: low, under: 1n << BigInt(Math.max(from, bits)), exact: false }
}
