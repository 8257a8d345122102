import type { Declared } from '../names/declarations.ts'
import type { CombinatorArguments, PerformanceFormulas } from '../vocabulary/define.ts'
import type { Argument } from './bindArguments.ts'
import type { ModelShapes } from './modelShapes.ts'
import type { ModelSource } from './modelSources.ts'

/** What an attempt of a model made by a combinator is like, for one kind of task. */
export function compositePerformance(
  { definition, args }: Extract<ModelSource, { readonly kind: 'composite' }>,
  shapes: ModelShapes,
  task: string | null,
  attempt: number,
): PerformanceFormulas {
  const argument = (parameter: string): Argument => {
    const found = args.get(parameter)
    if (found === undefined) throw new TypeError(`'${definition.name}' has no parameter '${parameter}'`)
    return found
  }
  const things = (parameter: string): readonly Declared[] => {
    const found = argument(parameter)
    if (found.is !== 'things') throw new TypeError(`'${parameter}' of '${definition.name}' is a number`)
    return found.things
  }
  const one = (parameter: string): Declared => {
    const [first] = things(parameter)
    if (first === undefined) throw new TypeError(`'${parameter}' of '${definition.name}' is nothing`)
    return first
  }
  const given: CombinatorArguments = {
    model: (parameter) => shapes.formulas(one(parameter), task),
    models: (parameter) => things(parameter).map((model) => shapes.formulas(model, task)),
    verifier: (parameter) => {
      const { name } = one(parameter)
      const ref = (field: string) => ({ op: 'ref', name: `${name}.${field}` }) as const
      return { passes: ref('passes'), catches: ref('catches'), latency: ref('latency'), cost: ref('cost') }
    },
    whole: (parameter) => {
      const found = argument(parameter)
      if (found.is !== 'whole')
        throw new TypeError(`'${parameter}' of '${definition.name}' is no whole number`)
      return found.value
    },
    number: (parameter) => {
      const found = argument(parameter)
      if (found.is !== 'number') throw new TypeError(`'${parameter}' of '${definition.name}' is no number`)
      return found.expression
    },
  }
  return definition.becomes(given, attempt)
}
