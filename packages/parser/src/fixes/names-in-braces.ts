import type { Span } from '../span.ts'
import { defineFix, putIn } from './define-fix.ts'

/** `import a, b from "…"` as `import { a, b } from "…"`. */
export const namesInBraces = defineFix<{ readonly names: Span }>({
  name: 'names-in-braces',
  title: () => 'put the names in braces',
  safe: true,
  edits: ({ names }) => [putIn(names.start, '{ '), putIn(names.end, ' }')],
})
