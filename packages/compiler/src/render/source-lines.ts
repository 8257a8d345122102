import type { SourceFile, Span } from '@plumbline/parser'

/** A place in a text: line and column (in UTF-16 units) count from 1, the offset from 0. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The lines of one file, and where its offsets stand in them. */
export interface SourceLines {
  readonly file: SourceFile
  readonly count: number
  /** Offset of the first character of line `line` (from 1). */
  startOf(line: number): number
  /** The text of a line without its end (`\n`, `\r\n` or a lone `\r`). */
  textOf(line: number): string
  /** Where an offset stands; past the end is the end. */
  position(offset: number): Position
}

/** Finds the lines of a file once; every look-up after that is a binary search. */
export function sourceLines(file: SourceFile): SourceLines {
  const { text } = file
  const starts: number[] = [0]
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length)
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  return {
    file,
    count: starts.length,
    startOf,
    textOf: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, ''),
    position: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length)
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= inside) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: inside - (starts[low] ?? 0) + 1, offset: inside }
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
