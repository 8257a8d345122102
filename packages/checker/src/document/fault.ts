/** A path into a document: `['users', 0, 'gap']`. */
export type Path = readonly (string | number)[]

/** An entry of a document that is not what it must be. Thrown within this package, caught by `verify`. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly path: Path

  /** @param sentence what is wrong, without the entry's name */
  constructor(path: Path, sentence: string) {
    super(sentence)
    this.path = path
  }
}

/** `users[0].gap`; names that are no identifiers in quotes. */
export function spell(path: Path): string {
  const parts = path.map((part, place) => {
    if (typeof part === 'number') return `[${String(part)}]`
    if (/^[A-Za-z_]\w*$/.test(part)) return place === 0 ? part : `.${part}`
    return `[${JSON.stringify(part)}]`
  })
  return parts.length === 0 ? 'the document' : parts.join('')
}

/** A value as JSON, cut where it is long. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `a list of ${String(value.length)}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
