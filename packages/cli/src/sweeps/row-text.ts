import type { Cell, SweepColumn } from '@plumbline/solver'

/** How rows are written, one a line. */
export interface RowFormat {
  /** The first line of the file, with its end; empty where there is none. */
  readonly head: (columns: readonly SweepColumn[]) => string
  /** Writes rows of these columns. */
  readonly line: (columns: readonly SweepColumn[]) => (cells: readonly Cell[]) => string
}

/** A text that a spreadsheet would take for a formula; signs of regimes, such as `+-`, are none. */
const formula = /^(?![-+0 ]*$)[=+\-@\t\r]/
const quoted = /[",\r\n]|^\s|\s$/
const lineBreaks = /[\r\n]+/g

/** A field of a CSV file (RFC 4180), on one line, that no spreadsheet runs as a formula. */
export function csvField(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = cell.replace(lineBreaks, ' ')
  const safe = formula.test(text) ? `'${text}` : text
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\n`
}

/** Comma-separated values with a head; empty where there is no value. */
export const csv: RowFormat = {
  head: (columns) => csvLine(columns.map(({ name }) => name)),
  line: () => csvLine,
}

/** One JSON object a line; null where there is no value. */
export const jsonLines: RowFormat = {
  head: () => '',
  line: (columns) => {
    const keys = columns.map(({ name }) => JSON.stringify(name))
    return (cells) => `{${cells.map((cell, at) => `${keys[at] ?? ''}:${JSON.stringify(cell)}`).join(',')}}\n`
  },
}

/** One JSON array a line: what a Parquet file is made of once all rows are there. */
export const jsonRows: RowFormat = {
  head: () => '',
  line: () => (cells) => `${JSON.stringify(cells)}\n`,
}
