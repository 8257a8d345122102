import type { Diagnostic } from '@plumbline/parser'

/** Diagnostics with private declarations of imported files called by the names that they have there. */
export function withoutAliases(
  diagnostics: readonly Diagnostic[],
  aliases: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  if (aliases.size === 0) return diagnostics
  const plain = (text: string): string => {
    let result = text
    for (const [alias, name] of aliases) result = result.replaceAll(alias, name)
    return result
  }
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: plain(diagnostic.message),
    notes: diagnostic.notes.map(plain),
  }))
}
