import type { KnowingEntry, UncertaintyEntry, VerdictSideEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { posteriorFigure } from '../figures/posterior.ts'
import type { Block, Row, Sentence, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { inputName } from '../reading/estimates.ts'
import { kindWords, verdictWords } from '../reading/uncertain-words.ts'
import { unansweredSentences } from '../reading/unanswered.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** How probable each verdict is, given how sure we are of the numbers, and which of them would be worth measuring. */
export const howSureSection: SectionDefinition = {
  id: 'how-sure',
  title: 'How sure',
  blocks: (reading) => {
    const { uncertainty } = reading.document
    const without = paragraph(unansweredSentences(reading, 'uncertainty'), { brief: true })
    if (uncertainty === undefined) return without
    return [
      ...paragraph(summary(reading, uncertainty), { brief: true }),
      ...(reading.pictured ? posteriorFigure(reading) : []),
      routesTable(reading, uncertainty),
      verdictsTable(reading, uncertainty),
      intervalsTable(reading, uncertainty),
      ...knowing(reading, uncertainty),
      ...paragraph([drawn(uncertainty)]),
    ]
  },
}

function summary(reading: Reading, { routes, verdicts, intervals }: UncertaintyEntry): readonly Sentence[] {
  const { amounts } = reading
  const told = routes.findIndex((each) => each.told)
  const route = routes[told]
  const conflict = verdicts.findIndex(({ of }) => of === 'conflict')
  const yes = verdicts[conflict]?.sides.find(({ is }) => is === 'yes')
  return [
    ...(route === undefined
      ? []
      : [
          sentence(
            `The kind of route told above, ${kindWords(reading, route)}, is the provider’s best with a probability of ` +
              `${percent(route.probability)}.`,
            `uncertainty.routes.${String(told)}.probability`,
          ),
        ]),
    sentence(
      `A task costs the provider between ${amounts.cost(intervals.cost.low)} and ${amounts.cost(intervals.cost.high)} with a ` +
        `probability of 90%, on the route that is best for it in each case.`,
      'uncertainty.intervals.cost',
    ),
    ...(yes === undefined
      ? []
      : [
          sentence(
            `The two sides rank the models in opposite ways with a probability of ${percent(yes.probability)}.`,
            `uncertainty.verdicts.${String(conflict)}`,
          ),
        ]),
  ]
}

function routesTable(reading: Reading, { routes }: UncertaintyEntry): Table {
  return {
    kind: 'table',
    id: 'uncertain-routes',
    caption: 'How probably each kind of route is the provider’s best',
    brief: true,
    columns: [words('route'), numbers('probability'), numbers('±')],
    rows: routes.map((each): Row => ({
      marked: each.told,
      cells: [{ text: kindWords(reading, each) }, ...probable(each)],
    })),
  }
}

function probable({ probability, error }: Pick<VerdictSideEntry, 'probability' | 'error'>): Row['cells'] {
  return [
    { text: percent(probability), value: probability },
    { text: percent(error, 1), value: error },
  ]
}

function verdictsTable(reading: Reading, { verdicts }: UncertaintyEntry): Table {
  return {
    kind: 'table',
    id: 'uncertain-verdicts',
    caption: 'How probable each side of each verdict is; the one that the answer rests on is marked',
    columns: [words('verdict'), words('side'), numbers('probability'), numbers('±')],
    rows: verdicts.flatMap((verdict) =>
      verdict.sides.map((side, index): Row => ({
        marked: side.told,
        cells: [
          { text: index === 0 ? verdictWords(reading, verdict) : '' },
          { text: side.is },
          ...probable(side),
        ],
      })),
    ),
  }
}

function intervalsTable({ amounts }: Reading, { intervals }: UncertaintyEntry): Table {
  const { cell } = amounts
  const row = (
    what: string,
    of: UncertaintyEntry['intervals']['cost'],
    show: (value: number) => string,
  ): Row => ({
    cells: [
      { text: what },
      ...[of.low, of.median, of.high, of.mean].map((value) => ({ text: show(value), value })),
      { text: show(of.error), value: of.error },
    ],
  })
  return {
    kind: 'table',
    id: 'uncertain-amounts',
    caption: 'Per task, on the route that is best for the provider in each case',
    columns: [words(''), numbers('5%'), numbers('median'), numbers('95%'), numbers('mean'), numbers('±')],
    rows: [
      row('cost to the provider', intervals.cost, cell.cost),
      row('worth to users', intervals.utility, cell.utility),
      row('gap', intervals.gap, cell.utility),
    ],
  }
}

function knowing(reading: Reading, { knowing: entry }: UncertaintyEntry): readonly Block[] {
  if (entry === undefined) return []
  const { cell } = reading.amounts
  return [
    ...paragraph(knowingSentences(reading, entry), { brief: true }),
    {
      kind: 'table',
      id: 'worth-of-knowing',
      caption:
        'What the provider would save a task by knowing a number exactly before it announces its route',
      columns: [words('number'), numbers('saves'), numbers('±')],
      rows: [
        ...entry.inputs.map(({ name, value, error }): Row => ({
          cells: [
            { text: inputName(reading, name) },
            { text: cell.cost(value), value },
            { text: cell.cost(error), value: error },
          ],
        })),
        {
          cells: [
            { text: 'all of them' },
            { text: cell.cost(entry.all.value), value: entry.all.value },
            { text: cell.cost(entry.all.error), value: entry.all.error },
          ],
        },
      ],
    },
  ]
}

function knowingSentences(reading: Reading, { told, best, inputs }: KnowingEntry): readonly Sentence[] {
  const { amounts } = reading
  const better = told.value - best.value > 3 * (told.error + best.error)
  const hedge = better
    ? sentence(
        `Announced as told, a task costs ${amounts.cost(told.value)} on average over what the numbers may be: the route is made ` +
          `for numbers that are just as they were put in. Who has to announce one route for all of them does better with ` +
          `${routeWords(reading, best.route)}, at ${amounts.cost(best.value)}.`,
        'uncertainty.knowing.told',
        'uncertainty.knowing.best',
      )
    : sentence(
        `Announced as told, a task costs ${amounts.cost(told.value)} on average over what the numbers may be, and no other route ` +
          'does much better on average.',
        'uncertainty.knowing.told',
        'uncertainty.knowing.best',
      )
  const [first] = inputs
  if (first === undefined || first.value <= 3 * first.error) {
    return [
      hedge,
      sentence('No single number would be worth measuring better.', 'uncertainty.knowing.inputs'),
    ]
  }
  return [
    hedge,
    sentence(
      `The measurement that is worth most is that of ${inputName(reading, first.name)}: to know it exactly would save ` +
        `${amounts.cost(first.value)} a task.`,
      'uncertainty.knowing.inputs.0',
    ),
  ]
}

function drawn({ draws, rejected, seed, inputs }: UncertaintyEntry): Sentence {
  const names = inputs.length === 1 ? 'one uncertain number' : `${String(inputs.length)} uncertain numbers`
  const left =
    rejected === 0
      ? ''
      : ` ${String(rejected)} more were left out because a number was out of its range there.`
  return sentence(
    `From ${String(draws)} draws of ${names}, evenly spread (seed ${String(seed)}); ± is the standard error of drawing.${left}`,
    'uncertainty.draws',
  )
}
