import { defineFix, putIn } from '@plumbline/parser'

/** One more name in the braces of an import, after the last of them. Never safe: a name of the file may be meant. */
export const importName = defineFix<{ readonly after: number; readonly name: string }>({
  name: 'import-name',
  title: ({ name }) => `import '${name}' too`,
  safe: false,
  edits: ({ after, name }) => [putIn(after, `, ${name}`)],
})
