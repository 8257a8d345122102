import { defineFix, putIn } from './define-fix.ts'

/** `"C:\games"` as `"C:\\games"`, where a backslash begins none of the language's escapes. */
export const doubleBackslash = defineFix<{ readonly at: number }>({
  name: 'double-backslash',
  title: () => 'write the backslash twice',
  safe: true,
  edits: ({ at }) => [putIn(at, '\\')],
})
