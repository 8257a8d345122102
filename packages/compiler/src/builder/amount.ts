import { parseExpression } from '@plumbline/parser'
import { renderText } from '../render/text.ts'
import { isName } from './names.ts'

/** What an amount is in, as far as TypeScript checks it; all dimensions are checked when the game is made. */
export type Measure = 'plain' | 'money' | 'time' | 'tokens' | 'money/time' | 'money/tokens' | '1/money'

/**
 * A number of a game with its unit, or an expression, as the language writes it.
 *
 * @typeParam M - what it is in; `never` where only the run can tell, which fits everywhere
 * @typeParam Names - the params and lets that it refers to
 */
export interface Amount<out M extends Measure = Measure, out Names extends string = string> {
  readonly kind: 'amount'
  /** As it is written in the language. */
  readonly text: string
  /** For TypeScript only: never there. */
  readonly measure?: M
  /** For TypeScript only: never there. */
  readonly names?: Names
}

/** A plain number or an amount. */
export type Numeric<M extends Measure = Measure, Names extends string = string> = number | Amount<M, Names>

/** The params and lets that an amount, or one of several, refers to. */
export type NamesOf<A> = A extends Amount<Measure, infer Names> ? Names : never
/** An expression: only the run can tell what it is in. */
export type Formula<Names extends string = never> = Amount<never, Names>

/**
 * A param or a `let` by its name.
 *
 * @throws TypeError when the text is no name
 */
export function ref<const Name extends string>(name: Name): Formula<Name> {
  if (!isName(name)) throw new TypeError(`ref: ${JSON.stringify(name)} is no name`)
  return { kind: 'amount', text: name }
}

/**
 * An expression of the language: `` formula`0.6 s + ${ref('answer')} / (65 tok/s)` ``. A text is taken as it is.
 *
 * @throws TypeError when it is no expression; the message shows where
 */
export function formula<const Parts extends readonly Numeric[]>(
  template: TemplateStringsArray | string,
  ...parts: Parts
): Formula<NamesOf<Parts[number]>> {
  const pieces = typeof template === 'string' ? [template] : template.raw
  const written = pieces.map((piece, index) => {
    const part = parts[index]
    return part === undefined ? piece : piece + operandText(part)
  })
  return { kind: 'amount', text: expressionText(written.join('')) }
}

/** The text of an expression on one line; one that is none, or that has comments, is refused. */
export function expressionText(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim()
  if (/\/[/*]/.test(text)) throw new TypeError(`a formula has no comments: ${text}`)
  const { diagnostics } = parseExpression({ name: 'formula', text })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new TypeError(`this is no formula\n\n${renderText(errors)}`)
  return text
}

/**
 * The text of a number or an amount. A number stands for the decimal that it is written as: 0.1 is one tenth.
 *
 * @throws RangeError when it is not finite
 */
export function textOf(value: Numeric): string {
  if (typeof value !== 'number') return value.text
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${String(value)}`)
  return String(value)
}

/** The text of a number or an amount as one operand of a larger expression. */
export function operandText(value: Numeric): string {
  const text = textOf(value)
  return isName(text) || /^\d[\d.]*$/.test(text) ? text : `(${text})`
}
