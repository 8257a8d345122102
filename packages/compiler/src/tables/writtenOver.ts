import { walk, type Expr, type NameNode } from '@plumbline/parser'
import { numberText, type TableRow } from './row.ts'

/** An expression with its columns' numbers in place of their names, or the column that has none in this row. */
export type Written =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly column: string }

/** The names in an expression, calls' and members' own names left out. */
export function namesIn(expression: Expr): readonly NameNode[] {
  return [...walk(expression)].flatMap((node) => (node.kind === 'name' ? [node] : []))
}

/**
 * The source of an expression over a row: every column's name gives way to its number, as the table has it, and all else
 * stays as it was written, so that counts stay counts and a reader sees where a number came from.
 *
 * @param others names to write in place of others, such as a row's own for those of `--let`
 */
export function writtenOver(
  source: string,
  expression: Expr,
  row: TableRow,
  others: ReadonlyMap<string, string>,
): Written {
  const places = [...namesIn(expression)].sort((one, other) => other.span.start - one.span.start)
  let text = source
  for (const { text: name, span } of places) {
    const other = others.get(name)
    const inRow = row.cells.has(name)
    if (other === undefined && !inRow) continue
    const number = other ?? numberText(row.cells.get(name) ?? null)
    if (number === null) return { ok: false, column: name }
    const shown = number.startsWith('-') ? `(${number})` : number
    text = text.slice(0, span.start) + shown + text.slice(span.end)
  }
  return { ok: true, text }
}
