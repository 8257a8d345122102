import type { Token } from '../grammar/lex.ts'
import * as t from '../grammar/token-types.ts'
import { reserved } from './statement-starts.ts'

/** A token in words, with its article: `the number '42'`. */
export function describeToken(token: Token | undefined): string {
  if (token === undefined) return "the file's end"
  const text = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text
  if (reserved.has(token.type)) return `the word '${text}'`
  switch (token.type) {
    case t.NumberLiteral:
    case t.BadNumber:
      return `the number '${text}'`
    case t.Text:
    case t.UnclosedText:
      return `the text ${text}`
    case t.Name:
      return `the name '${text}'`
    case t.Unit:
      return `the unit '${text}'`
    default:
      return `'${text}'`
  }
}
