import { rational, type Arithmetic } from '@plumbline/game'
import { commonDivisor, slopeNumerator, trimmed } from '../../algebra/polynomial.ts'
import { rootsInside } from '../../algebra/roots.ts'
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
  const common = scaled.reduce((product, { d }) => (product * d) / commonDivisor(product, d), 1n)
  const whole = scaled.map(({ s, n, d }) => s * n * (common / d))
  const slope = slopeNumerator(trimmed(whole.slice(0, over.length)), trimmed(whole.slice(over.length)))
  if (slope.length === 0) return { kind: 'everywhere' }
  const roots = rootsInside(slope, digits)
  return {
    kind: 'points',
    at: roots.map((root) => ar.from(`${root.over.toString()}/${root.under.toString()}`)),
    exact: roots.every(({ exact }) => exact),
  }
}

function rationalOf<N>(ar: Arithmetic<N>, value: N): ReturnType<typeof rational> {
  const form = ar.toExact(value)
  return rational(typeof form === 'string' ? form : ar.toNumber(value))
}
