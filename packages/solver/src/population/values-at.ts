import { enclosure, enclosureCalculus, evaluate, type Expression } from '@plumbline/game'
import { differing, type Dependence } from './dependence.ts'

/**
 * Evaluates expressions where some random variables have values: to the double nearest; `NaN` where there is no value.
 *
 * @param known the values of names that no random variable goes into
 * @param numbers of the random variables
 * @param names that the expressions speak of, and so all that these are computed from
 */
export function valuesAt(
  dependence: Dependence,
  known: (name: string) => number,
  numbers: ReadonlyMap<string, number>,
  names: readonly string[],
): (expression: Expression) => number {
  const values = new Map(numbers)
  const valueOf = (expression: Expression): number => {
    const outcome = evaluate(
      expression,
      (leaf) => {
        if (leaf.op !== 'ref') throw new TypeError('a quantity that needs the solution')
        return { ok: true, value: enclosure.from(values.get(leaf.name) ?? known(leaf.name)) }
      },
      enclosureCalculus,
    )
    return outcome.ok ? enclosure.toNumber(outcome.value) : Number.NaN
  }
  for (const each of differing(dependence, names)) {
    const expression = dependence.expressions.get(each)
    if (expression !== undefined && !values.has(each)) values.set(each, valueOf(expression))
  }
  return valueOf
}
