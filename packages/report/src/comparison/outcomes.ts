import { percent } from '../formatting/amounts.ts'
import { apart, decimal } from '../formatting/decimal.ts'
import { titleOf } from '../formatting/label.ts'
import type { Cell, Row, Table } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import { announcedRoute, type Reading } from '../reading/reading.ts'
import { numbers, words } from '../sections/section.ts'
import { replyClauseOf } from '../verdict/behaviour.ts'
import { equilibriumName } from '../verdict/hidden.ts'
import type { Sides } from './sides.ts'

/** What comes of the two games, side by side. */
export function outcomesTable(sides: Sides): Table {
  const { before, after, users } = sides
  const { amounts } = before
  const [one, other] = [before.document, after.document]
  const money = (value: number, digits?: number): string => amounts.cost(value, digits)
  const several = users.length > 1
  const rows: readonly Row[] = [
    said('route', routeCell(before), routeCell(after)),
    row('cost of a task to the provider', one.provider.cost, other.provider.cost, money),
    row('of it for attempts', one.provider.serving, other.provider.serving, money),
    row('of it for tasks given up', one.provider.loss, other.provider.loss, money),
    ...users.flatMap(({ before: from, after: to }): readonly Row[] => {
      const whose = several ? `${titleOf(from)}: ` : ''
      return [
        said(`${whose}what they do`, replyClauseOf(before, from), replyClauseOf(after, to)),
        row(`${whose}tasks solved`, from.success, to.success, percent, points),
        row(`${whose}waiting`, from.latency, to.latency, amounts.time),
        row(`${whose}attempts`, from.attempts, to.attempts, decimal),
        row(`${whose}worth of a task`, from.utility, to.utility, amounts.utility),
        row(`${whose}gap to what they would choose`, from.gap, to.gap, amounts.utility),
      ]
    }),
    ...(several
      ? [row('gap over all users', one.misalignment.gap, other.misalignment.gap, amounts.utility)]
      : []),
    ...(one.welfare === null || other.welfare === null
      ? []
      : [row('welfare, both sides together', one.welfare, other.welfare, amounts.utility)]),
  ]
  return {
    kind: 'table',
    id: 'outcomes',
    caption: 'What comes of it, per task',
    brief: true,
    columns: [words(''), numbers('before'), numbers('after'), numbers('change')],
    rows,
  }
}

function routeCell(reading: Reading): string {
  const { route, equilibria } = reading.document
  if (route === null) return 'users choose'
  const announced = announcedRoute(reading.document)
  if (announced !== null) return routeWords(reading, announced)
  const [told] = equilibria ?? []
  return told === undefined ? 'at random' : equilibriumName(reading, told)
}

function said(what: string, before: string, after: string): Row {
  return {
    cells: [{ text: what }, { text: before }, { text: after }, { text: before === after ? 'same' : 'other' }],
  }
}

function row(
  what: string,
  before: number | null,
  after: number | null,
  show: (value: number, digits?: number) => string,
  showChange: (value: number) => string = show,
): Row {
  if (before === null || after === null) {
    const cell = (value: number | null): Cell =>
      value === null ? { text: '–' } : { text: show(value), value }
    return { cells: [{ text: what }, cell(before), cell(after), { text: before === after ? 'same' : '–' }] }
  }
  const [one, other] = apart(before, after, show)
  return {
    cells: [
      { text: what },
      { text: one, value: before },
      { text: other, value: after },
      before === after
        ? { text: 'same' }
        : { text: signed(after - before, showChange), value: after - before },
    ],
  }
}

/** A change of a share: from 50% to 40% it falls by 10 points, which are 20% of it. */
function points(change: number): string {
  return `${decimal(100 * change)}\u00a0points`
}

function signed(change: number, show: (value: number) => string): string {
  return change > 0 ? `+${show(change)}` : show(change)
}
