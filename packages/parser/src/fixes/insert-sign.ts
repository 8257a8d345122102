import { type Certainty, defineFix, putIn } from './define-fix.ts'

interface MissingSign extends Certainty {
  readonly at: number
  readonly text: string
}

/** A sign of the grammar that is missing: the `:` of a field, the `{` of a block, the `,` of a list. */
export const insertSign = defineFix<MissingSign>({
  name: 'insert-sign',
  title: ({ text }) => `write a '${text.trim()}'`,
  safe: ({ surely = true }) => surely,
  edits: ({ at, text }) => [putIn(at, text)],
})
