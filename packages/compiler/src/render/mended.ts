import type { Fix } from '@plumbline/parser'
import { markerRow } from './marker-row.ts'
import type { SourceLines } from './source-lines.ts'
import type { DiagnosticStyle } from './style.ts'
import { lineWindow } from './window.ts'
import type { FrameRow } from './frame.ts'

const mostLines = 6

/**
 * The lines of a file as a fix would leave them, what it puts in underlined with `+`. Empty where the fix only
 * takes lines away, or where it reaches over so many lines that its title says more than they would.
 */
export function mendedRows(
  lines: SourceLines,
  fix: Fix,
  style: DiagnosticStyle,
  width: number,
): readonly FrameRow[] {
  const edits = fix.edits.toSorted((a, b) => a.span.start - b.span.start)
  const [first, last] = [edits[0], edits.at(-1)]
  if (first === undefined || last === undefined) return []
  const { text } = lines.file
  const from = lines.position(first.span.start)
  const to = lines.position(last.span.end)
  const begin = lines.startOf(from.line)
  const end = lines.startOf(to.line) + lines.textOf(to.line).length
  let mended = ''
  let read = begin
  const added: { readonly start: number; readonly end: number }[] = []
  for (const edit of edits) {
    mended += text.slice(read, edit.span.start)
    if (edit.text !== '') added.push({ start: mended.length, end: mended.length + edit.text.length })
    mended += edit.text
    read = Math.max(read, edit.span.end)
  }
  mended += text.slice(read, Math.max(read, end))
  const shown = mended.split(/\r?\n/)
  const takesLines = added.length === 0 && to.line > from.line
  if (takesLines || shown.length > mostLines || shown.every((line) => line.trim() === '')) return []
  const rows: FrameRow[] = []
  let start = 0
  for (const [index, line] of shown.entries()) {
    rows.push(...rowsOfMendedLine(line, from.line + index, start, added, style, width))
    start += line.length
    start += mended.startsWith('\r\n', start) ? 2 : 1
  }
  return rows
}

function rowsOfMendedLine(
  line: string,
  number: number,
  start: number,
  added: readonly { readonly start: number; readonly end: number }[],
  style: DiagnosticStyle,
  width: number,
): readonly FrameRow[] {
  const parts = added
    .map((part) => ({ start: Math.max(0, part.start - start), end: Math.min(line.length, part.end - start) }))
    .filter((part) => part.start < part.end && line.slice(part.start, part.end).trim() !== '')
    .map((part) => withoutMargin(line, part))
  const window = lineWindow(line, parts[0] ?? { start: 0, end: 0 }, width)
  const row = markerRow()
  for (const part of parts) {
    const span = window.span(part.start, part.end)
    if (span !== null) row.fill(span.from, span.to, '+', style.help)
  }
  const marks = row.print()
  const source: FrameRow = { line: number, text: window.text }
  return marks === '' ? [source] : [source, { line: null, text: marks }]
}

/** Blanks at the ends of what was put in are not worth underlining. */
function withoutMargin(line: string, part: { start: number; end: number }): { start: number; end: number } {
  const text = line.slice(part.start, part.end)
  return {
    start: part.start + text.length - text.trimStart().length,
    end: part.end - text.length + text.trimEnd().length,
  }
}
