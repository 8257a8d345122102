import type { Block, Finding, Writing, Section, Sentence, Table } from '../model.ts'

/** The report as Markdown as GitHub shows it. All text of the file is escaped: it is never markup, link or mention. */
export function renderMarkdown(model: Writing): string {
  const head = [
    `# ${escaped(model.title)}`,
    ...(model.about === null ? [] : [escaped(model.about)]),
    ...(model.fileName === null ? [] : [`Solved from ${escaped(model.fileName)}.`]),
  ]
  return `${[...head, ...model.sections.map(sectionOf)].join('\n\n')}\n`
}

function sectionOf({ title, blocks }: Section): string {
  return [`## ${escaped(title)}`, ...blocks.map(blockOf)].join('\n\n')
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph': {
      const text = sentencesOf(block.sentences)
      return block.tone === undefined ? text : `> **${text}**`
    }
    case 'finding':
      return findingOf(block)
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n')
    case 'table':
      return tableOf(block)
    case 'figure':
      return [
        `### ${escaped(block.title)}`,
        escaped(block.description),
        ...(block.table === null ? [] : [tableOf(block.table)]),
      ].join('\n\n')
  }
}

function findingOf({ title, sentences }: Finding): string {
  return `> **${escaped(title)}.** ${sentencesOf(sentences)}`
}

function sentencesOf(sentences: readonly Sentence[]): string {
  return escaped(sentences.map(({ text }) => text).join(' '))
}

function tableOf({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const bold = (text: string, marked: boolean): string => (marked && text !== '' ? `**${text}**` : text)
  return [
    `_${escaped(caption)}_`,
    '',
    line(columns.map(({ title }) => escaped(title))),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))),
    ...rows.map(({ cells, marked }) => line(cells.map(({ text }) => bold(escaped(text), marked === true)))),
  ].join('\n')
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~$#]/g, (sign) => `\\${sign}`)
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}
