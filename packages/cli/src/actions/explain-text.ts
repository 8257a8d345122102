import type { WordExplanation, WordPart } from '@plumbline/compiler'

const sorts: Readonly<Record<WordExplanation['is'], string>> = {
  kind: 'a kind of declaration',
  field: 'a field',
  menu: 'a form of menu',
  combinator: 'a combinator of models',
  function: 'a function',
  distribution: 'a distribution',
  unit: 'a unit',
}

/** The sorts of words with what stands over their list. */
const headings: ReadonlyMap<WordExplanation['is'], string> = new Map([
  ['kind', 'Kinds of declaration'],
  ['menu', 'Forms of menus'],
  ['combinator', 'Combinators of models'],
  ['function', 'Functions'],
  ['distribution', 'Distributions'],
  ['unit', 'Units'],
])

/** What a word of the language is, for people. */
export function wordText(word: WordExplanation): string {
  const { name, is, of, doc, example, parameters, fields } = word
  const sort = of === null ? sorts[is] : `${sorts[is]} of ${of}`
  return [
    `${wrapped(`${name}, ${sort}: ${doc}.`, '')}\n\n${example.trimEnd().replace(/^(?=.)/gm, '    ')}\n`,
    ...partsText('Between its parentheses:', parameters),
    ...partsText('In its block:', fields),
  ].join('\n')
}

function partsText(heading: string, parts: readonly WordPart[]): readonly string[] {
  if (parts.length === 0) return []
  const width = Math.max(...parts.map(({ name }) => name.length))
  const margin = ' '.repeat(width + 4)
  const lines = parts.map(({ name, takes, required, default: usual, doc }) => {
    const without = required
      ? ''
      : usual === null
        ? '; it may be left out'
        : `; ${usual} where it is left out`
    const said = [doc, `${takes}${without}`].filter((each) => each !== '')
    const text = said.map((each) => wrapped(each, margin)).join('\n')
    return `  ${name.padEnd(width)}  ${text.slice(margin.length)}\n`
  })
  return [`${heading}\n\n${lines.join('')}`]
}

/** All words by their sorts, each sort in a paragraph. */
export function wordsText(words: readonly WordExplanation[]): string {
  return [...headings]
    .map(([sort, heading]) => {
      const names = words.filter(({ is }) => is === sort).map(({ name }) => name)
      return `${heading}:\n${wrapped(names.join(', '), '  ')}\n`
    })
    .join('\n')
}

/** Lines of at most 80 columns, each behind a margin. */
function wrapped(text: string, margin: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && margin.length + line.length + word.length < 80)
      lines.splice(-1, 1, `${line} ${word}`)
    else lines.push(word)
  }
  return lines.map((line) => `${margin}${line}`).join('\n')
}
