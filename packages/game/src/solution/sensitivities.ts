import type { Dimension } from '../instance/quantity.ts'
import { list, nullable, number, record, type Shape, text } from '../loading/shape.ts'
import { dimensionShape } from './parts.ts'

/** How reported numbers move when a number of the game moves a little, the route and the users' answers with it. */
export interface SensitivitiesEntry {
  readonly inputs: readonly InputSensitivities[]
}

export interface InputSensitivities {
  /** `churn`, `o3.success`: as `--set` and sweeps call it. */
  readonly name: string
  /** A noun phrase: `the success of model 'o3'`. */
  readonly what: string
  readonly value: number
  readonly dimension: Dimension
  /** The reported numbers that move; what is not here does not. */
  readonly of: readonly Sensitivity[]
  /** Why nothing is known of this number. */
  readonly reason?: string
}

export interface Sensitivity {
  /** As asserts call it: `acme.cost`, `developer.gap`, `route.escalation.quick`. */
  readonly quantity: string
  /** Per unit of the number, in the quantity's unit; null at a kink or a jump. */
  readonly derivative: number | null
  /** Percent per percent; null where the derivative is, or where either number is 0. */
  readonly elasticity: number | null
  /** The one-sided derivatives, below and above; null where the quantity jumps on that side. */
  readonly left: number | null
  readonly right: number | null
}

const sensitivity = record<Sensitivity>({
  quantity: text,
  derivative: nullable(number),
  elasticity: nullable(number),
  left: nullable(number),
  right: nullable(number),
})

export const sensitivitiesShape: Shape<SensitivitiesEntry> = record<SensitivitiesEntry>({
  inputs: list(
    record<InputSensitivities>(
      {
        name: text,
        what: text,
        value: number,
        dimension: dimensionShape,
        of: list(sensitivity),
        reason: text,
      },
      ['reason'],
    ),
  ),
})
