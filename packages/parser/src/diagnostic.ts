import type { SourceFile, Span } from './span.ts'

export type Severity = 'error' | 'warning'

/** A place in a file with what to say about it. The primary label is the diagnostic's own place. */
export interface Label {
  readonly file: SourceFile
  readonly span: Span
  readonly text: string
}

/** A mechanical mend: replace each span of `file` by its text. `safe` fixes keep the meaning the author had. */
export interface Fix {
  /** Its kind, in kebab case: the name of its definition's file. */
  readonly name: string
  readonly title: string
  readonly safe: boolean
  readonly file: SourceFile
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}

/**
 * One thing to tell the author of a file: what, where, why, and what to write instead.
 *
 * `code` is stable (`E0214`, `W0603`) and explained by `plumb explain`.
 */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  /** Where it is; null only when no place in a file is to blame (a missing provider). */
  readonly primary: Label | null
  readonly secondary: readonly Label[]
  readonly notes: readonly string[]
  readonly fixes: readonly Fix[]
}

/**
 * The definition of one code: the one source of its message, `plumb explain` and its page in the docs.
 *
 * @typeParam P - what the message needs to know; leaving one out is a compile error.
 */
export interface DiagnosticDefinition<P> {
  readonly code: string
  /** A stable name in kebab case, for code and for search. */
  readonly name: string
  readonly severity: Severity
  readonly message: (parameters: P) => string
  /** One line: what the code is about, in general. */
  readonly title: string
  /** Markdown: what, why, and what to do. */
  readonly explanation: string
  /** A whole file that makes this diagnostic (and no other error), and the same file mended. */
  readonly failing: string
  /** Where `failing` is too long to show and only says what it would be: the whole of it. */
  readonly inFull?: () => string
  readonly mended: string
}

/** Declares a code. Identity at run time; it exists so that `P` is inferred from the message's parameter. */
export function defineDiagnostic<P>(definition: DiagnosticDefinition<P>): DiagnosticDefinition<P> {
  return definition
}

/** What a reporter may add to a diagnostic beyond its code, message and place. */
export interface DiagnosticDetails {
  readonly label?: string
  readonly secondary?: readonly Label[]
  readonly notes?: readonly string[]
  readonly fixes?: readonly Fix[]
}

/** Letters in a row that a message shows; of more, only the beginning and the end. */
const longestWord = 120

/** A sentence that no name makes too long to read. */
function readable(sentence: string): string {
  if (sentence.length <= longestWord) return sentence
  return sentence.replace(/\S+/g, (word) =>
    word.length <= longestWord ? word : `${word.slice(0, 80)}…${word.slice(-20)}`,
  )
}

/** Makes a diagnostic of a defined code at a place (null: no place in the file). */
export function diagnose<P>(
  definition: DiagnosticDefinition<P>,
  parameters: P,
  place: { readonly file: SourceFile; readonly span: Span } | null,
  details: DiagnosticDetails = {},
): Diagnostic {
  return {
    severity: definition.severity,
    code: definition.code,
    message: readable(definition.message(parameters)),
    primary:
      place === null ? null : { file: place.file, span: place.span, text: readable(details.label ?? '') },
    secondary: details.secondary ?? [],
    notes: details.notes?.map(readable) ?? [],
    fixes: details.fixes ?? [],
  }
}
