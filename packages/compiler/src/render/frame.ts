import type { Label } from '@plumbline/parser'
import { printable } from './columns.ts'
import { markerRow, type MarkerRow } from './marker-row.ts'
import { placeOf, type Position, type SourceLines } from './source-lines.ts'
import type { DiagnosticStyle, Paint } from './style.ts'
import { lineWindow, type LineWindow } from './window.ts'

/** A label that knows where it stands and how it is drawn. */
interface Mark {
  readonly start: Position
  readonly end: Position
  readonly text: string
  readonly sign: '^' | '-'
  readonly paint: Paint
}

/** A label over several lines, drawn as a bracket in a lane of its own on the left. */
interface Bracket extends Mark {
  readonly lane: number
}

/** How a frame is drawn: the paint of the primary label, all others, and the screen columns for source text. */
export interface FrameOptions {
  readonly primary: Paint
  readonly style: DiagnosticStyle
  readonly width: number
}

/** A row of a frame: its line number (null under a line, `gap` where lines are left out) and what follows the bar. */
export interface FrameRow {
  readonly line: number | null | 'gap'
  readonly text: string
}

/**
 * Draws the lines of one file that labels point at, the labels beneath them: one row per line, one or more for
 * its labels, and `gap` where lines between are left out. The first label is the primary one if `leads`.
 */
export function frameRows(
  lines: SourceLines,
  labels: readonly Label[],
  leads: boolean,
  options: FrameOptions,
): readonly FrameRow[] {
  const marks = labels.map((label, index): Mark => {
    const primary = leads && index === 0
    const { start, end } = placeOf(lines, label.span)
    const paint = primary ? options.primary : options.style.secondary
    return { start, end, text: printable(label.text), sign: primary ? '^' : '-', paint }
  })
  const flat = marks.filter((mark) => mark.start.line === mark.end.line)
  const tall = marks.filter((mark) => mark.start.line !== mark.end.line)
  const brackets = tall.map((mark, lane): Bracket => ({ ...mark, lane }))
  const rows: FrameRow[] = []
  let previous: number | null = null
  for (const line of shownLines(marks)) {
    if (previous !== null && line > previous + 1)
      rows.push({ line: 'gap', text: lanesBeside(brackets, previous, 'below').trimEnd() })
    rows.push(...rowsOfLine(lines, line, flat, brackets, options))
    previous = line
  }
  return rows
}

/** Lines with a label on them, all of a short bracket or both its ends, and single lines between two of these. */
function shownLines(marks: readonly Mark[]): readonly number[] {
  const shown = new Set<number>()
  for (const { start, end } of marks) {
    const all = end.line - start.line < 5
    for (let line = start.line; line <= end.line; line++)
      if (all || line <= start.line + 1 || line === end.line) shown.add(line)
      else line = end.line - 1
  }
  const ascending = [...shown].sort((a, b) => a - b)
  return ascending.flatMap((line, index) => (ascending[index + 1] === line + 2 ? [line, line + 1] : [line]))
}

function rowsOfLine(
  lines: SourceLines,
  line: number,
  flat: readonly Mark[],
  brackets: readonly Bracket[],
  options: FrameOptions,
): readonly FrameRow[] {
  const text = lines.textOf(line)
  const base = lines.startOf(line)
  const here = flat.filter((mark) => mark.start.line === line)
  const opening = brackets.filter((bracket) => bracket.start.line === line)
  const closing = brackets.filter((bracket) => bracket.end.line === line)
  const points = [...here, ...opening].map((mark) => ({
    start: mark.start.offset - base,
    end: mark.end.offset - base,
  }))
  const ends = closing.map((mark) => ({ start: mark.end.offset - base - 1, end: mark.end.offset - base }))
  const window = lineWindow(text, [...points, ...ends][0] ?? { start: 0, end: 0 }, options.width)
  const inline = (bracket: Bracket): boolean => text.slice(0, bracket.start.offset - base).trim() === ''
  const rows: FrameRow[] = [
    { line, text: (lanesBeside(brackets, line, 'source', inline) + window.text).trimEnd() },
  ]
  const under = (row: MarkerRow): FrameRow => ({
    line: null,
    text: lanesBeside(brackets, line, 'under') + row.print(),
  })
  rows.push(...labelRows(here, window, base).map(under))
  for (const bracket of opening.filter((candidate) => !inline(candidate)))
    rows.push(bracketRow(brackets, bracket, line, bracket.start.offset - base, window, 'opens'))
  for (const bracket of closing)
    rows.push(
      bracketRow(brackets, bracket, line, Math.max(0, bracket.end.offset - base - 1), window, 'closes'),
    )
  return rows
}

/** The rows under a line: underlines with the rightmost text beside them, then the other texts, hung from bars. */
function labelRows(marks: readonly Mark[], window: LineWindow, base: number): readonly MarkerRow[] {
  const placed = marks.flatMap((mark) => {
    const span = window.span(mark.start.offset - base, mark.end.offset - base)
    return span === null ? [] : [{ ...mark, ...span }]
  })
  const clipped = marks.filter(
    (mark) => window.span(mark.start.offset - base, mark.end.offset - base) === null,
  )
  const underlines = markerRow()
  for (const mark of placed.toSorted((a, b) => a.sign.charCodeAt(0) - b.sign.charCodeAt(0)))
    underlines.fill(mark.from, mark.to, mark.sign, mark.paint)
  const byStart = placed.filter((mark) => mark.text !== '').toSorted((a, b) => a.from - b.from)
  const last = byStart.at(-1)
  const edge = Math.max(0, ...placed.map((mark) => mark.to))
  const beside = last !== undefined && last.to === edge ? last : undefined
  if (beside !== undefined) underlines.write(edge, ` ${beside.text}`, beside.paint)
  const hanging = byStart.filter((mark) => mark !== beside)
  const bars = (upTo: number): MarkerRow => {
    const row = markerRow()
    for (const mark of hanging.slice(0, upTo)) row.fill(mark.from, mark.from + 1, '│', mark.paint)
    return row
  }
  const rows = placed.length === 0 ? [] : [underlines]
  if (hanging.length > 0) rows.push(bars(hanging.length))
  for (let index = hanging.length - 1; index >= 0; index--) {
    const mark = hanging[index]
    if (mark === undefined) continue
    const row = bars(hanging.findIndex((other) => other.from === mark.from))
    row.write(mark.from, mark.text, mark.paint)
    rows.push(row)
  }
  return [...rows, ...clipped.map((mark) => elsewhere(mark))]
}

/** A label that points at a part of a very long line that is not shown. */
function elsewhere(mark: Mark): MarkerRow {
  const row = markerRow()
  row.write(0, `column ${String(mark.start.column)}: ${mark.text}`.trimEnd(), mark.paint)
  return row
}

type LanePlace = 'source' | 'under' | 'below'

/** The brackets' bars beside a row: two columns a lane. */
function lanesBeside(
  brackets: readonly Bracket[],
  line: number,
  place: LanePlace,
  inline: (bracket: Bracket) => boolean = () => false,
): string {
  return brackets
    .map((bracket) => {
      if (place === 'source' && bracket.start.line === line && inline(bracket))
        return `${bracket.paint('╭')} `
      const after = place === 'below' ? bracket.start.line <= line : bracket.start.line < line
      const reaches = place === 'below' ? bracket.end.line > line : bracket.end.line >= line
      return after && reaches ? `${bracket.paint('│')} ` : '  '
    })
    .join('')
}

/** `╭────^` under a bracket's first character, or `╰────^ text` under its last. */
function bracketRow(
  brackets: readonly Bracket[],
  bracket: Bracket,
  line: number,
  offset: number,
  window: LineWindow,
  kind: 'opens' | 'closes',
): FrameRow {
  const span = window.span(offset, offset + 1) ?? { from: 0, to: 1 }
  const row = markerRow()
  const others = brackets.filter((other) => other !== bracket)
  for (const other of others) {
    const open =
      kind === 'opens' ? other.start.line < line : other.start.line <= line && other.end.line > line
    if (open && other.end.line >= line) row.fill(2 * other.lane, 2 * other.lane + 1, '│', other.paint)
  }
  const left = 2 * bracket.lane
  const tip = 2 * brackets.length + span.from
  row.fill(left, left + 1, kind === 'opens' ? '╭' : '╰', bracket.paint)
  row.fill(left + 1, tip, '─', bracket.paint)
  row.fill(tip, tip + 1, bracket.sign, bracket.paint)
  if (kind === 'closes' && bracket.text !== '') row.write(tip + 1, ` ${bracket.text}`, bracket.paint)
  return { line: null, text: row.print() }
}
