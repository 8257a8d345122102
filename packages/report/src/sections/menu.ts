import type { ModelEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { decimal } from '../formatting/decimal.ts'
import { listed, titleOf } from '../formatting/label.ts'
import { menuFindings } from '../findings/findings.ts'
import { occurring } from '../findings/finding.ts'
import type { Cell, Column, Row, Sentence, Table } from '../model.ts'
import { netValueOf, type Reading } from '../reading/reading.ts'
import { estimates } from '../reading/estimates.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** Every model: what an attempt costs, takes and brings, and what a solved task comes to. */
export const menuSection: SectionDefinition = {
  id: 'menu',
  title: 'The menu',
  blocks: (reading) => [
    modelsTable(reading),
    ...paragraph(explanations(reading)),
    ...paragraph(estimateSentences(reading)),
    ...occurring(reading, menuFindings),
  ],
}

function modelsTable(reading: Reading): Table {
  const { document, amounts } = reading
  const { cell } = amounts
  const priced = document.models.some(({ price }) => price > 0)
  const columns: readonly (readonly [Column, (model: ModelEntry) => Cell])[] = [
    [words('model'), (model) => ({ text: titleOf(model) })],
    [numbers('cost'), ({ cost }) => ({ text: cell.cost(cost), value: cost })],
    [numbers('latency'), ({ latency }) => ({ text: cell.time(latency), value: latency })],
    [numbers('success'), ({ success }) => ({ text: percent(success), value: success })],
    ...(priced
      ? [
          [
            numbers('price'),
            ({ price }: ModelEntry) => ({ text: cell.utility(price), value: price }),
          ] as const,
        ]
      : []),
    [numbers('cost-of-pass'), ({ costOfPass }) => ({ text: cell.cost(costOfPass), value: costOfPass })],
    [
      numbers('latency-of-pass'),
      ({ latencyOfPass }) => ({ text: cell.time(latencyOfPass), value: latencyOfPass }),
    ],
    ...document.users.map((user) => {
      const title = document.users.length === 1 ? 'net value' : `net value to ${titleOf(user)}`
      return [
        numbers(title),
        ({ name }: ModelEntry): Cell => {
          const value = netValueOf(reading, name, user)
          return { text: cell.utility(value), ...(value === null ? {} : { value }) }
        },
      ] as const
    }),
  ]
  return {
    kind: 'table',
    id: 'models',
    caption: 'Models, per attempt and per solved task',
    brief: true,
    columns: columns.map(([column]) => column),
    rows: document.models.map((model): Row => ({ cells: columns.map(([, cellOf]) => cellOf(model)) })),
  }
}

function explanations({ document }: Reading): readonly Sentence[] {
  const priced = document.models.some(({ price }) => price > 0)
  const whose = document.users.length === 1 ? 'the user' : 'a user'
  return [
    sentence(
      `Cost-of-pass is what a solved task costs the provider when nobody leaves: cost${priced ? ' less price' : ''} over success. ` +
        'Latency-of-pass is the wait for it: latency over success.',
      'models',
    ),
    sentence(
      `Net value is what one attempt is worth to ${whose}: the chance of success times what a solved task is worth, ` +
        `less the wait${priced ? ' and the price' : ''}. Where it is above 0, retrying is worth the wait; where it is below, it is not.`,
      'models',
    ),
  ]
}

function estimateSentences(reading: Reading): readonly Sentence[] {
  const found = estimates(reading)
  if (found.length === 0) return []
  const counted = found.map(({ what, successes, trials, error }) => {
    return `${what} (${successes} of ${trials}, give or take ${decimal(100 * error, 2)} points)`
  })
  return [
    sentence(
      `Estimated from counts, not known for sure: ${listed(counted)}. The report takes the share itself as the truth.`,
      'models',
    ),
  ]
}
