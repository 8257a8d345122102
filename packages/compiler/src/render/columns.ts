import stringWidth from 'fast-string-width'

/** One character as people see it (a grapheme), where it stands in the line's text and on the screen. */
export interface Cell {
  /** UTF-16 offsets into the line: `[start, end)`. */
  readonly start: number
  readonly end: number
  /** First screen column, from 0, and how many it takes (0 for a mark that joins the one before). */
  readonly column: number
  readonly width: number
  /** What is printed: a tab as spaces, a control character as a visible sign. */
  readonly text: string
}

/** A line laid out on a grid of screen columns. */
export interface LaidOutLine {
  readonly cells: readonly Cell[]
  readonly width: number
}

const tabStop = 4
const printableAscii = /^[ -~]*$/

// C0 and C1 controls, and the marks that reorder or hide text on a terminal: printed as they are, a file could
// repaint the screen or show other code than it holds.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

function visibleSign(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x20) return String.fromCodePoint(0x2400 + point)
  return point === 0x7f ? '\u2421' : '\ufffd'
}

/** The text on one line with nothing in it that a terminal would obey: controls become visible signs. */
export function printable(text: string): string {
  return printableAscii.test(text) ? text : text.replace(/\r?\n|\t/gu, ' ').replace(unprintable, visibleSign)
}

/**
 * Lays a line (without its end) out on the screen: tabs to the next multiple of 4, East Asian wide characters
 * and emoji two columns, combining marks none.
 */
export function layOut(line: string): LaidOutLine {
  const cells: Cell[] = []
  let column = 0
  for (const { start, text } of graphemes(line)) {
    const end = start + text.length
    const shown = text === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : printable(text)
    const width = printableAscii.test(shown) ? shown.length : stringWidth(shown)
    cells.push({ start, end, column, width, text: shown })
    column += width
  }
  return { cells, width: column }
}

let segmenter: Intl.Segmenter | undefined

function graphemes(line: string): Iterable<{ readonly start: number; readonly text: string }> {
  if (/^[\t -~]*$/.test(line)) return Array.from(line, (text, start) => ({ start, text }))
  // Made when it is needed: it takes longer than all else that happens before a first answer.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(line), ({ index, segment }) => ({ start: index, text: segment }))
}

/** The screen column at which the character that holds `offset` begins; the width of the line past its end. */
export function columnOf(line: LaidOutLine, offset: number): number {
  return line.cells.find((cell) => offset < cell.end)?.column ?? line.width
}

/** The screen column just after the character that ends at or after `offset`. */
export function columnAfter(line: LaidOutLine, offset: number): number {
  const cell = line.cells.find((candidate) => offset <= candidate.end)
  return cell === undefined ? line.width : offset <= cell.start ? cell.column : cell.column + cell.width
}

/** What stands in screen columns `[from, to)`; half of a wide character is a space. */
export function slice(line: LaidOutLine, from: number, to: number): string {
  let text = ''
  let column = from
  for (const cell of line.cells) {
    const after = cell.column + cell.width
    if (cell.column < from || after > to) continue
    text += ' '.repeat(cell.column - column) + cell.text
    column = after
  }
  return text
}
