import {
  failure,
  value,
  type Arithmetic,
  type Calculus,
  type Exact,
  exactCalculus,
  type Sign,
} from '@plumbline/game'
import { dual, type Dual } from '../../leader/interior/dual.ts'

/** Which side of a number its ties are decided for: just above it, just below it, or at the number itself. */
export type Side = 1 | 0 | -1

/** Whether some sign was 0 at the number and is not beside it: there the answer may have a kink. */
export interface Ties {
  met: boolean
}

/**
 * Numbers with their derivatives, where what ties at the number is decided by the derivative as it is on one side of it: so
 * a solver takes the way that it takes there.
 */
export function sided<N>(ar: Arithmetic<N>, side: Side, ties: Ties): Arithmetic<Dual<N>> {
  return {
    ...dual(ar),
    sign(a): Sign {
      const sign = ar.sign(a.value)
      if (sign !== 0) return sign
      const slope = ar.sign(a.slope)
      if (slope !== 0) ties.met = true
      return (slope * side) as Sign
    },
  }
}

/** Expressions of the language with derivatives, over exact numbers; what leaves these is `inexact`. */
export function dualCalculus(ar: Arithmetic<Dual<Exact>>): Calculus<Dual<Exact>> {
  const isConstant = ({ slope }: Dual<Exact>): boolean => slope.a.n === 0n && slope.b.n === 0n
  const constant = (
    outcome: ReturnType<typeof exactCalculus.sqrt>,
  ): ReturnType<Calculus<Dual<Exact>>['sqrt']> =>
    outcome.ok ? value({ value: outcome.value, slope: ar.from(0).value }) : outcome
  return {
    arithmetic: ar,
    sqrt(a) {
      const root = exactCalculus.sqrt(a.value)
      if (!root.ok || isConstant(a)) return constant(root)
      return exactCalculus.arithmetic.sign(root.value) === 0 ? failure('inexact') : value(ar.sqrt(a))
    },
    exp: (a) => (isConstant(a) ? constant(exactCalculus.exp(a.value)) : failure('inexact')),
    log: (a) => (isConstant(a) ? constant(exactCalculus.log(a.value)) : failure('inexact')),
    pow(base, exponent) {
      const power = exactCalculus.pow(base.value, exponent.value)
      if (!power.ok || (isConstant(base) && isConstant(exponent))) return constant(power)
      if (!isConstant(exponent)) return failure('inexact')
      const { arithmetic: exact } = exactCalculus
      // n x^(n-1) x'
      const less = exactCalculus.pow(base.value, exact.sub(exponent.value, exact.from(1)))
      if (!less.ok) return less
      return value({
        value: power.value,
        slope: exact.mul(exact.mul(exponent.value, less.value), base.slope),
      })
    },
    least: (x, y) => (ar.sign(ar.sub(y, x)) < 0 ? y : x),
    greatest: (x, y) => (ar.sign(ar.sub(y, x)) > 0 ? y : x),
    magnitude: (x) => (ar.sign(x) < 0 ? ar.neg(x) : x),
    size: (a) => exactCalculus.size(a.value),
  }
}
