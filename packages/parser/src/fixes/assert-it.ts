import { defineFix, putIn } from './define-fix.ts'

/** `assert` before a condition that stands alone between declarations. */
export const assertIt = defineFix<{ readonly at: number }>({
  name: 'assert-it',
  title: () => "write 'assert' before it",
  safe: false,
  edits: ({ at }) => [putIn(at, 'assert ')],
})
