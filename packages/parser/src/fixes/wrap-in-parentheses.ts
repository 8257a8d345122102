import type { Span } from '../span.ts'
import { type Certainty, defineFix, putIn } from './define-fix.ts'

export interface Loose extends Certainty {
  readonly span: Span
  /** The expression around it, where the title shows that. */
  readonly within?: Span
}

/** Parentheses around a part of an expression that is otherwise read with its neighbours: `(4 s)^2`. */
export const wrapInParentheses = defineFix<Loose>({
  name: 'wrap-in-parentheses',
  title: ({ span, within = span }, { text }) => {
    const [before, after] = [text.slice(within.start, span.start), text.slice(span.end, within.end)]
    return `write '${before}(${text.slice(span.start, span.end)})${after}'`
  },
  safe: ({ surely = true }) => surely,
  edits: ({ span }) => [putIn(span.start, '('), putIn(span.end, ')')],
})
