import { replaceWord } from '@plumbline/parser'
import { unknownWord } from '../diagnostics/names.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation } from '../expressions/site.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean } from '../reporting/suggest.ts'
import type { FieldDefinition } from '../vocabulary/define.ts'
import type { BoundFields } from './bindFields.ts'
import type { Origin } from '@plumbline/game'
import { originOf } from '../reporting/originOf.ts'

/** The word that a field is given, or its default; null where it is no word of the field, which is reported. */
export function lowerWord(
  compilation: Compilation,
  bound: BoundFields,
  definition: FieldDefinition,
): string | null {
  if (definition.value.kind !== 'word') throw new TypeError(`'${definition.name}' takes no word`)
  const { words } = definition.value
  const entry = bound.fields.get(definition.name)?.entry
  if (entry === undefined) return bound.excused.has(definition.name) ? null : definition.default
  if (entry.value === null || entry.value.kind === 'bad') return null
  const word = entry.value.kind === 'name' ? entry.value.text : null
  if (word !== null && words.includes(word)) return word
  const site = makeSite(
    compilation,
    null,
    bound.declared.mended || entry.recovered || entry.path[0]?.text !== definition.name,
    bound.declared.file,
  )
  const text = entry.value.kind === 'string' ? entry.value.value : null
  if (text !== null && words.includes(text)) {
    const details = {
      label: 'a word, not a text',
      fixes: [replaceWord(site.file, { span: entry.value.span, text })],
    }
    site.reporter.report(unknownWord, { field: definition.name, words }, placeAt(site, entry.value), details)
    return null
  }
  const details = didYouMean(site.file, entry.value.span, word === null ? null : nearest(word, words), [
    `a ${bound.declared.kind.name}'s ${definition.name} is ${definition.doc}`,
  ])
  site.reporter.report(unknownWord, { field: definition.name, words }, placeAt(site, entry.value), details)
  return null
}

/** Where a field is given; null where it is not. */
export function originOfField({ declared, fields }: BoundFields, name: string): Origin | null {
  const entry = fields.get(name)?.entry
  return entry === undefined ? null : originOf({ file: declared.file, span: entry.span })
}
