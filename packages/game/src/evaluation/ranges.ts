import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { Expression } from '../instance/expression.ts'
import type { Dimension, Origin } from '../instance/quantity.ts'
import type { RandomRange } from '../instance/random.ts'
import type { Limits } from './limits.ts'

/** Limits that quantities of a game have. */
export interface Ranges<N> {
  readonly any: Limits<N>
  /** `(0, 1]`. */
  readonly success: Limits<N>
  /** `[0, 1]`. */
  readonly probability: Limits<N>
  readonly notNegative: Limits<N>
  readonly positive: Limits<N>
}

/** Measures one number; where it has none, 0 stands in and the problem is in the survey. */
export type Measure<N> = (
  what: string,
  of: { readonly expression: Expression; readonly dimension: Dimension; readonly origin: Origin | null },
  limits: Limits<N>,
) => N

/** The limits, as numbers of an arithmetic. */
export function rangesOf<N>(arithmetic: Arithmetic<N>): Ranges<N> {
  const [zero, one] = [arithmetic.from(0), arithmetic.from(1)]
  const above = { at: zero, open: true }
  const from = { at: zero, open: false }
  const to = { at: one, open: false }
  return {
    any: {},
    success: { low: above, high: to },
    probability: { low: from, high: to },
    notNegative: { low: from },
    positive: { low: above },
  }
}

/** The limits of a range. */
export function limitsOf<N>(range: RandomRange, ranges: Ranges<N>): Limits<N> {
  switch (range) {
    case 'any':
      return ranges.any
    case 'not-negative':
      return ranges.notNegative
    case 'positive':
      return ranges.positive
    case 'share':
      return ranges.probability
    case 'success':
      return ranges.success
  }
}
