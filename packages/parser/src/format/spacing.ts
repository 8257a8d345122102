import type { TokenType } from 'chevrotain'
import type { Token } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'

const operators: ReadonlySet<TokenType> = new Set(t.binaryOperators)
const tightable: ReadonlySet<TokenType> = new Set([t.Times, t.Divide, t.Power])
const openers: ReadonlySet<TokenType> = new Set([t.LeftParen, t.LeftBracket])
const closers: ReadonlySet<TokenType> = new Set([t.RightParen, t.RightBracket])

/**
 * Whether a blank stands between two neighbours of one line. Units in products keep the author's choice: `65 tok/s`
 * stays tight, and `a * b` stays wide.
 *
 * @param at - index of the right one
 */
export function isSpaced(tokens: readonly Token[], at: number): boolean {
  const [before, left, right] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (left === undefined || right === undefined) return false
  if (right.type === t.Comma || right.type === t.Colon || closers.has(right.type)) return false
  // A '.' that touches a number is read as a part of it.
  if (left.type === t.NumberLiteral && right.type === t.Dot) return true
  if (openers.has(left.type) || left.type === t.Dot || right.type === t.Dot) return false
  if (right.type === t.LeftParen && (left.type === t.Name || left.type === t.RightParen)) return false
  if (left.type === t.Minus && isPrefix(before)) return false
  if (tightable.has(right.type)) return !isTight(tokens, at)
  if (tightable.has(left.type)) return !isTight(tokens, at - 1)
  return true
}

/** Whether a `-` after this token is a sign rather than a difference. */
function isPrefix(before: Token | undefined): boolean {
  if (before === undefined) return true
  const { type } = before
  return (
    operators.has(type) || openers.has(type) ||
    [t.Comma, t.Colon, t.Equals, t.Not, t.Assert, t.Within].some((other) => other === type)
  ) // prettier-ignore
}

/** Whether the author left no blank on either side of an operator. */
function isTight(tokens: readonly Token[], at: number): boolean {
  const [left, operator, right] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (left === undefined || operator === undefined || right === undefined) return false
  return left.span.end === operator.span.start && operator.span.end === right.span.start
}
