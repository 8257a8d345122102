import { lineTable, type SourceFile, type Span } from '@plumbline/parser'

/** A place in a text: line and column (in UTF-16 units) count from 1, the offset from 0. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The lines of one file, and where its offsets stand in them. */
export interface SourceLines {
  readonly file: SourceFile
  /** Offset of the first character of line `line` (from 1). */
  startOf(line: number): number
  /** The text of a line without its end (`\n` or `\r\n`). */
  textOf(line: number): string
  /** Where an offset stands; past the end is the end. */
  position(offset: number): Position
}

/** Finds the lines of a file once; every look-up after that is a binary search. */
export function sourceLines(file: SourceFile): SourceLines {
  const { text } = file
  const { starts, positionAt } = lineTable(text)
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  return {
    file,
    startOf,
    textOf: (line) => {
      const start = startOf(line)
      let end = startOf(line + 1)
      if (end > start && text[end - 1] === '\n') end--
      if (end > start && text[end - 1] === '\r') end--
      return text.slice(start, end)
    },
    position: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length)
      const { line, column } = positionAt(inside)
      return { line, column, offset: inside }
    },
  }
}

/** Start and end of a span as positions; an end just after a line's end counts to that line. */
export function placeOf(
  lines: SourceLines,
  span: Span,
): { readonly start: Position; readonly end: Position } {
  const start = lines.position(span.start)
  const end = lines.position(Math.max(span.start, span.end))
  if (end.line === start.line || end.column > 1) return { start, end }
  const line = end.line - 1
  const offset = lines.startOf(line) + lines.textOf(line).length
  return { start, end: { line, column: offset - lines.startOf(line) + 1, offset } }
}

/** Finds the lines of each file once, however often they are asked for. */
export function rememberedLines(): (file: SourceFile) => SourceLines {
  const known = new Map<SourceFile, SourceLines>()
  return (file) => {
    const lines = known.get(file) ?? sourceLines(file)
    known.set(file, lines)
    return lines
  }
}
