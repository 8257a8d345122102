import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { occurring } from '../findings/finding.ts'
import { routeFindings } from '../findings/findings.ts'
import { escalationFigure } from '../figures/escalation.ts'
import type { Row, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { decidingSentences, regimeSentences } from '../verdict/deciding.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** Every route that was in question, and why the winner wins. */
export const equilibriumSection: SectionDefinition = {
  id: 'equilibrium',
  title: 'The routes in question, and why one wins',
  blocks: (reading) => [
    ...paragraph(regimeSentences(reading)),
    ...candidatesTable(reading),
    ...paragraph(decidingSentences(reading)),
    ...(reading.pictured ? escalationFigure(reading) : []),
    ...occurring(reading, routeFindings),
  ],
}

function candidatesTable(reading: Reading): readonly Table[] {
  const { candidates, amounts } = reading
  if (candidates.length === 0) return []
  const { cell } = amounts
  return [
    {
      kind: 'table',
      id: 'candidates',
      caption: 'Candidates for the route, cheapest for the provider first; per task',
      brief: true,
      columns: [
        words('route'),
        numbers('cost'),
        numbers('leave'),
        numbers('solved'),
        numbers('wait'),
        numbers('attempts'),
        numbers('worth to user'),
      ],
      rows: candidates.map((each): Row => ({
        marked: each.chosen,
        cells: [
          { text: `${each.key}. ${routeWords(reading, each.route)}` },
          { text: cell.cost(each.cost), value: each.cost },
          { text: percent(each.abandonment), ...valued(each.abandonment) },
          { text: percent(each.success), value: each.success },
          { text: cell.time(each.latency), ...valued(each.latency) },
          { text: decimal(each.attempts, 3), ...valued(each.attempts) },
          { text: cell.utility(each.utility), value: each.utility },
        ],
      })),
    },
  ]
}

function valued(value: number | null): { readonly value?: number } {
  return value === null ? {} : { value }
}
