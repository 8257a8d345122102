import type { Diagnostic, Fix, SourceFile } from '@plumbline/parser'

/** A text that was mended. */
export interface Mended {
  readonly text: string
  /** Titles of the fixes that were applied, in order. */
  readonly applied: readonly string[]
}

const mostRounds = 20

/**
 * Mends a file by the fixes that are safe: those that keep what its author meant. Applies them until nothing more
 * comes of it, and only as long as mistakes become fewer.
 *
 * @param check - the diagnostics of a text in place of the file's
 */
export function mendFile(file: SourceFile, check: (file: SourceFile) => readonly Diagnostic[]): Mended {
  let current = file
  let diagnostics = check(file)
  const applied: string[] = []
  for (let round = 0; round < mostRounds; round++) {
    const next = applyFixes(current, diagnostics)
    if (next.applied.length === 0 || next.text === current.text) break
    const mended = { ...current, text: next.text }
    const after = check(mended)
    if (!isBetter(after, diagnostics)) break
    current = mended
    diagnostics = after
    applied.push(...next.applied)
  }
  return { text: current.text, applied }
}

/** Applies the first safe fix of each diagnostic to the file's text, leaving out those that touch one another. */
export function applyFixes(file: SourceFile, diagnostics: readonly Diagnostic[]): Mended {
  const chosen: Fix[] = []
  for (const { fixes } of diagnostics) {
    const fix = fixes.find((each) => each.safe && each.file.name === file.name)
    if (fix !== undefined && !chosen.some((other) => touch(fix, other))) chosen.push(fix)
  }
  const edits = chosen.flatMap((fix) => fix.edits).toSorted((a, b) => b.span.start - a.span.start)
  let { text } = file
  for (const { span, text: put } of edits) text = text.slice(0, span.start) + put + text.slice(span.end)
  return { text, applied: chosen.map(({ title }) => title) }
}

function touch(one: Fix, other: Fix): boolean {
  return one.edits.some(({ span: a }) =>
    other.edits.some(({ span: b }) => a.start <= b.end && b.start <= a.end),
  )
}

/** Fewer mistakes of syntax, which hide others; or as many of these and fewer errors; or no errors before and after. */
function isBetter(after: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const syntax = errorsIn(after, 'E01') - errorsIn(before, 'E01')
  const all = errorsIn(after, 'E') - errorsIn(before, 'E')
  return syntax < 0 || (syntax === 0 && (all < 0 || (all === 0 && errorsIn(before, 'E') === 0)))
}

function errorsIn(diagnostics: readonly Diagnostic[], code: string): number {
  return diagnostics.filter((each) => each.severity === 'error' && each.code.startsWith(code)).length
}
