import type { Dimension } from '@plumbline/game'
import type { EntryNode } from '@plumbline/parser'
import { unknownParam } from '../diagnostics/names.ts'
import { unknownField } from '../diagnostics/structure.ts'
import { plain } from '../dimensions/dimension.ts'
import type { Site } from '../expressions/site.ts'
import { type Declared, mayBeNameless, writableNames } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { fieldsOf, type FieldsOfSort } from '../syntax/fieldsOf.ts'
import { spanOfPath } from './bindFields.ts'
import type { FieldNumber } from './elaborateFields.ts'

/** What an axis moves. */
export interface AxisTarget {
  /** The name that the instance has for it; null where the field has no number. */
  readonly name: string | null
  /** Null where it is not known what it is in. */
  readonly dimension: Dimension | null
}

/** The number of the game that an axis moves; null where it is wrong, which is reported or was before. */
export function axisTarget(entry: EntryNode, numbers: readonly FieldNumber[], site: Site): AxisTarget | null {
  const [head, field] = entry.path
  if (head === undefined) return null
  const declared = site.compilation.declarations.things.get(head.text)
  if (field === undefined) return paramTarget(entry, declared, site)
  if (declared === undefined) {
    reportNoOwner(entry, site)
    return null
  }
  const { sort, fields } = fieldsOf(declared.node, declared.kind, site.compilation.vocabulary)
  const definition = fields.find(({ name }) => name === field.text)
  if (definition === undefined) {
    reportNoField(entry, declared, { sort, fields }, site)
    return null
  }
  const path = entry.path.map(({ text }) => text).join('.')
  if (definition.value.kind === 'range') return { name: path, dimension: plain }
  if (definition.value.kind !== 'quantity') return { name: null, dimension: plain }
  const role = definition.value.role
  const own = numbers.find(
    ({ owner, definition: other, task, attempt }) =>
      owner.declared === declared && other === definition && task === null && attempt === 1,
  )
  const alike = own ?? numbers.find((number) => number.role === role && number.typed !== null)
  const given = own !== undefined || definition.default !== null
  return {
    name: given ? path : null,
    dimension: role === 'plain' ? plain : (alike?.typed?.dimension ?? null),
  }
}

function paramTarget(entry: EntryNode, declared: Declared | undefined, site: Site): AxisTarget | null {
  const { declarations, values } = site.compilation
  const [head] = entry.path
  if (head === undefined) return null
  if (declared?.kind.name === 'param') {
    return { name: head.text, dimension: values.get(head.text) ?? null }
  }
  if (declarations.lost.has(head.text) || declared?.mended === true) return null
  const params = writableNames(declarations, ['param'])
  const notes = params.length === 0 ? [] : [`params of the file: ${params.join(', ')}`]
  const is = declared?.kind.name ?? null
  const meant = is === null ? nearest(head.text, params) : null
  if (mayBeNameless(declarations, ['param']) && meant === null) return null
  site.reporter.report(
    unknownParam,
    { name: head.text, is },
    { file: site.file, span: spanOfPath(entry) },
    didYouMean(site.file, head.span, meant, notes),
  )
  return null
}

function reportNoOwner(entry: EntryNode, site: Site): void {
  const { declarations } = site.compilation
  const [head] = entry.path
  const owners = ['model', 'user', 'provider', 'menu', 'verifier', 'task']
  if (head === undefined || declarations.lost.has(head.text) || mayBeNameless(declarations, owners)) return
  const names = writableNames(declarations, owners)
  site.reporter.report(
    unknownParam,
    { name: head.text, is: null },
    { file: site.file, span: spanOfPath(entry) },
    didYouMean(site.file, head.span, nearest(head.text, names)),
  )
}

function reportNoField(entry: EntryNode, { mended }: Declared, known: FieldsOfSort, site: Site): void {
  const [, field] = entry.path
  if (mended || field === undefined) return
  const fields = known.fields.map(({ name }) => name)
  const notes = fields.length === 0 ? [] : [`fields of a ${known.sort} are ${listWords(fields)}`]
  const details = didYouMean(site.file, field.span, nearest(field.text, fields), notes)
  const place = { file: site.file, span: spanOfPath(entry) }
  site.reporter.report(unknownField, { kind: known.sort, field: field.text }, place, details)
}
