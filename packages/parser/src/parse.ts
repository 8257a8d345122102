import type { Expr, FileNode } from './ast.ts'
import type { Diagnostic } from './diagnostic.ts'
import { unclosedComment, unknownCharacter } from './diagnostics/characters.ts'
import { tooLarge, tooNested } from './diagnostics/limits.ts'
import { lex, type Lexed, type Remark, type Token } from './grammar/lex.ts'
import { maximumBytes, maximumNesting } from './grammar/limits.ts'
import * as t from './grammar/token-types.ts'
import type { SourceFile, Span } from './span.ts'
import { explainStop } from './structure/explain-stop.ts'
import { parseStatement } from './structure/parse-statement.ts'
import { readItems } from './structure/read-items.ts'
import { bad, type Reading, report } from './structure/reading.ts'
import { reportLostDocumentation } from './structure/take-documentation.ts'
import { closeIt } from './fixes/close-it.ts'
import { replaceWord } from './fixes/replace-word.ts'

export interface ParseResult {
  readonly file: FileNode
  /** In the order of their places. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every token and every comment: with the text between them, the whole file. */
  readonly tokens: readonly Token[]
  readonly remarks: readonly Remark[]
}

/**
 * Reads the text of a `.game` file. Never throws: every mistake is a diagnostic, and what could be read is in the
 * tree. The cost is linear in the length of the text.
 */
export function parse(file: SourceFile): ParseResult {
  const { lexed, reading } = begin(file)
  const items = reading === null ? [] : readItems(reading)
  if (reading !== null) reportLostDocumentation(reading)
  return {
    file: { kind: 'file', span: { start: 0, end: file.text.length }, items },
    diagnostics: sorted(reading?.diagnostics ?? lexed.diagnostics),
    tokens: lexed.tokens,
    remarks: lexed.remarks,
  }
}

/** Reads a text that is one expression, such as the value of `--set churn="0.2 USD"`. */
export function parseExpression(file: SourceFile): {
  readonly expression: Expr
  readonly diagnostics: readonly Diagnostic[]
} {
  const { lexed, reading } = begin(file)
  const whole: Span = { start: 0, end: file.text.length }
  if (reading === null) return { expression: bad(whole), diagnostics: lexed.diagnostics }
  const end = reading.tokens.length
  const parsed = parseStatement(reading, (grammar) => grammar.expression(), 0, end)
  if (parsed.kind === 'stopped') explainStop(reading, parsed.at, { from: 0, to: end, of: file.name })
  const expression = parsed.kind === 'parsed' && parsed.sound ? parsed.parts : bad(whole)
  return { expression, diagnostics: sorted(reading.diagnostics) }
}

interface Beginning {
  readonly lexed: Lexed & { readonly diagnostics: readonly Diagnostic[] }
  /** Null where nothing may be read, for the file is beyond a limit. */
  readonly reading: Reading | null
}

/** Lexes a file within its limits; a file beyond them is not read. */
function begin(file: SourceFile): Beginning {
  const empty: Lexed = { tokens: [], remarks: [] }
  const large = isTooLarge(file.text)
  const lexed = large ? empty : lex(file)
  const within: Reading = { file, ...lexed, diagnostics: [], documented: new Set(), at: 0 }
  if (large) {
    report(within, tooLarge, { limit: maximumBytes / 1024 / 1024 }, { start: 0, end: 0 })
    return { lexed: { ...empty, diagnostics: within.diagnostics }, reading: null }
  }
  reportComments(within)
  const deep = deepestBracket(lexed.tokens)
  if (deep !== null) {
    report(within, tooNested, { limit: maximumNesting }, deep)
    return { lexed: { ...lexed, diagnostics: within.diagnostics }, reading: null }
  }
  return { lexed: { ...lexed, diagnostics: within.diagnostics }, reading: within }
}

/** Reports comments in the notation of other languages, and the first that is never closed. */
function reportComments(reading: Reading): void {
  for (const { kind, span } of reading.remarks) {
    if (kind !== 'hash') continue
    const mark = { start: span.start, end: span.start + 1 }
    const parameters = { character: '#', advice: "comments begin with '//'" }
    report(reading, unknownCharacter, parameters, mark, {
      fixes: [replaceWord(reading.file, { span: mark, text: '//' })],
    })
  }
  const unclosed = reading.remarks.find(({ kind }) => kind === 'unclosed')
  if (unclosed === undefined) return
  const { start, end } = unclosed.span
  const fixes = [closeIt(reading.file, { at: end, text: ' */' })]
  report(reading, unclosedComment, {}, { start, end: start + 2 }, { label: 'it begins here', fixes })
}

function isTooLarge(text: string): boolean {
  if (text.length > maximumBytes) return true
  return text.length * 3 > maximumBytes && new TextEncoder().encode(text).length > maximumBytes
}

/** Where brackets are first nested beyond the limit; null where they are not. */
function deepestBracket(tokens: readonly Token[]): Span | null {
  let depth = 0
  for (const { type, span } of tokens) {
    if (type === t.LeftParen || type === t.LeftBracket || type === t.LeftBrace) depth += 1
    if (type === t.RightParen || type === t.RightBracket || type === t.RightBrace)
      depth = Math.max(0, depth - 1)
    if (depth > maximumNesting) return span
  }
  return null
}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => (a.primary?.span.start ?? 0) - (b.primary?.span.start ?? 0))
}
