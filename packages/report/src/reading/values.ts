import { at, type Expression, type GameInstance, type Quantity } from '@plumbline/game'

/**
 * The numbers of expressions of an instance, at its own params, nearest doubles.
 *
 * @returns null for each that has no value
 */
export function valuesOf(
  instance: GameInstance,
  expressions: readonly Expression[],
): readonly (number | null)[] {
  const evaluation = at(instance, new Map(), ({ arithmetic }, termValue) =>
    expressions.map((expression) => {
      const value = termValue(expression, () => {
        throw new TypeError('an expression of the instance names nothing of the solution')
      })
      return value.ok ? arithmetic.toNumber(value.value) : null
    }),
  )
  return evaluation.ok ? evaluation.value : expressions.map(() => null)
}

/** The numbers of quantities. */
export function amountsOf(
  instance: GameInstance,
  quantities: readonly Quantity[],
): readonly (number | null)[] {
  return valuesOf(
    instance,
    quantities.map(({ expression }) => expression),
  )
}
