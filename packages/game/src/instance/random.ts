import type { Expression } from './expression.ts'
import type { Dimension, Origin } from './quantity.ts'

/**
 * A quantity that is known only by its distribution. One random variable wherever its name is used; referred to
 * by `ref`, which stands for `point` where a single number is wanted.
 */
export interface RandomVariable {
  readonly name: string
  /**
   * `uncertainty`: how sure we are of one number. `population`: how the people of one user declaration differ, each
   * with a draw of their own.
   */
  readonly purpose: 'uncertainty' | 'population'
  readonly distribution: Distribution
  /** The distribution is conditioned on this range: that of the field in which it stands. */
  readonly range: RandomRange
  /** The point value: the mean of the distribution before truncation; `k/n` for counts. */
  readonly point: Expression
  readonly dimension: Dimension
  readonly origin: Origin | null
}

/** `any` number; `not-negative`: `[0, ∞)`; `positive`: `(0, ∞)`; `share`: `[0, 1]`; `success`: `(0, 1]`. */
export type RandomRange = 'any' | 'not-negative' | 'positive' | 'share' | 'success'

export type Distribution =
  /** k successes in n trials: Beta(k+1, n-k+1), the posterior of a uniform prior. */
  | { readonly kind: 'counts'; readonly successes: Expression; readonly trials: Expression }
  | { readonly kind: 'normal'; readonly mean: Expression; readonly deviation: Expression }
  /** The logarithm is normal with the median's logarithm as its mean and standard deviation `sigma`. */
  | { readonly kind: 'lognormal'; readonly median: Expression; readonly sigma: Expression }
  | { readonly kind: 'uniform'; readonly low: Expression; readonly high: Expression }
  | { readonly kind: 'beta'; readonly alpha: Expression; readonly beta: Expression }
