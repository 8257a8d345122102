import { numberExpression, type Axis, type Expression } from '@plumbline/game'
import type { NumberedAxis } from '../sweeps/axis-values.ts'

/** Digits of the numbers between the ends of an axis: the decimals that they are written as. */
const digits = 15

/** One axis of a map. */
export interface MapAxis {
  readonly axis: Axis
  readonly from: number
  readonly to: number
  /** Shares of the way from one end to the other are shares of the logarithm. */
  readonly logarithmic: boolean
}

/** The ends of an axis. */
export function mapAxis({ axis, count, valueAt }: NumberedAxis): MapAxis {
  const [from, to] = [valueAt(0).number, valueAt(count - 1).number]
  return { axis, from, to, logarithmic: axis.values.kind === 'geometric' }
}

/** The value at a share of an axis. */
export function valueAt({ from, to, logarithmic }: MapAxis, share: number): number {
  if (share === 0 || share === 1) return share === 0 ? from : to
  return logarithmic ? from ** (1 - share) * to ** share : from + share * (to - from)
}

/** The share of an axis at which a value lies. */
export function shareOf({ from, to, logarithmic }: MapAxis, value: number): number {
  return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
}

/** The same as the expression of exactly a decimal. */
export function numberAt(axis: MapAxis, share: number): Expression {
  return numberExpression(valueAt(axis, share).toPrecision(digits))
}
