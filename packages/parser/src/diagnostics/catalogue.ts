import type { DiagnosticDefinition } from '../diagnostic.ts'
import * as blocks from './blocks.ts'
import * as characters from './characters.ts'
import * as declarations from './declarations.ts'
import * as documentation from './documentation.ts'
import * as expressions from './expressions.ts'
import * as limits from './limits.ts'

/** Every code of the parser, in ascending order. */
export const syntaxCatalogue: readonly DiagnosticDefinition<never>[] = [
  ...Object.values(characters),
  ...Object.values(expressions),
  ...Object.values(blocks),
  ...Object.values(declarations),
  ...Object.values(limits),
  ...Object.values(documentation),
].toSorted((a, b) => (a.code < b.code ? -1 : 1))
