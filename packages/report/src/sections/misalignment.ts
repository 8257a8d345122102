import type { UserEntry } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { titleOf } from '../formatting/label.ts'
import { candidatesFigure } from '../figures/candidates.ts'
import { frontierFigure } from '../figures/frontier.ts'
import { gainsFigure } from '../figures/gains.ts'
import { occurring } from '../findings/finding.ts'
import { interestFindings } from '../findings/findings.ts'
import type { Block, Row, Sentence, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { frontierBlocks } from './frontier.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** By type of user: the preferred route and what the provider's choice costs against it. */
export const misalignmentSection: SectionDefinition = {
  id: 'misalignment',
  title: 'Misalignment: who loses by it',
  blocks: (reading) => [
    usersTable(reading),
    ...paragraph([...spreads(reading), ...totals(reading)], { brief: true }),
    ...(reading.pictured ? [...gainsFigure(reading), ...planeFigure(reading)] : []),
    ...frontierBlocks(reading),
    ...occurring(reading, interestFindings),
  ],
}

/** The frontier where it was asked for, else the routes that were in question. */
function planeFigure(reading: Reading): readonly Block[] {
  return reading.document.frontier === undefined ? candidatesFigure(reading) : frontierFigure(reading)
}

function usersTable(reading: Reading): Table {
  const { document, amounts } = reading
  const several = document.users.length > 1
  return {
    kind: 'table',
    id: 'users',
    caption: 'What a task is worth to users, wait included',
    brief: true,
    columns: [
      words('user'),
      ...(several ? [numbers('share')] : []),
      words('would choose'),
      numbers('worth then'),
      numbers('worth now'),
      numbers('gap'),
      numbers('relative'),
    ],
    rows: document.users.map((user): Row => ({
      cells: [
        { text: titleOf(user) },
        ...(several ? [{ text: percent(user.weight), value: user.weight }] : []),
        { text: routeWords(reading, user.best.route) },
        { text: amounts.cell.utility(user.best.utility), value: user.best.utility },
        { text: amounts.cell.utility(user.utility), value: user.utility },
        { text: amounts.cell.utility(user.gap), value: user.gap },
        relativeCell(user),
      ],
    })),
  }
}

function relativeCell({ gap, best }: UserEntry): Row['cells'][number] {
  if (best.utility === 0) return { text: '–' }
  const value = gap / Math.abs(best.utility)
  return { text: percent(value), value }
}

/** How a gap is spread over the people that a user stands for. */
function spreads({ document, amounts, userNamed }: Reading): readonly Sentence[] {
  return document.users.flatMap((user, index) => {
    const { types, losing, quantiles } = user
    if (types === undefined || losing === undefined || quantiles === undefined || losing === 0) return []
    const gapAt = (level: number): number | null => quantiles.gap[quantiles.levels.indexOf(level)] ?? null
    return [
      sentence(
        `Of the people that ${userNamed(user)} stands for (${String(types)} types), ${percent(losing)} would be better off ` +
          `with another route; the gap is at most ${amounts.utility(gapAt(0.5))} for half of them, and at most ` +
          `${amounts.utility(gapAt(0.95))} for 95%.`,
        `users.${index}.losing`,
        `users.${index}.quantiles`,
      ),
    ]
  })
}

function totals({ document, amounts }: Reading): readonly Sentence[] {
  const { gap } = document.misalignment
  const { regret } = document.provider
  const welfare =
    document.welfare === null
      ? []
      : [
          sentence(
            `Both sides together ${document.welfare < 0 ? 'lose' : 'make'} ` +
              `${amounts.utility(Math.abs(document.welfare))} a task: what it is worth to users less what it costs ` +
              'the provider.',
            'welfare',
          ),
        ]
  if (document.concept === 'user-choice') {
    return [sentence('Users choose for themselves, so there is no gap.', 'misalignment.gap'), ...welfare]
  }
  if (gap === 0) {
    return [
      sentence('The gap is 0: the provider’s route is the one that users would choose.', 'misalignment.gap'),
      ...welfare,
    ]
  }
  const closing =
    regret < 0
      ? `Closing it would save the provider ${amounts.cost(-regret)} a task.`
      : `Closing it would cost the provider ${amounts.cost(regret)} a task.`
  return [
    sentence(`The gap is ${amounts.utility(gap)} a task. ${closing}`, 'misalignment.gap', 'provider.regret'),
    ...welfare,
  ]
}
