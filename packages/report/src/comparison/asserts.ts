import type { SolutionDocument } from '@plumbline/game'
import { shortened, visible } from '../formatting/label.ts'
import type { Table } from '../model.ts'
import { words } from '../sections/section.ts'

/** Asserts that hold in one game and not in the other, or stand in one alone; none where all are alike. */
export function assertsTable(before: SolutionDocument, after: SolutionDocument): readonly Table[] {
  const texts = [...new Set([...before.asserts, ...after.asserts].map(({ text }) => text))]
  const rows = texts.flatMap((text) => {
    const [one, other] = [before, after].map((document) => stateOf(document, text))
    if (one === undefined || other === undefined || one === other) return []
    return [{ cells: [{ text: shortened(visible(text), 120) }, { text: one }, { text: other }] }]
  })
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      id: 'asserts',
      caption: 'Asserts that do not hold alike',
      brief: true,
      columns: [words('assert'), words('before'), words('after')],
      rows,
    },
  ]
}

function stateOf({ asserts }: SolutionDocument, text: string): string {
  const found = asserts.find((assert) => assert.text === text)
  return found === undefined ? '–' : found.holds ? 'holds' : 'fails'
}
