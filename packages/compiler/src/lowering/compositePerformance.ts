import { type Expression, expressionFlaw } from '@plumbline/game'
import { makeByDefinition } from '../expressions/makeByDefinition.ts'
import type { Declared } from '../names/declarations.ts'
import type { Attempts, PerformanceFormulas, VerifierFormulas } from '../vocabulary/define.ts'
import type { Argument } from './bindArguments.ts'
import type { ModelShapes } from './modelShapes.ts'
import type { ModelSource } from './modelSources.ts'

type Composite = Extract<ModelSource, { readonly kind: 'composite' }>

/** What an attempt of a model made by a combinator is like, for one kind of task; null where its definition is broken. */
export type CompositePerformance = (
  source: Composite,
  task: string | null,
  attempt: number,
) => PerformanceFormulas | null

/** Makes each attempt of each composite once; a definition that is broken is reported once for each model made by it. */
export function compositePerformances(shapes: ModelShapes): CompositePerformance {
  const made = new Map<Composite, Map<string, PerformanceFormulas>>()
  const broken = new Set<Composite>()
  return (source, task, attempt) => {
    if (broken.has(source)) return null
    const known = made.get(source) ?? new Map<string, PerformanceFormulas>()
    made.set(source, known)
    const key = JSON.stringify([task, attempt])
    const formulas = known.get(key) ?? make(source, shapes, task, attempt)
    if (formulas === null) broken.add(source)
    else known.set(key, formulas)
    return formulas
  }
}

function make(
  { definition, args, call }: Composite,
  shapes: ModelShapes,
  task: string | null,
  attempt: number,
): PerformanceFormulas | null {
  const given: Expression[] = []
  const attempts = (model: Declared): Attempts => {
    const of = shapes.formulas(model, task)
    return (number) => {
      const formulas = of(number)
      const { success, latency, cost, price } = formulas
      given.push(success, latency, cost, price)
      return formulas
    }
  }
  const values = definition.parameters.map(({ name, is }) => {
    const argument = args.get(name)
    if (argument === undefined) throw new TypeError(`'${definition.name}' without its '${name}'`)
    return [name, valueOf(argument, is, attempts, given)] as const
  })
  return makeByDefinition(
    definition,
    () => definition.becomes(Object.fromEntries(values) as never, attempt),
    (formulas) => flawOf(formulas, given),
    call,
  )
}

function valueOf(
  argument: Argument,
  is: string,
  attempts: (model: Declared) => Attempts,
  given: Expression[],
): unknown {
  if (argument.is === 'whole') return argument.value
  if (argument.is === 'number') {
    given.push(argument.expression)
    return argument.expression
  }
  const [first] = argument.things
  if (is === 'models') return argument.things.map(attempts)
  if (first === undefined) throw new TypeError('a parameter that is given nothing')
  if (is === 'model') return attempts(first)
  const formulas = verifierFormulas(first)
  given.push(...numbersOf(formulas))
  return formulas
}

/** A verifier's numbers, as references to them. */
export function verifierFormulas({ name }: Declared): VerifierFormulas {
  const ref = (field: string) => ({ op: 'ref', name: `${name}.${field}` }) as const
  return { passes: ref('passes'), catches: ref('catches'), latency: ref('latency'), cost: ref('cost') }
}

/** The numbers of a verifier. */
export function numbersOf({ passes, catches, latency, cost }: VerifierFormulas): readonly Expression[] {
  return [passes, catches, latency, cost]
}

const fields = ['success', 'latency', 'cost', 'price'] as const

/** What is wrong with what the code of a combinator made, whatever that is. */
function flawOf(formulas: unknown, given: readonly Expression[]): string | null {
  if (typeof formulas !== 'object' || formulas === null) return `it makes no object with ${fields.join(', ')}`
  for (const field of fields) {
    const flaw = expressionFlaw((formulas as Record<string, unknown>)[field], given)
    if (flaw !== null) return `${field}: ${flaw}`
  }
  return null
}
