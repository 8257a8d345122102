import { units } from '../vocabulary/units/units.ts'

/** Words that mean something already: the language's own, quantities of a solution, units. */
const words = new Set([
  ...'import from in of and or not assert true false route regime users throttling welfare'.split(' '),
  ...units.map(({ name }) => name),
])

/**
 * A name of the language for any text: letters, digits and `_` stay, whatever stands between becomes one `_`, and a name
 * that means something already gets a `_` at its end. `gpt-4.1 (high)` is `gpt_4_1_high`.
 *
 * @param fallback for a text that has no letter and no digit
 */
export function safeName(text: string, fallback: string): string {
  const joined = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}_]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  const named = joined === '' ? fallback : /^\p{L}/u.test(joined) ? joined : `_${joined}`
  return words.has(named) ? `${named}_` : named
}

/** Names that differ from each other: a name met again is numbered, `o3_2`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let distinct = name
    for (let count = 2; taken.has(distinct); count++) distinct = `${name}_${String(count)}`
    taken.add(distinct)
    return distinct
  })
}
