import {
  type Diagnostic,
  type DiagnosticDefinition,
  type DiagnosticDetails,
  diagnose,
  type SourceFile,
  type Span,
} from '@plumbline/parser'

/** A span of some file. */
export interface Place {
  readonly file: SourceFile
  readonly span: Span
}

/** Where passes say what is wrong. */
export interface Reporter {
  readonly report: <P>(
    definition: DiagnosticDefinition<P>,
    parameters: P,
    place: Place | null,
    details?: DiagnosticDetails,
  ) => void
  /** Takes back what was said with one of these codes about a part of a place, because something graver is. */
  readonly withdraw: (codes: readonly string[], place: Place) => readonly Diagnostic[]
}

/** A reporter that collects, and what it has collected. */
export function collectReports(): {
  readonly reporter: Reporter
  readonly diagnostics: () => readonly Diagnostic[]
} {
  let collected: Diagnostic[] = []
  const reporter: Reporter = {
    report: (definition, parameters, place, details) => {
      collected.push(diagnose(definition, parameters, place, details))
    },
    withdraw: (codes, { file, span }) => {
      const isMeant = ({ code, primary }: Diagnostic): boolean =>
        codes.includes(code) &&
        primary?.file === file &&
        primary.span.start >= span.start &&
        primary.span.end <= span.end
      const withdrawn = collected.filter(isMeant)
      if (withdrawn.length > 0) collected = collected.filter((diagnostic) => !isMeant(diagnostic))
      return withdrawn
    },
  }
  return { reporter, diagnostics: () => collected }
}

/** A reporter that says nothing: for what the parser had to mend, about which it has spoken already. */
export const silent: Reporter = { report: () => undefined, withdraw: () => [] }

/** Diagnostics in the order in which one reads: by file (the given one first), place and severity. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], file: SourceFile): readonly Diagnostic[] {
  const rank = ({ primary }: Diagnostic): number => (primary === null ? 2 : primary.file === file ? 0 : 1)
  return diagnostics.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.primary?.file.name ?? '').localeCompare(b.primary?.file.name ?? '') ||
      (a.primary?.span.start ?? 0) - (b.primary?.span.start ?? 0) ||
      a.severity.localeCompare(b.severity),
  )
}
