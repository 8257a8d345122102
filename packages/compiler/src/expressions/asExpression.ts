import type { Expression } from '@plumbline/game'
import type { Typed } from './site.ts'

/**
 * The expression of a value that is not in an assert. Only asserts make terms that name the solution, so that
 * every other term is an expression.
 */
export function asExpression({ term }: Typed): Expression {
  if (term.op === 'solution' || term.op === 'word')
    throw new TypeError('a name of the solution outside an assert')
  return term as Expression
}
