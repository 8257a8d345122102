import type { Diagnostic } from '@plumbline/parser'
import type { Declarations } from '../names/declarations.ts'
import { isPrivate } from './privateNames.ts'

/** Diagnostics with private declarations of imported files called by the names that they have there. */
export function withoutPrivateNames(
  diagnostics: readonly Diagnostic[],
  { all }: Declarations,
): readonly Diagnostic[] {
  const names = all.flatMap(({ name }) => (isPrivate(name) ? [name] : []))
  if (names.length === 0) return diagnostics
  const plain = (text: string): string =>
    names.reduce((known, name) => known.replaceAll(name, name.slice(0, name.lastIndexOf('@'))), text)
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: plain(diagnostic.message),
    notes: diagnostic.notes.map(plain),
  }))
}
