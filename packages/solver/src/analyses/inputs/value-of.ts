import { rational, type Input } from '@plumbline/game'
import { atPopulation } from '../../population/population-game.ts'
import type { Subject } from '../analysis.ts'

type Fraction = ReturnType<typeof rational>

/** Ends of the values that a number may take; null for none. */
export interface Ends {
  readonly low: number | null
  readonly high: number | null
}

/** A number of the game as it is: exactly where it is a fraction, and the double nearest; null where it has no value. */
export interface Present {
  readonly exact: Fraction | null
  readonly near: number
}

/** The values of names, and of the bounds of params. */
export function presentValues<N>(
  { instance, assignment, options }: Pick<Subject<N>, 'instance' | 'assignment' | 'options'>,
  names: readonly string[],
): ReadonlyMap<string, { readonly present: Present; readonly bounds: Ends }> {
  const found = atPopulation(instance, assignment, options, ({ game: { arithmetic: ar } }, termValue) => {
    const noSolution = () => {
      throw new TypeError('a quantity that needs the solution')
    }
    return names.flatMap((name) => {
      const outcome = termValue({ op: 'ref', name }, noSolution)
      if (!outcome.ok) return []
      const form = ar.toExact(outcome.value)
      const present = {
        exact: typeof form === 'string' ? rational(form) : null,
        near: ar.toNumber(outcome.value),
      }
      const param = instance.params.find((each) => each.name === name)
      const bound = (end: 'low' | 'high'): number | null => {
        if (param?.bounds === null || param === undefined) return null
        const value = termValue(param.bounds[end].expression, noSolution)
        return value.ok ? ar.toNumber(value.value) : null
      }
      return [[name, { present, bounds: { low: bound('low'), high: bound('high') } }] as const]
    })
  })
  return new Map(found.ok ? found.value : [])
}

/** The ends that a field has. */
export function fieldEnds(range: Input['range']): Ends {
  switch (range) {
    case 'any':
      return { low: null, high: null }
    case 'success':
    case 'probability':
      return { low: 0, high: 1 }
    case 'notNegative':
    case 'positive':
      return { low: 0, high: null }
  }
}
