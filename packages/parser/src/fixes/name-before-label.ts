import type { Fix } from '../diagnostic.ts'
import type { Token } from '../grammar/lex.ts'
import { readText } from '../grammar/read-literals.ts'
import { fix, type Reading } from '../structure/reading.ts'
import { plainName } from './plain-name.ts'

/** `model "gpt-4.1" {`: a name made of the label that stands in its place; none where the label has no letter. */
export function nameBeforeLabel(reading: Reading, label: Token): readonly Fix[] {
  const name = plainName(readText(label).value)
  const place = { start: label.span.start, end: label.span.start }
  return name === '' ? [] : [fix(reading, `write '${name} ${label.text}'`, place, `${name} `, false)]
}
