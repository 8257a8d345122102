import type { Dimension, Quantity } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { notAvailable } from '../diagnostics/solving.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site, type Typed } from '../expressions/site.ts'
import { isSpread, withoutGroup } from '../syntax/children.ts'
import type { FieldDefinition, Role } from '../vocabulary/define.ts'
import type { BoundFields } from './bindFields.ts'
import { quantityOf } from './quantityOf.ts'

/** A number that a field is given, before it is known what its dimension must be. */
export interface FieldNumber {
  readonly definition: FieldDefinition
  readonly role: Role
  readonly owner: BoundFields
  readonly typed: Typed | null
  readonly site: Site
}

/** Elaborates the numbers of a declaration's fields. */
export function elaborateFields(compilation: Compilation, bound: BoundFields): readonly FieldNumber[] {
  const { name, mended } = bound.declared
  return [...bound.fields.values()].flatMap(({ definition, entry }): FieldNumber[] => {
    if (definition.value.kind !== 'quantity') return []
    const path = `${name}.${definition.name}`
    const whole = entry.value !== null && isSpread(entry.value, compilation.vocabulary)
    const purpose = bound.declared.kind.name === 'user' ? 'population' : 'uncertainty'
    const random = { name: whole ? path : `${path}~`, range: definition.within ?? 'any', purpose } as const
    const site = makeSite(compilation, random, mended || entry.recovered)
    const typed = entry.value === null ? null : elaborateValue(entry.value, definition, site)
    return [{ definition, role: definition.value.role, owner: bound, typed, site }]
  })
}

function elaborateValue(node: Expr, { name }: FieldDefinition, site: Site): Typed | null {
  if (name !== 'success' || withoutGroup(node).kind !== 'list') return elaborate(node, site)
  site.reporter.report(notAvailable, { what: 'a success by attempt' }, placeAt(site, node), {
    notes: ['give one probability, the same for every attempt'],
  })
  return null
}

/** The quantity of a field's number. */
export function fieldQuantity({ typed, site }: FieldNumber): Quantity | null {
  return typed === null ? null : quantityOf(typed, site)
}

/** What stands in for a number that is wrong, so that the rest can be checked: within every range. */
export function standIn(dimension: Dimension): Quantity {
  return { expression: { op: 'number', value: '1' }, dimension, origin: null }
}
