import type { Expr } from '@plumbline/parser'
import { unknownName } from '../diagnostics/names.ts'
import { unknownField } from '../diagnostics/structure.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { type BoundField, spanOfPath } from './bindFields.ts'

/** Says that a model is none of a menu's. */
export function reportOutside(
  node: { readonly span: Expr['span'] },
  name: string,
  names: readonly string[],
  site: Site,
): void {
  const details = didYouMean(site.file, node.span, nearest(name, names), [
    `models of the menu are ${listWords(names)}`,
  ])
  site.reporter.report(unknownName, { name, wanted: 'model of this menu' }, placeAt(site, node), details)
}

/** Says that a menu has no step such as a field is given for. */
export function reportNoStep(
  { entry, parts: [from = '', to] }: BoundField,
  steps: readonly string[],
  names: readonly string[],
  site: Site,
): void {
  const place = { span: spanOfPath(entry) }
  const strange = [from, to].find((part) => part !== undefined && !names.includes(part))
  if (strange !== undefined) {
    reportOutside(place, strange, names, site)
    return
  }
  const parameters = { kind: 'menu of this form', field: entry.path.map(({ text }) => text).join('.') }
  const there = steps.map((step) => step.replace('.', "' to '"))
  const notes = [`attempts escalate ${there.map((step) => `from '${step}'`).join(', ')}, and nowhere else`]
  site.reporter.report(unknownField, parameters, placeAt(site, place), { notes })
}
