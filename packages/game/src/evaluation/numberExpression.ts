import { rational } from '../arithmetic/rational.ts'
import type { Expression } from '../instance/expression.ts'

/**
 * A decimal as the expression of exactly that number: `0.1` is one tenth.
 *
 * @param decimal as `String` and `toPrecision` write a finite double, or as a person does: `0.137`, `1e-7`
 * @throws RangeError where it is no decimal
 */
export function numberExpression(decimal: string): Expression {
  return { op: 'number', value: rational(decimal).toFraction() }
}
