import { childrenOf, type Expr, type NameNode } from '@plumbline/parser'
import { numberText, type TableRow } from './row.ts'

/** An expression with its columns' numbers in place of their names, or the name that has no number in this row. */
export type Written =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly lacks: string }

/** The names in an expression, those of functions, arguments and members left out; outermost first. */
export function namesIn(expression: Expr): readonly NameNode[] {
  const names: NameNode[] = []
  const rest = [expression]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === 'name') names.push(node)
    if (node.kind === 'call') rest.push(...node.args.map(({ value }) => value))
    else rest.push(...childrenOf(node))
  }
  return names
}

/**
 * The source of an expression over a row: every column's name gives way to its number, as the table has it, and all else
 * stays as it was written, so that counts stay counts and a reader sees where a number came from.
 *
 * @param others names to write in place of others, such as a row's own for those of `--let`; null for one that has no
 *   number in this row
 */
export function writtenOver(
  { source, expression }: { readonly source: string; readonly expression: Expr },
  row: TableRow,
  others: ReadonlyMap<string, string | null>,
): Written {
  const places = namesIn(expression).toSorted((one, other) => one.span.start - other.span.start)
  let text = ''
  let end = 0
  for (const { text: name, span } of places) {
    const other = others.get(name)
    if (other === undefined && !row.cells.has(name)) continue
    const number = other === undefined ? numberText(row.cells.get(name) ?? null) : other
    if (number === null) return { ok: false, lacks: name }
    text += source.slice(end, span.start) + (number.startsWith('-') ? `(${number})` : number)
    end = span.end
  }
  return { ok: true, text: text + source.slice(end) }
}
