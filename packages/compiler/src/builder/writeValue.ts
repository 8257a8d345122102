import { expressionText, type Numeric, textOf } from './amount.ts'
import { isName } from './names.ts'

/** A name where one is to stand. `at` is its place in the definition: `models`. */
export function nameText(name: unknown, at: string): string {
  if (typeof name === 'string' && isName(name)) return name
  throw new TypeError(
    `${at}: ${found(name)} is no name; a name is a letter or '_', then letters, digits and '_', and any text may be the label`,
  )
}

/** The names that a form or a combinator takes. */
export function nameList(names: unknown, at: string): string {
  if (!Array.isArray(names)) throw new TypeError(`${at}: expected a list of names, found ${found(names)}`)
  return names.map((name: unknown) => nameText(name, at)).join(', ')
}

/** A number or an amount as text. An amount that nothing here made is read before it is believed. */
export function numericText(value: unknown, at: string): string {
  if (!isNumeric(value)) throw new TypeError(`${at}: expected a number or an amount, found ${found(value)}`)
  try {
    return typeof value === 'number' ? textOf(value) : expressionText(value.text)
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${at}: ${error.message}`)
    throw error instanceof TypeError ? new TypeError(`${at}: ${error.message}`) : error
  }
}

/** Some numbers or amounts as texts. */
export function numericTexts(values: unknown, at: string): readonly string[] {
  if (!Array.isArray(values)) throw new TypeError(`${at}: expected a list, found ${found(values)}`)
  return values.map((value: unknown, index) => numericText(value, `${at}[${index}]`))
}

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || kindOf(value) === 'amount'
}

/** What a value says that it is: `amount`, `axis`. */
export function kindOf(value: unknown): unknown {
  return isRecord(value) && Object.hasOwn(value, 'kind') && typeof value['text'] === 'string'
    ? value['kind']
    : undefined
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields that a record gives, without those that are `undefined`. */
export function given(record: unknown, at: string): readonly (readonly [string, unknown])[] {
  if (record === undefined) return []
  if (!isRecord(record)) throw new TypeError(`${at}: expected an object, found ${found(record)}`)
  return Object.entries(record).filter(([, value]) => value !== undefined)
}

/** A text in the language's quotes. */
export function quoted(text: unknown, at: string): string {
  if (typeof text !== 'string') throw new TypeError(`${at}: expected a text, found ${found(text)}`)
  const escaped = text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\u{d}')
  return `"${escaped}"`
}

/** A value in a few words. */
export function found(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing'
    case 'string':
      return `the text ${JSON.stringify(value.slice(0, 40))}`
    case 'number':
    case 'boolean':
      return String(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
    default:
      return `a ${typeof value}`
  }
}
