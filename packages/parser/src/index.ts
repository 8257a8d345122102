/**
 * `@plumbline/parser`: the text of a `.game` file to a syntax tree, with every mistake reported in one pass.
 * It knows declarations, entries and expressions, and none of the vocabulary.
 */
export type * from './ast.ts'
export { allExpressions, childrenOf, expressionsOf, walk } from './children.ts'
export * from './diagnostic.ts'
export { syntaxCatalogue } from './diagnostics/catalogue.ts'
export type { Remark, RemarkKind, Token } from './grammar/lex.ts'
export { maximumBytes, maximumDepth, maximumExponent, maximumNesting } from './grammar/limits.ts'
export { type LineTable, lineTable } from './line-table.ts'
export { defineFix, type FixDefinition, putIn } from './fixes/define-fix.ts'
export { insertWord, type MissingWord } from './fixes/insert-word.ts'
export { type Replacement, replaceWord } from './fixes/replace-word.ts'
export { type Loose, wrapInParentheses } from './fixes/wrap-in-parentheses.ts'
export { format } from './format/format.ts'
export { parse, parseExpression, type ParseResult } from './parse.ts'
export type { SourceFile, Span } from './span.ts'
