/**
 * `@plumbline/parser`: the text of a `.game` file to a syntax tree, with every mistake reported in one pass.
 * It knows declarations, entries and expressions, and none of the vocabulary.
 */
export type * from './ast.ts'
export type { Span, SourceFile } from './span.ts'
export * from './diagnostic.ts'
