import type { Span } from '../span.ts'
import { defineFix } from './define-fix.ts'

/** `'text'` and `“text”` as `"text"`. */
export const doubleQuotes = defineFix<{ readonly open: Span; readonly close: Span }>({
  name: 'double-quotes',
  title: () => 'write double quotes',
  safe: true,
  edits: ({ open, close }) => [open, close].map((span) => ({ span, text: '"' })),
})
