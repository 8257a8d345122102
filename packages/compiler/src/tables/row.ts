/** A cell of a table: what was read, null where there is nothing. */
export type Cell = string | number | null

/** A row of a table by the names under which expressions find its columns. */
export interface TableRow {
  /** Counted from 1, as a reader counts them. */
  readonly number: number
  readonly cells: ReadonlyMap<string, Cell>
}

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?%?$/

/**
 * A cell as a number of the language: `0.5` for `.5`, `77.47%` as it stands.
 *
 * @returns null for what is no number (`N/A`, empty, text, not finite)
 */
export function numberText(cell: Cell): string | null {
  if (cell === null) return null
  const text = String(cell).trim()
  if (!plainNumber.test(text)) return null
  const unsigned = text.replace(/^\+/, '')
  return unsigned.replace(/^(-?)\./, '$10.').replace(/\.(?=$|%|[eE])/, '')
}

/** A cell as text; none is the empty text. */
export function cellText(row: TableRow, column: string): string {
  const cell = row.cells.get(column) ?? null
  return cell === null ? '' : String(cell)
}

/** Why a cell is no number, as a sentence about its row goes on: `its 'usd' is empty`. */
export function whyNoNumber(row: TableRow, column: string): string {
  const text = cellText(row, column)
  return text === ''
    ? `its '${column}' is empty`
    : `its '${column}' is '${clipped(text)}', which is no number`
}

const longest = 40

/** The beginning of a text, on one line. */
export function clipped(text: string): string {
  const line = oneLine(text)
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

/** On one line, without characters that move a cursor. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}

/** The row as people find it again. */
export function whichRow(row: TableRow, label: string): string {
  return label === '' ? `row ${String(row.number)}` : `row ${String(row.number)} (${clipped(label)})`
}
