import {
  blockAsValue, equalsInValue, missingOperand, missingOperator, reservedWord, unclosedBracket, unexpected,
  unmatchedBracket,
} from '../diagnostics/expressions.ts' // prettier-ignore
import { missingValue } from '../diagnostics/blocks.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { fix, placeAfter, type Reading, report, spanOfTokens, tokenBefore } from './reading.ts'
import { reserved, typeAt } from './statement-starts.ts'

/** The value that could not be read: its tokens, and the field or declaration whose value it is. */
export interface BrokenValue {
  readonly from: number
  readonly to: number
  /** In words: `latency`, `assert`. */
  readonly of: string
}

const operators = new Set(t.binaryOperators)
const operandStarts = new Set([
  t.NumberLiteral,
  t.Text,
  t.True,
  t.False,
  t.Name,
  t.Unit,
  t.LeftBracket,
  t.LeftParen,
])

/** Says, in one diagnostic, why the grammar stopped at token `at` of a value. */
export function explainStop(reading: Reading, at: number, value: BrokenValue): void {
  const { tokens } = reading
  const { from, to, of } = value
  if (to <= from) {
    report(reading, missingValue, { of }, tokenBefore(reading, from), { label: 'a value belongs after this' })
    return
  }
  const bracket = oddBracket(reading, from, to)
  const [before, here] = [typeAt(tokens, at - 1), at < to ? typeAt(tokens, at) : null]
  if (here === t.LeftBrace) return explainBlock(reading, at, value)
  if (here === t.Equals) {
    const span = spanOfTokens(reading, at, at + 1)
    return report(reading, equalsInValue, {}, span, {
      fixes: [fix(reading, "write '=='", span, '==', false)],
    })
  }
  if (bracket !== null) return explainBracket(reading, bracket, from, to)
  if (here !== null && reserved.has(here) && !operators.has(here)) {
    return report(reading, reservedWord, { word: tokens[at]?.text ?? '' }, spanOfTokens(reading, at, at + 1))
  }
  if (here !== null && operandStarts.has(here) && endsOperand(before) && at > from) {
    const [left, right] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '']
    return report(reading, missingOperator, { left, right }, spanOfTokens(reading, at - 1, at + 1), {
      label: 'something belongs between these',
    })
  }
  if (here === null || operators.has(here)) {
    const missing =
      here === null ? `after '${tokens[at - 1]?.text ?? ''}'` : `before '${tokens[at]?.text ?? ''}'`
    const span = here === null ? tokenBefore(reading, at) : spanOfTokens(reading, at, at + 1)
    return report(reading, missingOperand, { after: missing }, span)
  }
  const found = describeToken(tokens[at])
  const place = at === from ? `where the value of '${of}' begins` : `after '${tokens[at - 1]?.text ?? ''}'`
  report(reading, unexpected, { found, place }, spanOfTokens(reading, at, at + 1))
}

function endsOperand(type: ReturnType<typeof typeAt>): boolean {
  return type !== null && (type === t.RightParen || type === t.RightBracket || operandEnds.has(type))
}

const operandEnds = new Set([t.NumberLiteral, t.Text, t.True, t.False, t.Name, t.Unit])

function explainBlock(reading: Reading, at: number, { from, of }: BrokenValue): void {
  const span = spanOfTokens(reading, at, at + 1)
  if (at === from) return report(reading, blockAsValue, { field: of }, span)
  report(reading, unexpected, { found: "a '{'", place: `inside the value of '${of}'` }, span)
}

/** The first bracket of a statement without its partner. */
function oddBracket(reading: Reading, from: number, to: number): number | null {
  const open: number[] = []
  for (let at = from; at < to; at += 1) {
    const type = typeAt(reading.tokens, at)
    if (type === t.LeftParen || type === t.LeftBracket) open.push(at)
    if (type === t.RightParen || type === t.RightBracket) {
      const partner = open.pop()
      const wanted = type === t.RightParen ? t.LeftParen : t.LeftBracket
      if (partner === undefined) return at
      if (typeAt(reading.tokens, partner) !== wanted) return partner
    }
  }
  return open.at(-1) ?? null
}

function explainBracket(reading: Reading, at: number, from: number, to: number): void {
  const span = spanOfTokens(reading, at, at + 1)
  const type = typeAt(reading.tokens, at)
  if (type === t.RightParen || type === t.RightBracket) {
    const close = type === t.RightParen ? ')' : ']'
    return report(reading, unmatchedBracket, { close }, span, {
      fixes: [fix(reading, 'remove it', span, '', false)],
    })
  }
  const [open, close] = type === t.LeftParen ? ['(', ')'] : ['[', ']']
  const fixes = [fix(reading, `close it`, placeAfter(reading, to), close, false)]
  report(reading, unclosedBracket, { open, close }, span, to > from ? { fixes } : {})
}
