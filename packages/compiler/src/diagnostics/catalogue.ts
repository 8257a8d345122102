import { type DiagnosticDefinition, syntaxCatalogue } from '@plumbline/parser'
import * as asserts from './asserts.ts'
import * as dimensions from './dimensions.ts'
import * as extensions from './extensions.ts'
import * as imports from './imports.ts'
import * as names from './names.ts'
import * as solving from './solving.ts'
import * as structure from './structure.ts'
import * as values from './values.ts'
import * as warnings from './warnings.ts'

/** A code with all that there is to say about it; its message needs what only its reporter knows. */
export type CatalogueEntry = DiagnosticDefinition<never>

const themes: readonly Readonly<Record<string, CatalogueEntry>>[] = [
  structure,
  names,
  imports,
  dimensions,
  values,
  asserts,
  solving,
  extensions,
  warnings,
]

/** Codes that this package defines. */
export const ownDiagnostics: readonly CatalogueEntry[] = themes.flatMap((theme) => Object.values(theme))

/** Every diagnostic of the language by its code, in the order of the codes. */
export const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  [...syntaxCatalogue, ...ownDiagnostics]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((definition) => [definition.code, definition]),
)
