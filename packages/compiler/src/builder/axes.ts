import { type Measure, type Numeric, textOf } from './amount.ts'

/** Values that a sweep gives to one number. */
export interface AxisRange<out M extends Measure = Measure, out Names extends string = string> {
  readonly kind: 'axis'
  /** As it is written in the language. */
  readonly text: string
  /** For TypeScript only: never there. */
  readonly measure?: M
  /** For TypeScript only: never there. */
  readonly names?: Names
}

/** Evenly spaced values, both ends included; 101 where it is not said how many. */
export function linear<M extends Measure = 'plain', Names extends string = never>(
  from: Numeric<M, Names>,
  to: Numeric<M, Names>,
  points?: number,
): AxisRange<M, Names> {
  const [low, high] = [textOf(from), textOf(to)]
  const text = points === undefined ? `${low} .. ${high}` : `linear(${low}, ${high}, ${textOf(points)})`
  return { kind: 'axis', text }
}

/** Values evenly spaced in their logarithms, both ends included. */
export function geometric<M extends Measure = 'plain', Names extends string = never>(
  from: Numeric<M, Names>,
  to: Numeric<M, Names>,
  points: number,
): AxisRange<M, Names> {
  return { kind: 'axis', text: `geometric(${textOf(from)}, ${textOf(to)}, ${textOf(points)})` }
}
