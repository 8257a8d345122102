/**
 * Where things start: the rules by which a broken file falls into declarations and fields all the same. They look at
 * tokens, lines and columns only, so that what is wrong inside of one statement stays inside of it.
 */
import type { TokenType } from 'chevrotain'
import type { Token } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'

export type Tokens = readonly Token[]

export function typeAt(tokens: Tokens, at: number): TokenType | null {
  return tokens[at]?.type ?? null
}

function sameLine(tokens: Tokens, a: number, b: number): boolean {
  const [left, right] = [tokens[a], tokens[b]]
  return left !== undefined && right !== undefined && left.line === right.line
}

/**
 * Whether a declaration, an assert or an import starts at a token.
 *
 * @param column - of the innermost open declaration, null outside of all
 */
export function startsItem(tokens: Tokens, at: number, column: number | null): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const before = typeAt(tokens, at - 1)
  const fresh = column === null && (before === t.RightBrace || before === t.Semicolon || before === null)
  if (!token.first && !fresh) return false
  // A brace right behind has changed places with it.
  if (token.type === t.Assert && column !== null && typeAt(tokens, at + 1) === t.RightBrace) return false
  if (token.type === t.Assert || token.type === t.Import) return true
  if (token.type !== t.Name) return false
  const outside = column === null || token.column <= column
  const [second, third] = [typeAt(tokens, at + 1), typeAt(tokens, at + 2)]
  if (second === t.Name && sameLine(tokens, at, at + 1)) {
    return outside || third === t.LeftBrace || third === t.Equals || third === t.In || third === t.Text
  }
  if (second === t.Text && sameLine(tokens, at, at + 1)) return third === t.LeftBrace || third === t.Equals
  return outside && (second === t.Equals || opensBlock(tokens, at) || isWordName(tokens, at))
}

/** A head that is broken, but whose line ends in a block: `model gpt-4.1 {`, `model {`. */
function opensBlock(tokens: Tokens, at: number): boolean {
  for (let next = at + 1; sameLine(tokens, at, next); next += 1) {
    const type = typeAt(tokens, next)
    if (type === t.LeftBrace) return true
    if (type === t.Colon || type === t.RightBrace || type === t.LeftParen || type === t.Semicolon)
      return false
  }
  return false
}

/** A word of the language, or a number with a unit, where a name belongs: `let true = 3`, `param 4o = 3`. */
function isWordName(tokens: Tokens, at: number): boolean {
  const second = typeAt(tokens, at + 1)
  if (second === null || !sameLine(tokens, at, at + 1)) return false
  if (second === t.NumberLiteral) return true
  return reserved.has(second) && typeAt(tokens, at + 2) === t.Equals
}

/** The words of the language that cannot be names. */
export const reserved: ReadonlySet<TokenType> = new Set([
  t.Import, t.From, t.In, t.Of, t.And, t.Or, t.Not, t.Assert, t.True, t.False,
]) // prettier-ignore

/** The index of the colon of a path that starts at a token, all on one line; null where there is none. */
export function colonOfPath(tokens: Tokens, at: number): number | null {
  return signAfterPath(tokens, at, t.Colon)
}

/** The index of a sign behind a path `a.b.c` that starts at a token, all on one line; null where there is none. */
export function signAfterPath(tokens: Tokens, at: number, sign: TokenType): number | null {
  if (typeAt(tokens, at) !== t.Name || typeAt(tokens, at - 1) === t.Dot) return null
  let next = at + 1
  while (typeAt(tokens, next) === t.Dot && typeAt(tokens, next + 1) === t.Name) next += 2
  return typeAt(tokens, next) === sign && sameLine(tokens, at, next) ? next : null
}

const openers: ReadonlySet<TokenType> = new Set([t.LeftParen, t.LeftBracket])
const closers: ReadonlySet<TokenType> = new Set([t.RightParen, t.RightBracket])
const infix: ReadonlySet<TokenType> = new Set(t.binaryOperators)
const expectsMore: ReadonlySet<TokenType> = new Set([
  ...t.binaryOperators, ...openers, t.Not, t.Within, t.Equals, t.Colon, t.Comma, t.Dot, t.Assert,
]) // prettier-ignore
const goesOn: ReadonlySet<TokenType> = new Set([
  ...t.binaryOperators, ...closers, t.Within, t.Dot, t.Comma, t.Unknown,
]) // prettier-ignore

const separable: ReadonlySet<TokenType> = new Set([
  t.Name, t.Comma, t.Semicolon, t.Colon, t.RightBrace, t.LeftBrace,
]) // prettier-ignore

/** Which statement a value belongs to: a field ends at commas, a head at its block, an assert at its message. */
export type StatementKind = 'entry' | 'head' | 'assert' | 'import'

/**
 * Where the statement ends whose tokens from `from` on are its value: at the next thing that starts, at the end of a
 * line that wants no more, at a comma, semicolon or brace outside of brackets.
 *
 * @param column - of the innermost open declaration, null outside of all
 */
export function statementEnd(
  tokens: Tokens,
  from: number,
  kind: StatementKind,
  column: number | null,
): number {
  const stack: { readonly call: boolean }[] = []
  let at = from
  for (; at < tokens.length; at += 1) {
    const type = typeAt(tokens, at)
    const before = typeAt(tokens, at - 1)
    const first = tokens[at]?.first === true
    if (type === null || (startsItem(tokens, at, column) && first)) return at
    if (type === t.RightBrace) return at
    if (type === t.LeftBrace) {
      if (kind === 'head' || kind === 'assert') return at
      at = skipBlock(tokens, at, column) - 1
      continue
    }
    if (stack.length === 0 && (type === t.Semicolon || (type === t.Comma && endsAtComma(tokens, at, kind))))
      return at
    if (colonOfPath(tokens, at) !== null && kind !== 'import') {
      const argument = stack.at(-1)?.call === true && (before === t.Comma || before === t.LeftParen)
      if (!argument && (stack.length === 0 || first)) return at
    }
    if (first && at > from && stack.length === 0 && !continues(before, type, kind)) return at
    if (openers.has(type)) stack.push({ call: type === t.LeftParen && isCallee(before) })
    if (closers.has(type)) stack.pop()
  }
  return at
}

function isCallee(before: TokenType | null): boolean {
  return before === t.Name || before === t.RightParen
}

function continues(before: TokenType | null, type: TokenType, kind: StatementKind): boolean {
  if ((before !== null && expectsMore.has(before)) || goesOn.has(type) || infix.has(type)) return true
  return type === t.Text && (kind === 'assert' || kind === 'head')
}

/** A comma ends a field where a name, a sign or a new line follows, a head where a new line does; not in `1,000`. */
function endsAtComma(tokens: Tokens, at: number, kind: StatementKind): boolean {
  if (kind === 'import' || kind === 'assert') return false
  const next = tokens[at + 1]
  return next === undefined || next.first || (kind === 'entry' && separable.has(next.type))
}

/** The index after the block that opens at a token; an unclosed one ends where the next item starts. */
export function skipBlock(tokens: Tokens, open: number, column: number | null): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (at > open && startsItem(tokens, at, column) && tokens[at]?.first === true) return at
    if (typeAt(tokens, at) === t.LeftBrace) depth += 1
    if (typeAt(tokens, at) === t.RightBrace && (depth -= 1) === 0) return at + 1
  }
  return tokens.length
}
