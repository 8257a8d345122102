// Controls, and marks that reorder or hide what stands around them.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
const longest = 60

/** Text of a file on one line, with nothing in it that a terminal, a browser or a reader could be misled by. */
export function visible(text: string): string {
  return text
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(hidden, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** At most so many characters (code points), the rest an ellipsis. */
export function shortened(text: string, most = longest): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** What people call something: its label, or its name where it has none to show. */
export function titleOf(named: { readonly name: string; readonly label: string | null }): string {
  const label = visible(named.label ?? '').trim()
  return shortened(label === '' ? visible(named.name) : label)
}

/** A title inside a sentence: in quotation marks unless it is one word that cannot be mistaken for others. */
export function quoted(title: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}._+-]*[\p{L}\p{N}+])?$/u.test(title) ? title : `“${title}”`
}

/** The sentence with a capital first letter. */
export function capitalised(sentence: string): string {
  return sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`
}
