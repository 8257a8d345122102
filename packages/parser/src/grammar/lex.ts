import { type IToken, Lexer, type TokenType } from 'chevrotain'
import { lineTable } from '../line-table.ts'
import type { SourceFile, Span } from '../span.ts'
import {
  Colon, Dot, Doc, HashComment, LeftParen, Name, NumberLiteral, tokenTypes, Unit, UnclosedComment,
} from './token-types.ts' // prettier-ignore

/** A token of the grammar with its place. `first`: nothing but blanks and comments stand before it on its line. */
export interface Token {
  readonly type: TokenType
  readonly text: string
  readonly span: Span
  readonly line: number
  readonly column: number
  readonly first: boolean
  /** Chevrotain's own, which its parser takes. */
  readonly raw: IToken
}

export type RemarkKind = 'doc' | 'line' | 'hash' | 'block' | 'unclosed'

/** A comment: kept beside the tokens, for documentation and for the formatter. */
export interface Remark {
  readonly kind: RemarkKind
  readonly text: string
  readonly span: Span
  readonly line: number
  /** How many tokens stand before it in the file. */
  readonly before: number
}

export interface Lexed {
  readonly tokens: readonly Token[]
  readonly remarks: readonly Remark[]
}

let lexer: Lexer | undefined

function gameLexer(): Lexer {
  lexer ??= new Lexer([...tokenTypes], {
    positionTracking: 'onlyOffset',
    ensureOptimizations: true,
    skipValidations: true,
  })
  return lexer
}

/** The tokens and comments of a text; every character is in one of them or blank. Never fails. */
export function lex(file: SourceFile): Lexed {
  const { raws, remarks: comments } = tokenize(file.text)
  const table = lineTable(file.text)
  const lines = linesOf(raws, table.starts)
  const tokens = raws.map((raw, index): Token => {
    const line = lines[index] ?? 1
    const column = Math.max(1, raw.startOffset - (table.starts[line - 1] ?? 0) + 1)
    const first = line !== lines[index - 1]
    const type = isUnit(raws, index, lines) ? Unit : raw.tokenType
    const span = spanOf(raw)
    return { type, text: raw.image, span, line, column, first, raw: retype(raw, type) }
  })
  let before = 0
  const remarks = comments.map((raw): Remark => {
    while (before < tokens.length && (tokens[before]?.span.start ?? 0) < raw.startOffset) before += 1
    const { line } = table.positionAt(raw.startOffset)
    return { kind: remarkKind(raw), text: raw.image, span: spanOf(raw), line, before }
  })
  return { tokens, remarks }
}

interface Raw {
  readonly raws: readonly IToken[]
  readonly remarks: readonly IToken[]
}

/**
 * Cuts a text into tokens and comments. A comment that is never closed ends, for what follows to be read, before the
 * next line that looks like a declaration, a field or the end of a block.
 */
function tokenize(text: string): Raw {
  const { tokens: raws, groups } = gameLexer().tokenize(text)
  const remarks = groups['remarks'] ?? []
  const open = remarks.at(-1)
  if (open?.tokenType !== UnclosedComment) return { raws, remarks }
  const goesOn =
    /^[ \t]*(?:(?:assert|import)\b|[\p{L}_][\p{L}\p{Nd}_]*[ \t]+[\p{L}_][\p{L}\p{Nd}_]*[ \t]*["={]|\}|[\p{L}_][\p{L}\p{Nd}_.]*[ \t]*:)/gmu
  goesOn.lastIndex = open.startOffset + 2
  const next = goesOn.exec(text)
  if (next === null) return { raws, remarks }
  const rest = gameLexer().tokenize(' '.repeat(next.index) + text.slice(next.index))
  const closed = { ...open, image: text.slice(open.startOffset, next.index).trimEnd() }
  return {
    raws: [...raws, ...rest.tokens],
    remarks: [...remarks.slice(0, -1), closed, ...(rest.groups['remarks'] ?? [])],
  }
}

/** The token with another type: Chevrotain compares types by index. */
export function retype(raw: IToken, type: TokenType): IToken {
  return raw.tokenType === type ? raw : { ...raw, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 }
}

function spanOf(raw: IToken): Span {
  return { start: raw.startOffset, end: raw.startOffset + raw.image.length }
}

function remarkKind(raw: IToken): RemarkKind {
  if (raw.tokenType === Doc) return 'doc'
  if (raw.tokenType === UnclosedComment) return 'unclosed'
  if (raw.tokenType === HashComment) return 'hash'
  return raw.image.startsWith('/*') ? 'block' : 'line'
}

/** The lines on which tokens start, in one walk over both. */
function linesOf(raws: readonly IToken[], starts: readonly number[]): readonly number[] {
  let line = 1
  return raws.map(({ startOffset }) => {
    while ((starts[line] ?? Infinity) <= startOffset) line += 1
    return line
  })
}

/** A number takes the next name on its line as its unit, unless `:`, `.` or `(` follows that name on that line. */
function isUnit(raws: readonly IToken[], index: number, lines: readonly number[]): boolean {
  const [number, name, next] = [raws[index - 1], raws[index], raws[index + 1]]
  if (number?.tokenType !== NumberLiteral || name?.tokenType !== Name) return false
  const line = lines[index]
  if (lines[index - 1] !== line) return false
  if (next === undefined || lines[index + 1] !== line) return true
  return next.tokenType !== Colon && next.tokenType !== Dot && next.tokenType !== LeftParen
}
