import {
  hugeExponent, malformedNumber, unclosedText, unknownCharacter, unknownEscape,
} from '../diagnostics/characters.ts' // prettier-ignore
import { maximumExponent } from '../grammar/limits.ts'
import { badEscapes } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import { fix, type Reading, report } from './reading.ts'
import { isDigitComma } from './statement-starts.ts'

/**
 * Reports what is wrong with single tokens of a statement, at most one thing. True where the statement cannot be
 * parsed for it.
 */
export function checkCharacters(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = reading.tokens[at]
    if (token === undefined) return false
    if (token.type === t.Unknown) {
      report(reading, unknownCharacter, { character: token.text, advice: adviceOn(token.text) }, token.span)
      return true
    }
    if (token.type === t.UnclosedText) {
      const fixes = [fix(reading, 'close the text', endOf(token.span), '"', false)]
      report(reading, unclosedText, {}, token.span, { fixes, label: 'it begins here' })
      return true
    }
    if (token.type === t.BadNumber) {
      reportNumber(reading, token.text, `0${token.text}`, token.span)
      return true
    }
    if (token.type === t.Comma && isDigitComma(reading.tokens, at)) {
      reportComma(reading, at)
      return true
    }
    if (token.type === t.NumberLiteral && exponentOf(token.text) > maximumExponent) {
      report(reading, hugeExponent, { written: token.text, limit: maximumExponent }, token.span)
      return true
    }
    if (token.type === t.Text) {
      const [escape] = badEscapes(token)
      if (escape === undefined) continue
      const written = reading.file.text.slice(escape.start, escape.end)
      const fixes = [
        fix(reading, 'write the backslash twice', { start: escape.start, end: escape.start }, '\\'),
      ]
      report(reading, unknownEscape, { written }, escape, { fixes })
      return true
    }
  }
  return false
}

function reportNumber(
  reading: Reading,
  written: string,
  instead: string,
  span: { start: number; end: number },
): void {
  report(reading, malformedNumber, { written, instead }, span, {
    fixes: [fix(reading, `write '${instead}'`, span, instead)],
  })
}

/** `1,000` is a thousand; `0,62` and `3,5` have decimals. */
function reportComma(reading: Reading, at: number): void {
  const [left, right] = [reading.tokens[at - 1], reading.tokens[at + 1]]
  if (left === undefined || right === undefined) return
  const thousands = /^[0-9]{3}$/.test(right.text) && /^[1-9][0-9]{0,2}$/.test(left.text)
  const span = { start: left.span.start, end: right.span.end }
  const written = `${left.text},${right.text}`
  reportNumber(reading, written, `${left.text}${thousands ? '_' : '.'}${right.text}`, span)
}

function exponentOf(text: string): number {
  const exponent = /[eE]([+-]?[0-9]+)/.exec(text)?.[1]
  return exponent === undefined ? 0 : Math.abs(Number(exponent))
}

function endOf(span: { readonly end: number }): { start: number; end: number } {
  return { start: span.end, end: span.end }
}

/** What to write instead of a character that people try. */
function adviceOn(character: string): string {
  switch (character) {
    case '$':
      return "write the currency as a code after the number, such as '5 USD'"
    case '€':
      return "write the currency as a code after the number, such as '5 EUR'"
    case '£':
      return "write the currency as a code after the number, such as '5 GBP'"
    case '¥':
      return "write the currency as a code after the number, such as '5 JPY'"
    case '%':
      return "a percent sign touches its number, such as '62%'"
    case '&':
      return "write 'and'"
    case '|':
      return "write 'or'"
    case '!':
      return "write 'not'"
    case "'":
    case '“':
    case '”':
    case '‘':
    case '’':
    case '«':
    case '»':
      return 'texts stand in double quotes, "like this"'
    case '#':
      return "comments begin with '//'"
    case '×':
    case '·':
      return "write '*'"
    case '÷':
      return "write '/'"
    case '−':
    case '–':
    case '—':
      return "write '-', the plain hyphen"
    case '≤':
      return "write '<='"
    case '≥':
      return "write '>='"
    case '≠':
      return "write '!='"
    case '…':
      return "write '..' for a range"
    default:
      return ''
  }
}
