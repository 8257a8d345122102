/** What to write instead of a character that the language does not have. */
export interface Foreign {
  readonly advice: string
  /** What the character becomes, where that is mechanical. */
  readonly write: string | null
}

const operators: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'], ['&', 'and'], ['||', 'or'], ['|', 'or'], ['!', 'not '],
  ['×', '*'], ['·', '*'], ['÷', '/'], ['−', '-'], ['–', '-'], ['—', '-'],
  ['≤', '<='], ['≥', '>='], ['≠', '!='], ['…', '..'], ['²', '^2'], ['³', '^3'],
  ['，', ','], ['：', ':'], ['；', ';'], ['（', '('], ['）', ')'], ['＝', '='], ['｛', '{'], ['｝', '}'],
]) // prettier-ignore

/** The codes of currencies that are written with a sign. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY'], ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'],
]) // prettier-ignore

/** Quotation marks of other notations, each with the one that closes it. */
export const quotes: ReadonlyMap<string, string> = new Map([
  ["'", "'"], ['`', '`'], ['“', '”'], ['”', '”'], ['„', '“'], ['‘', '’'], ['’', '’'], ['«', '»'], ['»', '«'],
]) // prettier-ignore

/** Advice on a character of which nothing but itself is known. */
export function adviseOn(character: string): Foreign {
  const operator = operators.get(character)
  if (operator !== undefined) return { advice: `write '${operator.trim()}'`, write: operator }
  const currency = currencySigns.get(character)
  if (currency !== undefined) {
    return { advice: `write the currency as a code after the number, such as '5 ${currency}'`, write: null }
  }
  if (quotes.has(character)) return { advice: 'texts stand in double quotes, "like this"', write: null }
  if (character === '%')
    return { advice: "a percent sign touches its number, as in '62%', and takes no remainder", write: null }
  if (character === '?') return { advice: 'values do not branch; declare one for each case', write: null }
  if (/^\p{Z}$/u.test(character)) return { advice: 'write a plain space', write: ' ' }
  if (isInvisible(character)) return { advice: 'remove it, for it cannot be seen', write: '' }
  return { advice: '', write: null }
}

/** A character as a message shows it: one that cannot be seen by its number. */
export function showCharacter(character: string): string {
  if (!isInvisible(character) && !/^\p{Z}$/u.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function isInvisible(character: string): boolean {
  return /^[\p{C}\p{M}]$/u.test(character)
}
