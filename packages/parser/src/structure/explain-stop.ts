import {
  blockAsValue, equalsInValue, missingOperand, missingOperator, reservedWord, unclosedBracket, unexpected,
  unmatchedBracket,
} from '../diagnostics/expressions.ts' // prettier-ignore
import { missingValue } from '../diagnostics/blocks.ts'
import { mendBlock } from '../fixes/parts-of-block.ts'
import * as t from '../grammar/token-types.ts'
import { describeToken } from './describe-token.ts'
import { explainForeignOperator } from './foreign-operators.ts'
import { placeAfter, type Reading, report, spanOfTokens, tokenBefore } from './reading.ts'
import { reserved, typeAt } from './statement-starts.ts'
import { closeIt } from '../fixes/close-it.ts'
import { insertSign } from '../fixes/insert-sign.ts'
import { removeIt } from '../fixes/remove-it.ts'
import { replaceWord } from '../fixes/replace-word.ts'

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
  if (explainForeignOperator(reading, at, from)) return
  if (here === t.Equals) return explainEquals(reading, at)
  if (bracket !== null) return explainBracket(reading, bracket, from, to)
  if (here !== null && reserved.has(here) && !operators.has(here)) {
    return report(reading, reservedWord, { word: tokens[at]?.text ?? '' }, spanOfTokens(reading, at, at + 1))
  }
  if (here !== null && operandStarts.has(here) && endsOperand(before) && at > from) {
    const [left, right] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '']
    const listed = isListed(reading, from, at)
    const fixes = listed
      ? [insertSign(reading.file, { at: placeAfter(reading, at).end, text: ',', surely: false })]
      : []
    return report(reading, missingOperator, { left, right, listed }, spanOfTokens(reading, at - 1, at + 1), {
      label: 'something belongs between these',
      notes: /^(?:by|steps?)$/.test(right)
        ? ["values between two ends are counted: 'linear(0 USD, 1 USD, 11)' is eleven of them"]
        : [],
      fixes,
    })
  }
  if (of === 'assert' && (here === t.Comma || before === t.Comma)) {
    return explainComma(reading, here === t.Comma ? at : at - 1, here === null)
  }
  if (here === null || operators.has(here)) {
    const missing =
      here === null ? `after '${tokens[at - 1]?.text ?? ''}'` : `before '${tokens[at]?.text ?? ''}'`
    const span = here === null ? tokenBefore(reading, at) : spanOfTokens(reading, at, at + 1)
    const what = here === null && before === t.Dot ? 'name' : 'value'
    return report(reading, missingOperand, { what, place: missing }, span)
  }
  const found = describeToken(tokens[at])
  const place = at === from ? `where the value of '${of}' begins` : `after '${tokens[at - 1]?.text ?? ''}'`
  const wantsList = here === t.Comma && endsOperand(before)
  const notes = wantsList
    ? ["several values stand in a list: '[', then the values with commas between, then ']'"]
    : []
  report(reading, unexpected, { found, place }, spanOfTokens(reading, at, at + 1), { notes })
}

/** A comma in an assert joins no conditions. */
function explainComma(reading: Reading, at: number, last: boolean): void {
  const span = spanOfTokens(reading, at, at + 1)
  const place = `after the condition${last ? '' : ": two conditions are joined by 'and'"}`
  const mend = last
    ? removeIt(reading.file, { span })
    : replaceWord(reading.file, { span, text: ' and', surely: false })
  report(reading, unexpected, { found: "','", place }, span, { fixes: [mend] })
}

/** Whether a token of a value stands in a list or between the arguments of a call. */
function isListed(reading: Reading, from: number, at: number): boolean {
  const open: boolean[] = []
  for (let place = from; place < at; place += 1) {
    const type = typeAt(reading.tokens, place)
    const before = typeAt(reading.tokens, place - 1)
    if (type === t.LeftBracket) open.push(true)
    if (type === t.LeftParen) open.push(before === t.Name && place > from)
    if (type === t.RightParen || type === t.RightBracket) open.pop()
  }
  return open.at(-1) === true
}

/** `=` where a value is: it names an argument in a call, and compares elsewhere. */
function explainEquals(reading: Reading, at: number): void {
  const { tokens } = reading
  const span = spanOfTokens(reading, at, at + 1)
  const before = typeAt(tokens, at - 2)
  const named = typeAt(tokens, at - 1) === t.Name && (before === t.LeftParen || before === t.Comma)
  const instead = named ? ':' : '=='
  report(reading, equalsInValue, { instead }, span, {
    fixes: [replaceWord(reading.file, { span, text: instead, surely: false })],
  })
}

function endsOperand(type: ReturnType<typeof typeAt>): boolean {
  return type !== null && (type === t.RightParen || type === t.RightBracket || operandEnds.has(type))
}

const operandEnds = new Set([t.NumberLiteral, t.Text, t.True, t.False, t.Name, t.Unit])

function explainBlock(reading: Reading, at: number, { from, of }: BrokenValue): void {
  const span = spanOfTokens(reading, at, at + 1)
  if (at === from) {
    return report(reading, blockAsValue, { field: of }, span, { fixes: mendBlock(reading, at, of) })
  }
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
      fixes: [removeIt(reading.file, { span, surely: false })],
    })
  }
  const [open, close] = type === t.LeftParen ? ['(', ')'] : ['[', ']']
  const fixes = [closeIt(reading.file, { at: placeAfter(reading, to).end, text: close })]
  report(reading, unclosedBracket, { open, close }, span, to > from ? { fixes } : {})
}
