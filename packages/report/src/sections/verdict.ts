import type { AssertEntry } from '@plumbline/game'
import { decimal } from '../formatting/decimal.ts'
import { shortened, visible } from '../formatting/label.ts'
import type { Block, Cell, Table } from '../model.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { verdictOf } from '../verdict/verdict.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** The verdict in one paragraph, and what the file demands of it. */
export const verdictSection: SectionDefinition = {
  id: 'verdict',
  title: 'The verdict',
  blocks: (reading) => [
    ...paragraph(verdictOf(reading), { tone: 'verdict', brief: true }),
    ...demands(reading),
  ],
}

function demands({ document }: Reading): readonly Block[] {
  const { asserts } = document
  if (asserts.length === 0) return []
  const failed = asserts.filter(({ holds }) => !holds)
  if (failed.length === 0) {
    const all =
      asserts.length === 1
        ? 'The one assert of the file holds.'
        : `All ${asserts.length} asserts of the file hold.`
    return paragraph([sentence(all, 'asserts')], { brief: true })
  }
  const count = `${failed.length} of the file's ${asserts.length} assert${asserts.length === 1 ? '' : 's'} ${failed.length === 1 ? 'fails' : 'fail'}.`
  return [...paragraph([sentence(count, 'asserts')], { tone: 'alarm', brief: true }), failures(failed)]
}

function failures(failed: readonly AssertEntry[]): Table {
  return {
    kind: 'table',
    id: 'asserts',
    caption: 'Asserts that fail',
    brief: true,
    columns: [words('assert'), words('because it says'), numbers('left'), numbers('right')],
    rows: failed.map(({ text, message, left, right }) => ({
      cells: [
        { text: shortened(visible(text), 120) },
        { text: shortened(visible(message ?? ''), 120) },
        side(left),
        side(right),
      ],
    })),
  }
}

function side(value: AssertEntry['left']): Cell {
  if (typeof value === 'number') return { text: decimal(value, 6), value }
  return { text: value === null ? '' : visible(String(value)) }
}
