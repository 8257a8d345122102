import type { IToken } from 'chevrotain'
import type { BinaryNode, Expr } from '../ast.ts'
import { chained, needsParentheses } from '../diagnostics/expressions.ts'
import { tooDeep } from '../diagnostics/limits.ts'
import { retype } from '../grammar/lex.ts'
import type { ChainProblem } from '../grammar/climb.ts'
import { type GameGrammar, gameGrammar } from '../grammar/grammar.ts'
import { maximumDepth } from '../grammar/limits.ts'
import * as t from '../grammar/token-types.ts'
import { checkCharacters } from './check-characters.ts'
import { bad, type Reading, report, spanOfTokens } from './reading.ts'
import { replaceWord } from '../fixes/replace-word.ts'
import { wrapInParentheses } from '../fixes/wrap-in-parentheses.ts'

/** What a rule of the grammar made of a statement: its parts, or the token at which it could not go on. */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly parts: T; readonly sound: boolean }
  | { readonly kind: 'stopped'; readonly at: number }
  /** Already reported. */
  | { readonly kind: 'unreadable' }

/**
 * Runs a rule of the grammar over the tokens of one statement. Reports what is wrong with single characters and with
 * the depth and chaining of operators; a statement that does not fit the rule is the caller's to explain.
 *
 * @param heads - the statement is the head of a declaration, in which a bare `in` gives bounds
 */
export function parseStatement<T>(
  reading: Reading,
  rule: (grammar: GameGrammar) => T,
  from: number,
  to: number,
  heads = false,
): Parsed<T> {
  if (checkCharacters(reading, from, to)) return { kind: 'unreadable' }
  const grammar = gameGrammar()
  const input = reading.tokens.slice(from, to).map(({ raw, type }) => retype(raw, type))
  grammar.input = heads ? markBounds(input) : input
  grammar.depths.clear()
  const parts = rule(grammar)
  const [error] = grammar.errors
  const problems = grammar.problems
  grammar.problems = []
  if (error !== undefined) return { kind: 'stopped', at: indexOf(reading, error.token, from, to) }
  const [problem] = problems
  if (problem !== undefined) reportChain(reading, problem)
  return { kind: 'parsed', parts, sound: problem === undefined }
}

/** The value that some tokens are, for a statement that is already reported: a bad one where they are none. */
export function salvageValue(reading: Reading, from: number, to: number): Expr | null {
  if (to <= from) return null
  const quiet = { ...reading, diagnostics: [] }
  const parsed = parseStatement(quiet, (grammar) => grammar.expression(), from, to)
  return parsed.kind === 'parsed' && parsed.sound ? parsed.parts : bad(spanOfTokens(reading, from, to))
}

function indexOf(reading: Reading, token: IToken, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (reading.tokens[at]?.span.start === token.startOffset && token.image !== '') return at
  }
  return to
}

/** The first `in` outside of brackets becomes the one that gives bounds. */
function markBounds(input: readonly IToken[]): IToken[] {
  let depth = 0
  return input.map((token) => {
    if (token.tokenType === t.LeftParen || token.tokenType === t.LeftBracket) depth += 1
    if (token.tokenType === t.RightParen || token.tokenType === t.RightBracket) depth -= 1
    return token.tokenType === t.In && depth === 0 ? retype(token, t.Within) : token
  })
}

function reportChain(reading: Reading, problem: ChainProblem): void {
  if (problem.kind === 'too-deep') {
    report(reading, tooDeep, { limit: maximumDepth }, problem.span)
    return
  }
  if (problem.kind === 'loose') {
    const { span } = problem.part
    const written = reading.file.text.slice(span.start, span.end)
    report(reading, needsParentheses, { written, operator: problem.operator }, span, {
      fixes: [wrapInParentheses(reading.file, { span })],
    })
    return
  }
  const { node } = problem
  const instead = asRange(reading, node)
  const fixes =
    instead === null ? [] : [replaceWord(reading.file, { span: node.span, text: instead, surely: false })]
  report(reading, chained, { operator: node.operator, instead }, node.operatorSpan, { fixes })
}

/** `a <= x <= b` as `x in a .. b`; null where the two comparisons are no range. */
function asRange(reading: Reading, node: BinaryNode): string | null {
  const { left } = node
  if (left.kind !== 'binary') return null
  const text = (span: { start: number; end: number }): string => reading.file.text.slice(span.start, span.end)
  const [low, middle, high] = [text(left.left.span), text(left.right.span), text(node.right.span)]
  if (/^<=?$/.test(left.operator) && /^<=?$/.test(node.operator)) return `${middle} in ${low} .. ${high}`
  if (/^>=?$/.test(left.operator) && /^>=?$/.test(node.operator)) return `${middle} in ${high} .. ${low}`
  return null
}
