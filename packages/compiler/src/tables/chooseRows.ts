import type { Expr } from '@plumbline/parser'
import { nearest } from '../names/nearest.ts'
import { cellText, clipped, whichRow, type TableRow } from './row.ts'
import { isUnknown, rowValue, type RowLets, type RowValue, type Unknown } from './rowValue.ts'
import type { AskedOf } from './tableRequest.ts'

/** The rows that a condition chooses, with what there is to say of others; or why there are none. */
export type Chosen =
  | { readonly ok: true; readonly rows: readonly TableRow[]; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly sentence: string }

/** What `--let` names, over a row. */
export function letsOver(row: TableRow, shared: AskedOf['shared']): RowLets {
  const lets = new Map<string, RowValue>()
  for (const { name, expression } of shared) lets.set(name, rowValue(expression, row, lets))
  return lets
}

/**
 * Chooses the rows for which the condition holds. Where it cannot be told whether it does, the row is left out and that is
 * said, once for each reason.
 *
 * @param label the column that labels a row
 */
export function chooseRows(
  rows: readonly TableRow[],
  { where, shared }: Pick<AskedOf, 'where' | 'shared'>,
  label: string,
): Chosen {
  if (rows.length === 0) return { ok: false, sentence: 'the table has no rows' }
  if (where === null) return { ok: true, rows, remarks: [] }
  const chosen: TableRow[] = []
  const untold = new Map<string, { readonly first: string; count: number }>()
  for (const row of rows) {
    const value = rowValue(where.expression, row, letsOver(row, shared))
    if (value === true) chosen.push(row)
    else if (isUnknown(value)) {
      const same = untold.get(value.flaw) ?? { first: reasonIn(row, label, value), count: 0 }
      untold.set(value.flaw, { ...same, count: same.count + 1 })
    } else if (value !== false) {
      const what = typeof value === 'number' ? 'a number' : 'a text'
      return {
        ok: false,
        sentence: `--where is a condition, such as 'year >= 2025'; '${where.source}' is ${what}`,
      }
    }
  }
  const remarks = [...untold.values()].map(
    ({ first, count }) => `--where says nothing of ${countOf(count)}, left out: ${first}`,
  )
  if (chosen.length > 0) return { ok: true, rows: chosen, remarks }
  const [reason] = untold.values()
  const why = reason?.first ?? neverIs(where.expression, rows)
  const none = `no row of ${String(rows.length)} meets --where`
  return { ok: false, sentence: why === null ? none : `${none}: ${why}` }
}

function reasonIn(row: TableRow, label: string, { why }: Unknown): string {
  return `in ${whichRow(row, cellText(row, label))} ${why}`
}

/** A number of rows, in words. */
export function countOf(count: number): string {
  return count === 1 ? 'one row' : `${String(count)} rows`
}

/** Says of a text that a column is compared with and never has what it has instead. */
function neverIs(condition: Expr, rows: readonly TableRow[]): string | null {
  for (const [column, text] of comparedTexts(condition)) {
    const cells = new Set(rows.map((row) => cellText(row, column)))
    if (cells.has(text)) continue
    const near = nearest(text, cells)
    const example = [...cells].find((cell) => cell !== '')
    if (near === null && example === undefined) return `'${column}' is always empty`
    const instead =
      near === null ? `it is '${clipped(example ?? '')}', for one` : `did you mean "${clipped(near)}"?`
    return `'${column}' is never "${clipped(text)}"; ${instead}`
  }
  return null
}

/** Columns that a condition compares with a text, each with the text. */
function comparedTexts(node: Expr): readonly (readonly [column: string, text: string])[] {
  if (node.kind === 'group') return comparedTexts(node.inner)
  if (node.kind !== 'binary') return []
  const { left, right } = node
  if (node.operator === '==' && left.kind === 'name' && right.kind === 'string')
    return [[left.text, right.value]]
  return node.operator === 'and' || node.operator === 'or'
    ? [...comparedTexts(left), ...comparedTexts(right)]
    : []
}
