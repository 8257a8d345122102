import { rational, type Arithmetic } from '@plumbline/game'
import { slopeNumerator, trimmed } from '../../algebra/polynomial.ts'
import { integers } from '../../algebra/ring.ts'
import { leftEnd, refined, rootsInside } from '../../algebra/roots.ts'
import type { Ratio } from './utility-ratio.ts'

/** Binary digits to which a critical point that is not rational is found. */
const digits = 200

/** Where a quotient of polynomials neither rises nor falls. */
export type CriticalPoints<N> =
  | { readonly kind: 'everywhere' }
  /** All points strictly between 0 and 1, ascending; `exact` where each is rational. */
  | { readonly kind: 'points'; readonly at: readonly N[]; readonly exact: boolean }

/**
 * All critical points of a rational function inside (0, 1): the roots of `n' d - n d'`, isolated by Descartes' rule with
 * bisection, so that none is missed and none is counted twice. A root that is not rational is returned as a rational number
 * within `2^-200` of it.
 *
 * Coefficients that are no rationals (over a square root, or known within an enclosure only) are replaced by the doubles
 * nearest: their critical points are then as near as doubles are.
 */
export function criticalPoints<N>(ar: Arithmetic<N>, { over, under }: Ratio<N>): CriticalPoints<N> {
  const scaled = [...over, ...under].map((each) => rationalOf(ar, each))
  const common = scaled.reduce((product, { d }) => (product * d) / gcd(product, d), 1n)
  const whole = scaled.map(({ s, n, d }) => s * n * (common / d))
  const n = trimmed(integers, whole.slice(0, over.length))
  const d = trimmed(integers, whole.slice(over.length))
  const slope = slopeNumerator(integers, n, d)
  if (slope.length === 0) return { kind: 'everywhere' }
  const roots = rootsInside(integers, slope).map((root) => refined(integers, root, digits))
  return {
    kind: 'points',
    at: roots.map((root) => {
      const { over: a, under: b } = leftEnd(root)
      return ar.from(`${a.toString()}/${b.toString()}`)
    }),
    exact: roots.every(({ kind }) => kind === 'rational'),
  }
}

function rationalOf<N>(ar: Arithmetic<N>, value: N): ReturnType<typeof rational> {
  const form = ar.toExact(value)
  return rational(typeof form === 'string' ? form : ar.toNumber(value))
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
