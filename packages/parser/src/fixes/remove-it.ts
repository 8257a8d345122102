import type { Span } from '../span.ts'
import { type Certainty, defineFix } from './define-fix.ts'

/** Takes away what does not belong: a brace too many, a comma between declarations. */
export const removeIt = defineFix<Certainty & { readonly span: Span }>({
  name: 'remove-it',
  title: () => 'remove it',
  safe: ({ surely = true }) => surely,
  edits: ({ span }) => [{ span, text: '' }],
})
