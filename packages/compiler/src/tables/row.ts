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
