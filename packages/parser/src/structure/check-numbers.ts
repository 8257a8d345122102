import { hugeExponent, malformedNumber } from '../diagnostics/characters.ts'
import { maximumExponent } from '../grammar/limits.ts'
import type { Token } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'
import { type Reading, report } from './reading.ts'
import { replaceWord } from '../fixes/replace-word.ts'

/**
 * Reports a number in another notation (`.5`, `1,000`, `2.5.3`) that begins at a token, or one beyond all measure.
 *
 * @param bracketed - inside of brackets a comma separates, unless what follows it could be no number of its own
 * @returns whether something was reported
 */
export function checkNumber(reading: Reading, at: number, bracketed: boolean): boolean {
  const { tokens } = reading
  const token = tokens[at]
  if (token === undefined) return false
  const end = endOfNumber(tokens, at, bracketed)
  const first = startOfNumber(tokens, at)
  if (first === null) return false
  if (token.type === t.BadNumber || end > at + 1) {
    const span = {
      start: tokens[first]?.span.start ?? token.span.start,
      end: tokens[end - 1]?.span.end ?? token.span.end,
    }
    const written = reading.file.text.slice(span.start, span.end)
    const instead = inOurNotation(written)
    const fixes = instead === null ? [] : [replaceWord(reading.file, { span, text: instead })]
    report(reading, malformedNumber, { written: shortened(written), instead }, span, { fixes })
    return true
  }
  const [next, after] = [tokens[at + 1], tokens[at + 2]]
  if (next?.type === t.Dot && touch(token, next) && !(after?.type === t.Name && touch(next, after))) {
    const span = { start: token.span.start, end: next.span.end }
    const fixes = [replaceWord(reading.file, { span, text: token.text })]
    report(reading, malformedNumber, { written: shortened(`${token.text}.`), instead: token.text }, span, {
      fixes,
    })
    return true
  }
  if (exponentOf(token.text) <= maximumExponent) return false
  report(reading, hugeExponent, { written: shortened(token.text), limit: maximumExponent }, token.span)
  return true
}

/** Where a number begins for its author: `...5` is a range mistyped; null where `.5` is a part of something else. */
function startOfNumber(tokens: readonly Token[], at: number): number | null {
  const before = tokens[at - 1]
  if (tokens[at]?.type !== t.BadNumber || before === undefined || !touch(before, tokens[at])) return at
  if (before.type === t.Range) return at - 1
  const closes = [t.Name, t.Unit, t.RightParen, t.RightBracket, t.Dot].some((type) => type === before.type)
  return closes ? null : at
}

/** The index after all that touches a number and belongs to it for its author. */
function endOfNumber(tokens: readonly Token[], from: number, bracketed: boolean): number {
  let at = from + 1
  for (;;) {
    const [last, next, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    if (!touch(last, next)) return at
    if (next?.type === t.BadNumber) at += 1
    else if (next?.type === t.Unit && /^_[_0-9]*$/.test(next.text)) at += 1
    else if (
      next?.type === t.Comma &&
      last?.text.endsWith('%') === false &&
      isDigits(after) &&
      touch(next, after)
    ) {
      if (bracketed && !/^0[0-9]/.test(after?.text ?? '')) return at
      at += 2
    } else return at
  }
}

function isDigits(token: Token | undefined): boolean {
  return token?.type === t.NumberLiteral
}

function touch(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && left.span.end === right?.span.start
}

/** A number of another notation in ours, null where it cannot be told what is meant. */
export function inOurNotation(written: string): string | null {
  const [, digits = '', percent = ''] = /^([^%]*)(%?)$/.exec(written) ?? []
  if (digits.startsWith('...')) return `..${digits.slice(3)}${percent}`
  if (/^[.][0-9_]+(?:[eE][+-]?[0-9]+)?$/.test(digits)) return `0${written}`
  if (/^[0-9_]+$/.test(digits)) return digits.replaceAll(/_+/g, '_').replace(/_$/, '') + percent
  const grouped = /^([1-9][0-9]{0,2}(?:([,.])[0-9]{3})+)(?:([,.])([0-9]+))?$/.exec(digits)
  const [, whole = '', group = '', point, decimals = ''] = grouped ?? []
  const single = whole.split(group).length === 2
  if (grouped !== null && (point === undefined ? group === ',' || !single : point !== group)) {
    const joined = whole.replaceAll(group, '_')
    if (/^[0-9_]+$/.test(joined)) return `${joined}${point === undefined ? '' : '.'}${decimals}${percent}`
  }
  return /^[0-9_]+,[0-9]+(?:[eE][+-]?[0-9]+)?$/.test(digits) ? written.replace(',', '.') : null
}

function exponentOf(text: string): number {
  const exponent = /[eE]([+-]?[0-9]+)/.exec(text)?.[1]
  return exponent === undefined ? 0 : Math.abs(Number(exponent))
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
