import type { ModelEntry, SolutionDocument } from '@plumbline/game'
import { floatGame, type GameInstance } from '@plumbline/game'
import { titleOf } from '../formatting/label.ts'
import { percent, type Amounts } from '../formatting/amounts.ts'
import type { Row, Table } from '../model.ts'
import { numbers, words } from '../sections/section.ts'
import type { Sides } from './sides.ts'

type Show = (value: number) => string

/** One number of the games that is not the same in both; null where a game has none. */
interface Difference {
  readonly what: string
  readonly before: number | null
  readonly after: number | null
  readonly show: Show
}

/** The inputs of the two games that differ, as a table; none where they are alike in all numbers. */
export function differencesTable(sides: Sides): readonly Table[] {
  const { before, after } = sides
  const all = [
    ...modelDifferences(before.document, after.document, before.amounts),
    ...playerDifferences(before.instance, after.instance, before.amounts),
  ]
  if (all.length === 0) return []
  return [
    {
      kind: 'table',
      id: 'differences',
      caption: 'Numbers that differ between the two games',
      brief: true,
      columns: [words('number'), numbers('before'), numbers('after')],
      rows: all.map(rowOf),
    },
  ]
}

function rowOf({ what, before, after, show }: Difference): Row {
  const cell = (value: number | null) => (value === null ? { text: '–' } : { text: show(value), value })
  return { cells: [{ text: what }, cell(before), cell(after)] }
}

function modelDifferences(
  before: SolutionDocument,
  after: SolutionDocument,
  amounts: Amounts,
): readonly Difference[] {
  const names = [...new Set([...before.models, ...after.models].map(({ name }) => name))]
  const fields: readonly (readonly ['cost' | 'latency' | 'success' | 'price', Show])[] = [
    ['cost', amounts.cell.cost],
    ['latency', amounts.cell.time],
    ['success', percent],
    ['price', amounts.cell.utility],
  ]
  return names.flatMap((name) => {
    const [one, other] = [modelIn(before, name), modelIn(after, name)]
    const title = titleOf(one ?? other ?? { name, label: null })
    return fields.flatMap(([field, show]) =>
      different(`${title}: ${field}`, one?.[field], other?.[field], show),
    )
  })
}

function modelIn({ models }: SolutionDocument, name: string): ModelEntry | undefined {
  return models.find((model) => model.name === name)
}

function playerDifferences(
  before: GameInstance,
  after: GameInstance,
  amounts: Amounts,
): readonly Difference[] {
  const [one, other] = [floatGame(before), floatGame(after)]
  const names = [...new Set([...before.users, ...after.users].map(({ name }) => name))]
  const several = names.length > 1
  const users = names.flatMap((name) => {
    const [from, to] = [one, other].map(({ users: all }) => all.find((user) => user.name === name))
    const title = titleOf(
      [...before.users, ...after.users].find((user) => user.name === name) ?? { name, label: null },
    )
    return [
      ...(several ? different(`${title}: share`, from?.weight, to?.weight, percent) : []),
      ...different(`${title}: value`, from?.value, to?.value, amounts.cell.utility),
      ...different(
        `${title}: patience, for a unit of time`,
        from?.patience,
        to?.patience,
        amounts.cell.utility,
      ),
      ...different(`${title}: outside option`, from?.outside, to?.outside, amounts.cell.utility),
    ]
  })
  return [
    ...users,
    ...different('churn penalty', one.provider.penalty, other.provider.penalty, amounts.cell.cost),
    ...different('latency ceiling', one.provider.throttle, other.provider.throttle, amounts.cell.time),
  ]
}

function different(
  what: string,
  before: number | null | undefined,
  after: number | null | undefined,
  show: Show,
): readonly Difference[] {
  const [from, to] = [before ?? null, after ?? null]
  return from === to ? [] : [{ what, before: from, after: to, show }]
}
