import type { AttemptSequence, Expression, Model, Performance, Quantity } from '@plumbline/game'
import { performanceName } from '@plumbline/game'
import { plain } from '../dimensions/dimension.ts'
import type { Compilation } from '../expressions/site.ts'
import { declaredAs, type Declared } from '../names/declarations.ts'
import { labelsOf } from '../reporting/originOf.ts'
import type { FieldDefinition } from '../vocabulary/define.ts'
import { over, productOf, sumOf } from '../vocabulary/formulas.ts'
import type { BoundFields } from './bindFields.ts'
import { compositePerformances, type CompositePerformance } from './compositePerformance.ts'
import { fieldKey, standIn } from './elaborateFields.ts'
import { modelShapes, type ModelShapes } from './modelShapes.ts'
import { modelSources, type ModelSource } from './modelSources.ts'
import { reportMissing } from './reportMissing.ts'
import { dimensionOfRole, type GameDimensions } from './settleDimensions.ts'

/** A declaration with the quantities of its fields; null for a number that is wrong. */
export interface Filled {
  readonly bound: BoundFields
  /** By key: `success`, `success.hard`, `success#2`. */
  readonly quantities: ReadonlyMap<string, Quantity | null>
}

/** The models of a file being lowered. */
interface Lowering {
  readonly filled: ReadonlyMap<Declared, Filled>
  readonly sources: ReadonlyMap<Declared, ModelSource>
  readonly shapes: ModelShapes
  readonly composite: CompositePerformance
  readonly tasks: readonly string[]
  readonly dimensions: GameDimensions
}

type Field = keyof Performance

/**
 * Makes the models of the instance, each number once and referred to by name elsewhere: a copy refers to its
 * original, a composite to its parts, a kind of task to what holds for all kinds. Where kinds differ a model's own
 * numbers are the averages over them. Reports fields that are missing.
 */
export function lowerModels(
  compilation: Compilation,
  filled: readonly Filled[],
  dimensions: GameDimensions,
): readonly Model[] {
  const sources = modelSources(
    compilation,
    filled.map(({ bound }) => bound.declared),
    dimensions,
  )
  const shapes = modelShapes(filled, sources)
  const lowering: Lowering = {
    filled: new Map(filled.map((one) => [one.bound.declared, one])),
    sources,
    shapes,
    composite: compositePerformances(shapes),
    tasks: declaredAs(compilation.declarations, 'task').map(({ name }) => name),
    dimensions,
  }
  return filled.map((one) => {
    const { declared } = one.bound
    if (sources.get(declared)?.kind === 'none')
      reportMissing(compilation, declared, missingFields(lowering, one))
    return lowerModel(lowering, one)
  })
}

/** Required fields that are given neither for all kinds of task nor for each. */
function missingFields({ tasks }: Lowering, { bound, quantities }: Filled): readonly FieldDefinition[] {
  const { declared, fields, parts } = bound
  return declared.kind.fields.flatMap((field): readonly FieldDefinition[] => {
    if (!field.required || fields.has(field.name)) return []
    const ofTasks = parts.filter(({ definition }) => definition === field)
    if (ofTasks.length === 0) return bound.excused.has(field.name) ? [] : [field]
    const lacking = tasks.filter((task) => !quantities.has(fieldKey(field.name, task, 1)))
    return lacking.map((task) => ({ ...field, name: `${field.name}.${task}` }))
  })
}

function lowerModel(lowering: Lowering, one: Filled): Model {
  const { shapes, tasks } = lowering
  const { declared } = one.bound
  const { name, label, doc, origin } = labelsOf(declared)
  if (!shapes.hasKinds(declared)) {
    const { success, latency, cost, price, later } = sequence(lowering, one, null)
    return { name, label, doc, origin, success, latency, cost, price, later, kinds: [] }
  }
  const kinds = tasks.map((task) => sequence(lowering, one, task))
  const own = (field: Field): Quantity => {
    const base = one.quantities.get(field)
    const differs = isByTask(lowering, one, field)
    return !differs && base ? base : averageOf(lowering, one, field)
  }
  return {
    name,
    label,
    doc,
    origin,
    success: own('success'),
    latency: own('latency'),
    cost: own('cost'),
    price: own('price'),
    later: [],
    kinds,
  }
}

function sequence(lowering: Lowering, one: Filled, task: string | null): AttemptSequence {
  const attempts = lowering.shapes.attempts(one.bound.declared, task)
  const at = (attempt: number): Performance => ({
    success: quantityAt(lowering, one, 'success', task, attempt),
    latency: quantityAt(lowering, one, 'latency', task, attempt),
    cost: quantityAt(lowering, one, 'cost', task, attempt),
    price: quantityAt(lowering, one, 'price', task, attempt),
  })
  const { success, latency, cost, price } = at(1)
  const later = Array.from({ length: attempts - 1 }, (_, index) => at(index + 2))
  return { success, latency, cost, price, later }
}

/** Whether a field may differ between kinds of task. */
function isByTask({ sources, shapes }: Lowering, { bound, quantities }: Filled, field: Field): boolean {
  if (bound.parts.some(({ definition }) => definition.name === field)) return true
  if (quantities.has(field)) return false
  return shapes.sourceHasKinds(sources.get(bound.declared))
}

/** A number of a model, for one kind of task (or all) and one attempt. */
function quantityAt(
  lowering: Lowering,
  one: Filled,
  field: Field,
  task: string | null,
  attempt: number,
): Quantity {
  const { bound, quantities } = one
  const { name } = bound.declared
  const inBlock =
    (task === null ? null : latestKey(quantities, field, task, attempt)) ??
    latestKey(quantities, field, null, attempt)
  if (inBlock === null) return derived(lowering, one, field, task, attempt)
  const given = quantities.get(inBlock) ?? null
  if (given === null) return standIn(plain)
  const first = firstPlace(lowering, one, field, inBlock)
  const here = performanceName(name, field, task, attempt)
  return first === here ? given : { ...given, expression: { op: 'ref', name: first } }
}

/** The key of what a block gives for an attempt or the latest one before it: attempts are given from the first on. */
function latestKey(
  quantities: Filled['quantities'],
  field: Field,
  task: string | null,
  attempt: number,
): string | null {
  let [low, high] = [0, attempt]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (quantities.has(fieldKey(field, task, middle))) low = middle
    else high = middle - 1
  }
  return low === 0 ? null : fieldKey(field, task, low)
}

/** The name under which the instance holds a number of a block: the first of those for which it stands. */
function firstPlace(lowering: Lowering, one: Filled, field: Field, key: string): string {
  const { bound, quantities } = one
  const { declared } = bound
  const { shapes, tasks } = lowering
  const isOfTask = key.startsWith(`${field}.`)
  const own = `${declared.name}.${key}`
  if (isOfTask || !shapes.hasKinds(declared)) return own
  if (key === field && !isByTask(lowering, one, field)) return own
  const attempt = Number(key.split('#')[1] ?? '1')
  const task = tasks.find((each) => !quantities.has(fieldKey(field, each, 1))) ?? null
  return performanceName(declared.name, field, task, attempt)
}

/** A number that the block does not give: of the original, of the combination, or the default. */
function derived(
  lowering: Lowering,
  { bound }: Filled,
  field: Field,
  task: string | null,
  attempt: number,
): Quantity {
  const { declared, excused } = bound
  const { sources, shapes, dimensions } = lowering
  const definition = declared.kind.fields.find(({ name }) => name === field)
  if (definition === undefined) throw new TypeError(`a model without the field '${field}'`)
  const dimension = dimensionOfRole(roleOf(definition), dimensions) ?? plain
  const source = sources.get(declared)
  if (source?.kind === 'copy') {
    const expression = shapes.formulas(source.of, task)(attempt)[field]
    const origin = lowering.filled.get(source.of)?.quantities.get(field)?.origin ?? null
    return { expression, dimension, origin }
  }
  if (source?.kind === 'composite') {
    const formulas = lowering.composite(source, task, attempt)
    return formulas === null
      ? standIn(plain)
      : { expression: formulas[field], dimension, origin: source.origin }
  }
  if (definition.default === null || excused.has(field) || source?.kind === 'lost') return standIn(plain)
  return defaultOf(definition, dimensions)
}

/** The average of a field over the kinds of task, by their weights. */
function averageOf({ tasks, dimensions }: Lowering, { bound }: Filled, field: Field): Quantity {
  const { declared } = bound
  const weight = (task: string): Expression => ({ op: 'ref', name: `${task}.weight` })
  const terms = tasks.map((task): Expression => {
    return productOf([weight(task), { op: 'ref', name: performanceName(declared.name, field, task, 1) }])
  })
  const definition = declared.kind.fields.find(({ name }) => name === field)
  const role = definition === undefined ? 'plain' : roleOf(definition)
  const dimension = dimensionOfRole(role, dimensions) ?? plain
  return { expression: over(sumOf(terms), sumOf(tasks.map(weight))), dimension, origin: null }
}

function roleOf({ value }: FieldDefinition) {
  return value.kind === 'quantity' ? value.role : 'plain'
}

/** The default of a field as a quantity that nobody wrote. */
export function defaultOf(field: FieldDefinition, dimensions: GameDimensions): Quantity {
  const dimension = dimensionOfRole(roleOf(field), dimensions) ?? plain
  return { expression: { op: 'number', value: field.default ?? '0' }, dimension, origin: null }
}
