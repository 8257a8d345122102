import type { Span } from '../span.ts'
import { defineFix } from './define-fix.ts'

/** Takes away the blanks inside of what is one word: `62 %` as `62%`. */
export const joinParts = defineFix<{ readonly gap: Span }>({
  name: 'join-parts',
  title: () => 'join the two',
  safe: true,
  edits: ({ gap }) => [{ span: gap, text: '' }],
})
