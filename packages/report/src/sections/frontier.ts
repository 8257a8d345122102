import type { FrontierPiece, FrontierPoint, PlacedEntry } from '@plumbline/game'
import { listed } from '../formatting/label.ts'
import type { Block, Row, Sentence } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import { slows, type Reading } from '../reading/reading.ts'
import { ruleNames } from '../reading/rule-names.ts'
import { unansweredSentences } from '../reading/unanswered.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words } from './section.ts'

/** The routes that no other beats for both sides, and what does not lie among them. */
export function frontierBlocks(reading: Reading): readonly Block[] {
  const { frontier } = reading.document
  const missing = paragraph(unansweredSentences(reading, 'frontier'), { brief: true })
  if (frontier === undefined) return missing
  return [
    {
      kind: 'table',
      id: 'frontier',
      caption:
        frontier.method === 'exact'
          ? 'All routes that no other beats for both sides, cheapest first'
          : 'Routes that no other beats for both sides, cheapest first; there may be more between',
      brief: true,
      columns: [words('route'), numbers('costs a task'), numbers('worth to users')],
      rows: frontier.pieces.flatMap((piece) => rowsOf(reading, piece)),
    },
    ...paragraph(remarks(reading, frontier.placed), { brief: true }),
  ]
}

function rowsOf(reading: Reading, { kind, from, to }: FrontierPiece): readonly Row[] {
  if (kind === 'point') return [rowOf(reading, from, '')]
  return [rowOf(reading, from, 'from '), rowOf(reading, to, 'to ')]
}

function rowOf(reading: Reading, { cost, utility, route }: FrontierPoint, word: string): Row {
  const { amounts } = reading
  return {
    cells: [
      { text: `${word}${routeWords(reading, route)}` },
      { text: amounts.cell.cost(cost), value: cost },
      { text: amounts.cell.utility(utility), value: utility },
    ],
  }
}

/** Whether the announced route is among them, and which rules are not. */
function remarks(reading: Reading, placed: readonly PlacedEntry[]): readonly Sentence[] {
  const { amounts } = reading
  const announced = placed.find(({ name }) => name === 'announced')
  const wasteful = placed.flatMap(({ name, efficient }) =>
    efficient || name === 'announced' || name === 'preferred' ? [] : [ruleNames.get(name) ?? name],
  )
  const own =
    announced === undefined
      ? []
      : [
          sentence(
            announced.efficient && slows(reading)
              ? 'With models slowed down the announced route is none of them: it is cheaper for the provider than any.'
              : announced.efficient
                ? 'The announced route is one of them: users could only gain at the provider’s cost.'
                : `The announced route is none of them: users could have ${amounts.utility(announced.wasted)} a task more at no cost to the provider.`,
            'frontier.placed',
          ),
        ]
  const rules =
    wasteful.length === 0
      ? []
      : [sentence(`Worse than need be for somebody: ${listed(wasteful)}.`, 'frontier.placed')]
  return [...own, ...rules]
}
