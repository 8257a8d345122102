import type { DiagnosticDetails, Fix, SourceFile, Span } from '@plumbline/parser'

/** A fix that replaces one span. */
export function replacement(file: SourceFile, span: Span, text: string, title: string, safe: boolean): Fix {
  return { title, safe, file, edits: [{ span, text }] }
}

/** "Did you mean", as a label and as a fix; `notes` stand where there is no suggestion. */
export function didYouMean(
  file: SourceFile,
  span: Span,
  suggestion: string | null,
  notes: readonly string[] = [],
): DiagnosticDetails {
  if (suggestion === null) return { notes }
  return {
    label: `did you mean '${suggestion}'?`,
    fixes: [replacement(file, span, suggestion, `write '${suggestion}'`, true)],
  }
}

/** A few words in quotes, as a sentence lists them. */
export function listWords(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`)
  const last = quoted.pop()
  if (last === undefined) return 'none'
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
