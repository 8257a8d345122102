import type { Expr } from '../ast.ts'
import {
  diagnose,
  type Diagnostic,
  type DiagnosticDefinition,
  type DiagnosticDetails,
} from '../diagnostic.ts'
import type { Remark, Token } from '../grammar/lex.ts'
import type { SourceFile, Span } from '../span.ts'

/** One reading of a file: its tokens, how far they are read, and what was found wrong so far. */
export interface Reading {
  readonly file: SourceFile
  readonly tokens: readonly Token[]
  readonly remarks: readonly Remark[]
  readonly diagnostics: Diagnostic[]
  /** Documentation that a declaration or field has taken. */
  readonly documented: Set<Remark>
  /** The next token to read. */
  at: number
}

/** Reports a mistake at a place of the file. */
export function report<P>(
  reading: Reading,
  definition: DiagnosticDefinition<P>,
  parameters: P,
  span: Span,
  details: DiagnosticDetails = {},
): void {
  reading.diagnostics.push(diagnose(definition, parameters, { file: reading.file, span }, details))
}

/**
 * Whether a mistake at a place only follows from the one that was reported last: nothing but a brace stands between
 * the two, as where a brace and its neighbour have changed places.
 */
export function followsMistake({ diagnostics, file }: Reading, { start }: Span): boolean {
  const last = diagnostics.findLast(({ severity }) => severity === 'error')?.primary
  if (last === undefined || last === null || last.span.end > start) return false
  const between = file.text.slice(last.span.end, start).replace(/\/\/.*|\/\*[^]*?\*\//g, '')
  return /^\s*[{}][^\S\n]*\n?[^\S\n]*$/.test(between)
}

/** From the first to the last of some tokens; the end of the text where there are none. */
export function spanOfTokens(reading: Reading, from: number, to: number): Span {
  const first = reading.tokens[from]
  const last = reading.tokens[to - 1]
  if (first === undefined || last === undefined || to <= from) return placeAfter(reading, from)
  return { start: first.span.start, end: last.span.end }
}

/** The empty place right after the token before `at`. */
export function placeAfter(reading: Reading, at: number): Span {
  const end = reading.tokens[at - 1]?.span.end ?? 0
  return { start: end, end }
}

/** The last token before `at` as a place to point at. */
export function tokenBefore(reading: Reading, at: number): Span {
  return reading.tokens[at - 1]?.span ?? { start: 0, end: 0 }
}

export function bad(span: Span): Expr {
  return { kind: 'bad', span }
}
