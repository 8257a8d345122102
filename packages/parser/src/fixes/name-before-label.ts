import type { Token } from '../grammar/lex.ts'
import { readText } from '../grammar/read-literals.ts'
import { defineFix, putIn } from './define-fix.ts'
import { plainName } from './plain-name.ts'

/** `model "gpt-4.1" {`: a name made of the label that stands in its place, which needs a letter for that. */
export const nameBeforeLabel = defineFix<{ readonly label: Token }>({
  name: 'name-before-label',
  title: ({ label }) => `write '${nameOfLabel(label)} ${label.text}'`,
  safe: false,
  edits: ({ label }) => [putIn(label.span.start, `${nameOfLabel(label)} `)],
})

/** What a label leaves as a name; empty where it has no letter. */
export function nameOfLabel(label: Token): string {
  return plainName(readText(label).value)
}
