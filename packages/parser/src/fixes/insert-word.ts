import { type Certainty, defineFix, putIn } from './define-fix.ts'

export interface MissingWord extends Certainty {
  readonly at: number
  readonly text: string
  /** What then stands there, where the word alone would not say it: `62%` for `%`. */
  readonly reads?: string
}

/** A word or a sign that joins two things that stand side by side: `import { a } from "b"`, `3 * speed`, `62%`. */
export const insertWord = defineFix<MissingWord>({
  name: 'insert-word',
  title: ({ text, reads = text.trim() }) => `write '${reads}'`,
  safe: ({ surely = true }) => surely,
  edits: ({ at, text }) => [putIn(at, text)],
})
