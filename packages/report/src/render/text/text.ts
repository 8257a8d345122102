import type { Block, Writing, Section, Sentence } from '../../model.ts'
import { tableText } from './table.ts'
import { widthOf } from './width.ts'
import { wrapped } from './wrap.ts'

const width = 80

/** How much of the report to print. */
export interface TextOptions {
  /** The short form: the verdict, the models, the routes, the gap, throttling, and asserts. */
  readonly brief?: boolean
}

/** The report as plain text of at most 80 columns. Pictures come as the tables of their numbers. */
export function renderText(model: Writing, options: TextOptions = {}): string {
  const brief = options.brief === true
  const parts = [
    underlined(model.title, '='),
    ...(model.about === null || brief ? [] : [prose(model.about)]),
    ...(model.fileName === null || brief ? [] : [prose(`Solved from ${model.fileName}.`)]),
    ...model.sections.flatMap((section) => sectionText(section, brief)),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionText({ title, blocks }: Section, brief: boolean): readonly string[] {
  const shown = brief ? blocks.filter((block) => block.brief === true) : blocks
  if (shown.length === 0) return []
  return [...(brief ? [] : [underlined(title, '-')]), ...shown.map(blockText)]
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return prose(sentences(block.sentences))
    case 'finding':
      return indented(`${block.title}. ${sentences(block.sentences)}`, '│ ')
    case 'list':
      return block.items.map((item) => indented(item, '- ', '  ')).join('\n')
    case 'table':
      return tableText(block, width)
    case 'figure':
      return [
        prose(block.title),
        ...(block.table === null ? [prose(block.description)] : [tableText(block.table, width)]),
      ].join('\n\n')
  }
}

function sentences(all: readonly Sentence[]): string {
  return all.map(({ text }) => text).join(' ')
}

function prose(text: string): string {
  return wrapped(text, width).join('\n')
}

function indented(text: string, first: string, others = first): string {
  return wrapped(text, width - widthOf(first))
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n')
}

function underlined(title: string, rule: string): string {
  const lines = wrapped(title, width)
  return [...lines, rule.repeat(Math.max(...lines.map(widthOf)))].join('\n')
}
