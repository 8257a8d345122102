import { foreignOperator, unexpected } from '../diagnostics/expressions.ts'
import * as t from '../grammar/token-types.ts'
import { type Reading, report } from './reading.ts'
import { removeIt } from '../fixes/remove-it.ts'
import { replaceWord } from '../fixes/replace-word.ts'

/** Operators of other languages that are made of several signs of ours. */
const signs: ReadonlyMap<string, string> = new Map([
  ['=>', '>='], ['=<', '<='], ['<>', '!='], ['**', '^'], ['===', '=='], ['!==', '!='], ['...', '..'], ['..=', '..'],
  ['..<', '..'], ['^^', '^'],
]) // prettier-ignore

/** Operators of other languages that are words. */
const words: ReadonlyMap<string, string> = new Map([
  ['to', '..'], ['through', '..'], ['until', '..'], ['per', '/'], ['times', '*'], ['plus', '+'], ['minus', '-'],
  ['is', '=='], ['equals', '=='], ['AND', 'and'], ['And', 'and'], ['OR', 'or'], ['Or', 'or'], ['NOT', 'not'],
  ['Not', 'not'], ['IN', 'in'], ['OF', 'of'], ['out_of', 'of'],
]) // prettier-ignore

/**
 * Reports an operator of another language around the token at which the grammar stopped: `**`, `=>`, `0 to 1`.
 *
 * @param from - where the value begins
 * @returns whether there is one
 */
export function explainForeignOperator(reading: Reading, at: number, from: number): boolean {
  for (const first of [at - 1, at]) {
    if (first < from) continue
    const [left, right] = [reading.tokens[first], reading.tokens[first + 1]]
    if (left === undefined || right === undefined || left.span.end !== right.span.start) continue
    const span = { start: left.span.start, end: right.span.end }
    const written = left.text + right.text
    const instead = signs.get(written)
    if (instead !== undefined) return reportOperator(reading, written, instead, span)
    if (written === '*/') {
      const fixes = [removeIt(reading.file, { span, surely: false })]
      report(reading, unexpected, { found: "'*/'", place: 'where no comment is open' }, span, { fixes })
      return true
    }
  }
  for (const place of [at, at - 1]) {
    const token = reading.tokens[place]
    if (place <= from - 1 || (token?.type !== t.Name && token?.type !== t.Unit)) continue
    const instead = words.get(token.text)
    if (instead !== undefined) return reportOperator(reading, token.text, instead, token.span)
  }
  return false
}

function reportOperator(
  reading: Reading,
  written: string,
  instead: string,
  span: { readonly start: number; readonly end: number },
): true {
  const fixes = [replaceWord(reading.file, { span, text: instead, surely: false })]
  report(reading, foreignOperator, { written, instead }, span, { fixes })
  return true
}
