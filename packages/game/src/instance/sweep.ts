import type { Expression } from './expression.ts'
import type { Dimension, Labelled, Origin } from './quantity.ts'

/** Values to solve the game at: all combinations of its axes, the last axis moving fastest. */
export interface Sweep extends Labelled {
  readonly axes: readonly Axis[]
}

/** One number of the game that a sweep moves. */
export interface Axis {
  /** As it was written: `churn`, `developer.value`. */
  readonly path: string
  /** The name of the instance that takes the values: a param, or an input such as `developer.value`. */
  readonly target: string
  readonly values: AxisValues
  readonly dimension: Dimension
  readonly origin: Origin | null
}

export type AxisValues =
  /** Evenly spaced, both ends included; one point is `from`. */
  | { readonly kind: 'linear'; readonly from: Expression; readonly to: Expression; readonly points: number }
  /** Evenly spaced in their logarithms, both ends included; both are positive. */
  | {
      readonly kind: 'geometric'
      readonly from: Expression
      readonly to: Expression
      readonly points: number
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
