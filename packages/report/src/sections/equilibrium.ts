import type { EquilibriumEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { occurring } from '../findings/finding.ts'
import { routeFindings } from '../findings/findings.ts'
import { attemptsFigure } from '../figures/attempts.ts'
import { escalationFigure } from '../figures/escalation.ts'
import type { Row, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import { announcedRoute, type Reading } from '../reading/reading.ts'
import { retriesOf } from '../reading/steps.ts'
import { equilibriumName, equilibriumReply } from '../verdict/hidden.ts'
import { decidingSentences, regimeSentences } from '../verdict/deciding.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** Every route that was in question, and why the winner wins. */
export const equilibriumSection: SectionDefinition = {
  id: 'equilibrium',
  title: 'The routes in question, and why one wins',
  blocks: (reading) => [
    ...paragraph(regimeSentences(reading)),
    ...candidatesTable(reading),
    ...retriesTable(reading),
    ...equilibriaTable(reading),
    ...paragraph(decidingSentences(reading)),
    ...(reading.pictured ? [...escalationFigure(reading), ...attemptsFigure(reading)] : []),
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

/** Where the next attempt is made on the announced route, for menus whose settings do not say it by themselves. */
function retriesTable(reading: Reading): readonly Table[] {
  const route = announcedRoute(reading.document)
  if (route?.variables === undefined) return []
  const rows = retriesOf(route)
  return [
    {
      kind: 'table',
      id: 'retries',
      caption: 'Where a retry goes on the announced route',
      brief: true,
      columns: [words('after a failure of'), words('the next attempt is by')],
      rows: rows.map(({ from, next }) => {
        const named = next.map(({ to, share }) => {
          return share === 1 ? reading.modelNamed(to) : `${reading.modelNamed(to)} (${percent(share)})`
        })
        return { cells: [{ text: reading.modelNamed(from) }, { text: named.join(' or ') }] }
      }),
    },
  ]
}

/** Hidden routing: what both sides may settle on. */
function equilibriaTable(reading: Reading): readonly Table[] {
  const { document, amounts } = reading
  const { equilibria } = document
  if (equilibria === undefined) return []
  return [
    {
      kind: 'table',
      id: 'equilibria',
      caption: 'Equilibria: neither side would do better by doing otherwise; per task',
      brief: true,
      columns: [
        words('tasks start at'),
        words('escalation'),
        words('users'),
        numbers('cost'),
        numbers('solved'),
        numbers('worth to user'),
      ],
      rows: equilibria.map((each): Row => ({
        marked: each.chosen,
        cells: [
          { text: equilibriumName(reading, each) },
          { text: escalationWords(reading, each) },
          { text: equilibriumReply(each) },
          { text: amounts.cell.cost(each.cost), value: each.cost },
          { text: percent(each.success), value: each.success },
          { text: utilityWords(reading, each), value: each.utility },
        ],
      })),
    },
  ]
}

function escalationWords(
  { document }: Reading,
  { escalationSet, escalation, routes }: EquilibriumEntry,
): string {
  if (routes !== undefined) return ''
  const [range] = escalationSet ?? []
  if (range !== undefined) {
    return range.from === range.to ? percent(range.from) : `${percent(range.from)} to ${percent(range.to)}`
  }
  const known = document.certificate.method !== 'mutual-best-response'
  if (known && escalationSet === null && escalation !== null && Object.keys(escalation).length === 1)
    return 'any'
  return Object.values(escalation ?? {})
    .map((each) => percent(each))
    .join(', ')
}

function utilityWords({ amounts }: Reading, { utilityRange: [from, to] }: EquilibriumEntry): string {
  const { utility } = amounts.cell
  return from === to ? utility(to) : `${utility(from)} to ${utility(to)}`
}

function valued(value: number | null): { readonly value?: number } {
  return value === null ? {} : { value }
}
