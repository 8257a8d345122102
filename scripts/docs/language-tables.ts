import { explainWords, vocabulary, type WordExplanation } from '@plumbline/compiler'

const words = explainWords(vocabulary)

/** Tables of docs/language.md by the name in their marker, each a header and rows of cells. */
const tables: Readonly<Record<string, (of: string) => readonly (readonly string[])[]>> = {
  kinds: () => [
    ['kind', 'what it is'],
    ...sort('kind').map(({ name, doc }) => [`\`${name}\``, doc]),
    ['`assert`', 'what must hold'],
  ],
  fields: (kind) => {
    const found = sort('kind').find(({ name }) => name === kind)
    if (found === undefined) throw new Error(`there is no kind '${kind}' for a table of its fields`)
    return [
      ['field', 'default', 'what it is'],
      ...found.fields.map(({ name, required, default: usual, doc, takes }) => [
        `\`${name.replace(/:$/, '')}\``,
        required ? 'required' : usual === null ? '' : `\`${usual}\``,
        `${doc}: ${takes}`,
      ]),
    ]
  },
  combinators: () => callsOf('combinator', 'what the model does'),
  menus: () => callsOf('menu', 'what it does'),
}

function sort(is: WordExplanation['is']): readonly WordExplanation[] {
  return words.filter((word) => word.is === is)
}

/** What stands on the right of the examples of all words of a sort. */
function callsOf(is: WordExplanation['is'], heading: string): readonly (readonly string[])[] {
  return [
    ['written', heading],
    ...sort(is).map(({ example, doc }) => [`\`${example.replace(/^.*?= /, '')}\``, doc]),
  ]
}

/** A table as prettier lays it out. */
function tableText(rows: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = rows.map((row) => row.map((cell) => cell.replace(/\|/g, '\\|')))
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rest].map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')
}

const marked = /(<!-- table: (\w+)(?: (\w+))? -->\n).*?(<!-- end of table -->)/gs

/** The page of the language with its tables as the vocabulary's definitions make them. */
export function withTables(page: string): string {
  return page.replace(marked, (_, start: string, name: string, of: string | undefined, end: string) => {
    const table = tables[name]
    if (table === undefined) throw new Error(`there is no table '${name}'`)
    return `${start}\n${tableText(table(of ?? ''))}\n\n${end}`
  })
}
