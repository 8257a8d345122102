import type { BaselineEntry } from '@plumbline/game'
import { listed } from '../formatting/label.ts'
import type { Block, Row, Sentence } from '../model.ts'
import { replyWord } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { ruleNames } from '../reading/rule-names.ts'
import { unansweredSentences } from '../reading/unanswered.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** What rules that do not ask how users answer would come to: the price of ignoring the user. */
export const baselinesSection: SectionDefinition = {
  id: 'baselines',
  title: 'What simpler rules would cost',
  blocks: (reading) => [
    ...paragraph(unansweredSentences(reading, 'baselines'), { brief: true }),
    ...(reading.document.baselines === undefined
      ? []
      : policies(reading, reading.document.baselines.policies)),
  ],
}

function policies(reading: Reading, all: readonly BaselineEntry[]): readonly Block[] {
  const { amounts } = reading
  return [
    {
      kind: 'table',
      id: 'baselines',
      caption: 'Rules that do not ask how users answer, users answering all the same',
      brief: true,
      columns: [
        words('rule'),
        words('models'),
        words('users'),
        numbers('costs a task'),
        numbers('more than the best'),
        numbers('worth to users'),
      ],
      rows: all.map((each): Row => ({
        cells: [
          { text: ruleNames.get(each.name) ?? each.name },
          { text: modelsText(reading, each) },
          { text: answers(each) },
          { text: amounts.cell.cost(each.cost), value: each.cost },
          { text: amounts.cell.cost(each.price), value: each.price },
          { text: amounts.cell.utility(each.utility), value: each.utility },
        ],
      })),
    },
    ...paragraph([...summary(reading, all), ...rankings(reading)], { brief: true }),
  ]
}

function modelsText({ modelNamed }: Reading, { name, models }: BaselineEntry): string {
  return models.map(modelNamed).join(name === 'user-choice' ? ' or ' : ', then ')
}

function answers({ users }: BaselineEntry): string {
  const [first, ...others] = users
  if (first === undefined) return ''
  if (others.length > 0 && others.some(({ abandonment }) => abandonment !== first.abandonment)) {
    return 'answers differ'
  }
  if (!first.begins) return 'do not begin'
  return first.abandonment === null ? 'by what they see' : replyWord(first.abandonment)
}

/** What the best of the rules leaves on the table, and which rules are as good as it gets. */
function summary({ amounts, document }: Reading, all: readonly BaselineEntry[]): readonly Sentence[] {
  const possible = all.filter(({ allowed }) => allowed)
  const [first] = possible
  if (first === undefined) return []
  const best = possible.reduce((one, other) => (other.price < one.price ? other : one))
  const rests = `baselines.policies.${all.indexOf(best)}.price`
  if (best.price <= 0) {
    const equal = possible.filter(({ price }) => price <= 0).map(({ name }) => ruleNames.get(name) ?? name)
    return [sentence(`As good for the provider as its optimum: ${listed(equal)}.`, rests)]
  }
  const share =
    document.provider.cost > 0 ? ` (${Math.round((100 * best.price) / document.provider.cost)}%)` : ''
  return [
    sentence(
      `The price of ignoring the user: even the best of these rules, ${ruleNames.get(best.name) ?? best.name}, costs the provider ` +
        `${amounts.cost(best.price)}${share} a task more than the optimum.`,
      rests,
    ),
  ]
}

/** The pairs of models that the two sides order the opposite way. */
function rankings({ document, modelNamed, userNamed }: Reading): readonly Sentence[] {
  return (document.baselines?.rankings ?? []).flatMap(
    ({ user, opposed, pairs }, index): readonly Sentence[] => {
      const declared = document.users.find(({ name }) => name === user)
      if (declared === undefined || opposed.length === 0) return []
      const named = opposed.slice(0, 3).map(([one, other]) => `${modelNamed(one)} and ${modelNamed(other)}`)
      const more = opposed.length > 3 ? ', among others' : ''
      return [
        sentence(
          `The provider and ${userNamed(declared)} order ${opposed.length} of ${pairs} pair${pairs === 1 ? '' : 's'} of models ` +
            `the opposite way (cost-of-pass against latency-of-pass): ${listed(named)}${more}.`,
          `baselines.rankings.${index}.opposed`,
        ),
      ]
    },
  )
}
