import type { Diagnostic, Fix, Label, SourceFile, Span } from '@plumbline/parser'
import { rememberedLines, type Position, type SourceLines } from './source-lines.ts'

interface JsonPlace {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

export interface JsonLabel extends JsonPlace {
  readonly text: string
}

export interface JsonFix {
  /** The kind of mend: `replace-word`, `add-unit`. */
  readonly name: string
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly JsonLabel[]
}

/** A diagnostic as a machine reads it; lines and columns (UTF-16 units) count from 1, offsets from 0. */
export interface JsonDiagnostic {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  /** Where it is, with the text of its label; null where no place in a file is to blame. */
  readonly primary: JsonLabel | null
  readonly secondary: readonly JsonLabel[]
  readonly notes: readonly string[]
  readonly fixes: readonly JsonFix[]
}

/**
 * Writes diagnostics for machines: one JSON object a line ({@link JsonDiagnostic}), each line ended.
 *
 * @returns `''` for no diagnostics
 */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const linesOf = rememberedLines()
  return diagnostics.map((diagnostic) => `${JSON.stringify(toJson(diagnostic, linesOf))}\n`).join('')
}

function toJson(diagnostic: Diagnostic, linesOf: (file: SourceFile) => SourceLines): JsonDiagnostic {
  const place = (file: SourceFile, span: Span, text: string): JsonLabel => {
    const lines = linesOf(file)
    return { file: file.name, start: lines.position(span.start), end: lines.position(span.end), text }
  }
  const label = ({ file, span, text }: Label): JsonLabel => place(file, span, text)
  const fix = ({ name, title, safe, file, edits }: Fix): JsonFix => ({
    name,
    title,
    safe,
    edits: edits.map(({ span, text }) => place(file, span, text)),
  })
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    message: diagnostic.message,
    primary: diagnostic.primary === null ? null : label(diagnostic.primary),
    secondary: diagnostic.secondary.map(label),
    notes: diagnostic.notes,
    fixes: diagnostic.fixes.map(fix),
  }
}
