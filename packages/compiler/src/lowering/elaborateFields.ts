import type { Dimension, Quantity } from '@plumbline/game'
import { performanceName } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site, type Typed } from '../expressions/site.ts'
import { isSpread, withoutGroup } from '../syntax/children.ts'
import { declaredAs } from '../names/declarations.ts'
import type { FieldDefinition, Role } from '../vocabulary/define.ts'
import type { BoundField, BoundFields } from './bindFields.ts'
import { quantityOf } from './quantityOf.ts'

/** A number that a field is given, before it is known what its dimension must be. */
export interface FieldNumber {
  readonly definition: FieldDefinition
  readonly role: Role
  readonly owner: BoundFields
  /** The kind of task for which it is given; null for all. */
  readonly task: string | null
  /** The attempt of a task for which it is given: 1, 2, … */
  readonly attempt: number
  readonly typed: Typed | null
  readonly site: Site
}

/** Elaborates the numbers of a declaration's fields, those for kinds of task and by attempt included. */
export function elaborateFields(compilation: Compilation, bound: BoundFields): readonly FieldNumber[] {
  const byTask = bound.parts.filter(({ definition }) => definition.parts === 'tasks')
  return [...bound.fields.values(), ...byTask].flatMap((field) => elaborateField(compilation, bound, field))
}

function elaborateField(
  compilation: Compilation,
  owner: BoundFields,
  { definition, entry, parts }: BoundField,
): readonly FieldNumber[] {
  if (definition.value.kind !== 'quantity') return []
  const { role } = definition.value
  const [task = null] = parts
  const values = attemptsOf(entry.value, definition, owner)
  return values.map((node, index): FieldNumber => {
    const attempt = index + 1
    const site = siteOf(compilation, owner, definition, node, task, attempt, entry.recovered)
    const typed = node === null ? null : elaborateOne(node, values.length > 1, site)
    return { definition, role, owner, task, attempt, typed, site }
  })
}

/** The values of a field by attempt: one, but for a model's success, which may be a list. */
function attemptsOf(
  value: Expr | null,
  { name }: FieldDefinition,
  { declared }: BoundFields,
): readonly (Expr | null)[] {
  if (value === null || name !== 'success' || declared.kind.name !== 'model') return [value]
  const inner = withoutGroup(value)
  return inner.kind === 'list' && inner.items.length > 0 ? inner.items : [value]
}

function siteOf(
  compilation: Compilation,
  owner: BoundFields,
  definition: FieldDefinition,
  node: Expr | null,
  task: string | null,
  attempt: number,
  recovered: boolean,
): Site {
  const { declared } = owner
  const stands = placeOf(owner, definition.name, task, declaredAs(compilation.declarations, 'task'))
  const path = performanceName(declared.name, definition.name, stands.task, attempt)
  const whole = stands.used && node !== null && isSpread(node, compilation.vocabulary)
  const purpose = declared.kind.name === 'user' ? 'population' : 'uncertainty'
  const random = { name: whole ? path : `${path}~`, range: definition.within ?? 'any', purpose } as const
  return makeSite(compilation, random, declared.mended || recovered, declared.file)
}

/**
 * Where the instance holds a number: where some kinds of task have their own, that for all stands at the first of the
 * others, and nowhere if there are none.
 */
export function placeOf(
  { parts }: BoundFields,
  field: string,
  task: string | null,
  tasks: readonly { readonly name: string }[],
): { readonly task: string | null; readonly used: boolean } {
  if (parts.length === 0) return { task, used: true }
  const own = new Set(
    parts.flatMap(({ definition, parts: [part] }) => (definition.name === field ? [part] : [])),
  )
  if (task !== null || own.size === 0) return { task, used: true }
  const other = tasks.find(({ name }) => !own.has(name))
  return { task: other?.name ?? null, used: other !== undefined }
}

function elaborateOne(node: Expr, listed: boolean, site: Site): Typed | null {
  const inner = withoutGroup(node)
  if (inner.kind !== 'list') return elaborate(node, site)
  const found = listed ? 'a list in a list' : inner.items.length === 0 ? 'an empty list' : 'a list'
  const notes = [
    "a success by attempt is a list of numbers, such as '[41%, 61%]'; other fields have one number",
  ]
  site.reporter.report(wrongSort, { wanted: 'a number', found }, placeAt(site, node), { notes })
  return null
}

/** The quantity of a field's number. */
export function fieldQuantity({ typed, site }: FieldNumber): Quantity | null {
  return typed === null ? null : quantityOf(typed, site)
}

/** The key of a field's number in {@link Filled}: `success`, `success.hard`, `success#2`, `success.hard#2`. */
export function fieldKey(field: string, task: string | null, attempt: number): string {
  return task === null && attempt === 1 ? field : performanceName('', field, task, attempt).slice(1)
}

/** What stands in for a number that is wrong, so that the rest can be checked: within every range. */
export function standIn(dimension: Dimension): Quantity {
  return { expression: { op: 'number', value: '1' }, dimension, origin: null }
}
