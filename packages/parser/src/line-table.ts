/** Lines and columns of one text: both count from 1, a column is a UTF-16 unit. */
export interface LineTable {
  /** Offsets at which lines begin, ascending; the first is 0, or 1 behind a byte order mark. */
  readonly starts: readonly number[]
  readonly positionAt: (offset: number) => { readonly line: number; readonly column: number }
}

/** The table of a text whose lines end in `\n`, `\r\n` or `\r`. Cost: linear once, logarithmic per look-up. */
export function lineTable(text: string): LineTable {
  const starts = [text.startsWith('\ufeff') ? 1 : 0]
  const end = /\r\n?|\n/g
  while (end.test(text)) starts.push(end.lastIndex)
  return { starts, positionAt: (offset) => positionIn(starts, offset) }
}

function positionIn(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1) }
}
