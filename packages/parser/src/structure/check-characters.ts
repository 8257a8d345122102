import { unclosedText, unknownCharacter, unknownEscape } from '../diagnostics/characters.ts'
import type { Fix } from '../diagnostic.ts'
import type { Token } from '../grammar/lex.ts'
import { badEscapes } from '../grammar/read-literals.ts'
import * as t from '../grammar/token-types.ts'
import type { Span } from '../span.ts'
import { checkNumber } from './check-numbers.ts'
import { adviseOn, currencySigns, quotes, showCharacter } from './foreign-characters.ts'
import { type Reading, report } from './reading.ts'
import { closeIt } from '../fixes/close-it.ts'
import { doubleBackslash } from '../fixes/double-backslash.ts'
import { doubleQuotes } from '../fixes/double-quotes.ts'
import { joinParts } from '../fixes/join-parts.ts'
import { removeIt } from '../fixes/remove-it.ts'
import { replaceWord } from '../fixes/replace-word.ts'

/**
 * Reports what is wrong with single tokens of a statement, at most one thing. True where the statement cannot be
 * parsed for it.
 */
export function checkCharacters(reading: Reading, from: number, to: number): boolean {
  let depth = 0
  for (let at = from; at < to; at += 1) {
    const token = reading.tokens[at]
    switch (token?.type) {
      case t.Unknown:
        reportCharacter(reading, at)
        return true
      case t.UnclosedText:
        reportUnclosedText(reading, token)
        return true
      case t.NumberLiteral:
      case t.BadNumber:
        if (checkNumber(reading, at, depth > 0)) return true
        break
      case t.Text:
        if (checkEscapes(reading, token)) return true
        break
      case t.LeftParen:
      case t.LeftBracket:
        depth += 1
        break
      case t.RightParen:
      case t.RightBracket:
        depth -= 1
        break
      default:
    }
  }
  return false
}

function reportUnclosedText(reading: Reading, token: Token): void {
  const fixes = [closeIt(reading.file, { at: token.span.end, text: '"', what: 'the text' })]
  report(reading, unclosedText, {}, token.span, { fixes, label: 'it begins here' })
}

function checkEscapes(reading: Reading, token: Token): boolean {
  const [escape] = badEscapes(token)
  if (escape === undefined) return false
  const written = reading.file.text.slice(escape.start, escape.end)
  report(reading, unknownEscape, { written }, escape, {
    fixes: [doubleBackslash(reading.file, { at: escape.start })],
  })
  return true
}

/** Reports the unknown character that a token is, with what to write instead where that is known. */
export function reportCharacter(reading: Reading, at: number): void {
  const token = reading.tokens[at]
  if (token === undefined) return
  const doubled = /[&|]/.test(token.text) && reading.file.text.startsWith(token.text, token.span.end)
  const written = doubled ? token.text.repeat(2) : token.text
  const span = { start: token.span.start, end: token.span.start + written.length }
  const { advice, write } = adviseOn(written)
  const near = fixCurrency(reading, at) ?? fixPercent(reading, at) ?? fixQuotes(reading, token)
  const plain = write === null ? [] : [insteadOf(reading, span, write)]
  const said = near !== null && currencySigns.has(token.text) ? near.title : advice
  report(reading, unknownCharacter, { character: showCharacter(written), advice: said }, span, {
    fixes: near === null ? plain : [near],
  })
}

function insteadOf({ file }: Reading, span: Span, text: string): Fix {
  return text === '' ? removeIt(file, { span }) : replaceWord(file, { span, text })
}

/** `$5` and `5$` as `5 USD`. */
function fixCurrency(reading: Reading, at: number): Fix | null {
  const [before, sign, after, unit] = [at - 1, at, at + 1, at + 2].map((place) => reading.tokens[place])
  const code = currencySigns.get(sign?.text ?? '')
  if (code === undefined || sign === undefined) return null
  const [number, span]: [Token | undefined, Span] =
    before?.type === t.NumberLiteral && before.line === sign.line
      ? [before, { start: before.span.start, end: sign.span.end }]
      : [after, { start: sign.span.start, end: after?.span.end ?? sign.span.end }]
  if (number?.type !== t.NumberLiteral || number.line !== sign.line) return null
  if (number === after && unit?.type === t.Unit) return null
  const instead = `${number.text} ${code}`
  return replaceWord(reading.file, { span, text: instead })
}

/** `62 %` as `62%`. */
function fixPercent(reading: Reading, at: number): Fix | null {
  const [before, sign, after] = [at - 1, at, at + 1].map((place) => reading.tokens[place])
  if (
    after?.line === sign?.line &&
    [t.NumberLiteral, t.Name, t.LeftParen].some((type) => type === after?.type)
  ) {
    return null
  }
  if (sign?.text !== '%' || before?.type !== t.NumberLiteral || before.text.endsWith('%')) return null
  const gap = { start: before.span.end, end: sign.span.start }
  return /^[ \t]+$/.test(reading.file.text.slice(gap.start, gap.end))
    ? joinParts(reading.file, { gap })
    : null
}

/** `'text'` and `“text”` as `"text"`, where both quotes stand on one line. */
function fixQuotes(reading: Reading, token: Token): Fix | null {
  const closing = quotes.get(token.text)
  if (closing === undefined) return null
  const { text } = reading.file
  const rest = /^[^\r\n]*/.exec(text.slice(token.span.end, token.span.end + 500))?.[0] ?? ''
  const length = rest.indexOf(closing)
  if (length < 0 || /["\\]/.test(rest.slice(0, length))) return null
  const end = token.span.end + length
  return doubleQuotes(reading.file, { open: token.span, close: { start: end, end: end + closing.length } })
}
