import { Undecided, type Sign } from '@plumbline/game'
import { shifted, signAt, signRightOf, squareFree, type Polynomial } from './polynomial.ts'
import type { Ring } from './ring.ts'

/**
 * A real number in [0, 1]: a rational `over/under`, or the one root of a polynomial in the open interval
 * `(low/2^bits, (low + 1)/2^bits)`. `before` is the sign of the polynomial just right of the interval's left end.
 */
export type AlgebraicNumber<T> =
  | { readonly kind: 'rational'; readonly over: bigint; readonly under: bigint }
  | {
      readonly kind: 'root'
      readonly of: Polynomial<T>
      readonly low: bigint
      readonly bits: number
      readonly before: Sign
    }

/** 0 and 1 as ends of an interval of persistence. */
export const leaving: AlgebraicNumber<never> = { kind: 'rational', over: 0n, under: 1n }
export const staying: AlgebraicNumber<never> = { kind: 'rational', over: 1n, under: 1n }

const patience = 96
const limit = 20_000

/**
 * All roots of a polynomial strictly between 0 and 1, ascending, each isolated: bisection with Descartes' rule of signs
 * (Vincent, Collins and Akritas). On an interval the sign changes of `(1+x)^n p(1/(1+x))` bound the number of roots, with
 * equality when there are none or one; by the theorem of two circles the bisection ends for a polynomial without multiple
 * roots, so that a polynomial which takes long is replaced by its square-free part.
 *
 * @param p not the polynomial 0.
 * @throws Undecided where coefficients are enclosures that leave a sign open.
 */
export function rootsInside<T>(ring: Ring<T>, p: Polynomial<T>): readonly AlgebraicNumber<T>[] {
  return (
    isolate(ring, p, patience) ?? isolate(ring, ring.exact ? squareFree(ring, p) : p, limit) ?? tooClose()
  )
}

function tooClose(): never {
  throw new Undecided('roots too close to each other to be told apart')
}

interface Piece<T> {
  /** `p` with this piece moved to (0, 1). */
  readonly local: Polynomial<T>
  readonly low: bigint
  readonly bits: number
}

/** Null where a piece of width `2^-depth` still is not decided. */
function isolate<T>(ring: Ring<T>, p: Polynomial<T>, depth: number): readonly AlgebraicNumber<T>[] | null {
  const found: AlgebraicNumber<T>[] = []
  const open: Piece<T>[] = [{ local: p, low: 0n, bits: 0 }]
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const { local, low, bits } = piece
    const changes = signChanges(ring, shifted(ring, [...local].reverse()))
    if (changes === 0) continue
    if (changes === 1) {
      const before = signRightOf(ring, p, low, 1n << BigInt(bits))
      found.push({ kind: 'root', of: p, low, bits, before })
      continue
    }
    if (bits >= depth) return null
    const degree = local.length - 1
    const left = local.map((a, i) => ring.times(a, 1n << BigInt(degree - i)))
    const right = shifted(ring, left)
    const middle = 2n * low + 1n
    open.push({ local: right, low: middle, bits: bits + 1 }, { local: left, low: 2n * low, bits: bits + 1 })
    if (signAt(ring, right, 0n, 1n) === 0)
      found.push({ kind: 'rational', over: middle, under: 1n << BigInt(bits + 1) })
  }
  return found.sort(inOrder)
}

function signChanges<T>(ring: Ring<T>, p: Polynomial<T>): number {
  let changes = 0
  let last: Sign = 0
  for (const a of p) {
    const sign = ring.sign(a)
    if (sign === 0) continue
    if (last !== 0 && sign !== last) changes++
    last = sign
  }
  return changes
}

/** By the left ends, which are unlike for disjoint pieces but where a root begins a piece. */
function inOrder<T>(a: AlgebraicNumber<T>, b: AlgebraicNumber<T>): number {
  const [x, y] = [leftEnd(a), leftEnd(b)]
  const difference = x.over * y.under - y.over * x.under
  if (difference !== 0n) return difference < 0n ? -1 : 1
  return a.kind === b.kind ? 0 : a.kind === 'rational' ? -1 : 1
}

/** The greatest rational known not to lie above the number. */
export function leftEnd<T>(x: AlgebraicNumber<T>): { readonly over: bigint; readonly under: bigint } {
  return x.kind === 'rational' ? x : { over: x.low, under: 1n << BigInt(x.bits) }
}

/** The least rational known not to lie below the number. */
export function rightEnd<T>(x: AlgebraicNumber<T>): { readonly over: bigint; readonly under: bigint } {
  return x.kind === 'rational' ? x : { over: x.low + 1n, under: 1n << BigInt(x.bits) }
}

/** The same number in an interval at most `2^-bits` wide, by bisection. */
export function refined<T>(ring: Ring<T>, x: AlgebraicNumber<T>, bits: number): AlgebraicNumber<T> {
  if (x.kind === 'rational' || x.bits >= bits) return x
  const { of, before } = x
  let low = x.low
  for (let at = x.bits + 1; at <= bits; at++) {
    const middle = 2n * low + 1n
    const sign = signAt(ring, of, middle, 1n << BigInt(at))
    if (sign === 0) return { kind: 'rational', over: middle, under: 1n << BigInt(at) }
    low = sign === before ? middle : 2n * low
  }
  return { kind: 'root', of, low, bits, before }
}

/** Whether two numbers are known to be apart, the first to the left: their intervals have a gap between them. */
export function apart<T>(x: AlgebraicNumber<T>, y: AlgebraicNumber<T>): boolean {
  const [left, right] = [rightEnd(x), leftEnd(y)]
  return left.over * right.under < right.over * left.under
}

/** Whether the number is a root of a polynomial too; certain, in an exact ring. */
export function isRootOf<T>(ring: Ring<T>, x: AlgebraicNumber<T>, common: Polynomial<T>): boolean {
  if (common.length <= 1) return common.length === 0
  if (x.kind === 'rational') return signAt(ring, common, x.over, x.under) === 0
  const [left, right] = [leftEnd(x), rightEnd(x)]
  // `common` divides the polynomial of `x`, so that it has no other root inside, and that one changes its sign.
  return (
    signRightOf(ring, common, left.over, left.under) !== signLeftOf(ring, common, right.over, right.under)
  )
}

/** The sign of `p` just left of a point. */
export function signLeftOf<T>(ring: Ring<T>, p: Polynomial<T>, over: bigint, under: bigint): Sign {
  const mirrored = p.map((a, i) => (i % 2 === 0 ? a : ring.times(a, -1n)))
  return signRightOf(ring, mirrored, -over, under)
}
