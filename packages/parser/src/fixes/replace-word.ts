import type { Span } from '../span.ts'
import { type Certainty, defineFix } from './define-fix.ts'

export interface Replacement extends Certainty {
  readonly span: Span
  /** Blanks around it are written, and not shown. */
  readonly text: string
}

/** One word, number, sign or expression by another: `=` by `:`, `1,000` by `1_000`, `sucess` by `success`. */
export const replaceWord = defineFix<Replacement>({
  name: 'replace-word',
  title: ({ text }) => `write '${text.trim()}'`,
  safe: ({ surely = true }) => surely,
  edits: ({ span, text }) => [{ span, text }],
})
