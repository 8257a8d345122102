import { Fault, show, spell, type Path } from './fault.ts'

/** An entry that is not worked out here. */
export class OnTrust {
  readonly why: string
  constructor(why: string) {
    this.why = why
  }
}

/** An entry that is checked elsewhere. */
export class Checked {
  readonly checked = true
}

/** An entry that must not be there. */
export const absent: unique symbol = Symbol('absent')

/** What a document must be, entry by entry; an entry on trust may be anything. */
export type Expected =
  | number
  | string
  | boolean
  | null
  | typeof absent
  | OnTrust
  | Checked
  | readonly Expected[]
  | { readonly [key: string]: Expected }

/** An entry that was taken as it stands. */
export interface Trusted {
  /** `throttling.harm` */
  readonly entry: string
  readonly why: string
}

/**
 * Compares a document with what it must be, every entry to the last digit.
 *
 * @returns what was taken on trust, entries that nobody knows included
 * @throws Fault at the first entry that differs
 */
export function compareEntries(expected: Expected, claimed: unknown, path: Path = []): readonly Trusted[] {
  if (expected instanceof OnTrust) return [{ entry: spell(path), why: expected.why }]
  if (expected instanceof Checked) return []
  if (Array.isArray(expected)) return compareLists(expected as readonly Expected[], claimed, path)
  if (typeof expected === 'object' && expected !== null) {
    return compareObjects(expected as Readonly<Record<string, Expected>>, claimed, path)
  }
  if (claimed !== expected) throw new Fault(path, `is ${show(claimed)}; it must be ${show(expected)}`)
  return []
}

function compareLists(expected: readonly Expected[], claimed: unknown, path: Path): readonly Trusted[] {
  if (!Array.isArray(claimed) || claimed.length !== expected.length) {
    throw new Fault(path, `is ${show(claimed)}; it must be a list of ${String(expected.length)}`)
  }
  return expected.flatMap((item, index) => compareEntries(item, claimed[index], [...path, index]))
}

function compareObjects(
  expected: Readonly<Record<string, Expected>>,
  claimed: unknown,
  path: Path,
): readonly Trusted[] {
  if (typeof claimed !== 'object' || claimed === null || Array.isArray(claimed)) {
    throw new Fault(path, `is ${show(claimed)}; it must be an object`)
  }
  const entries = claimed as Readonly<Record<string, unknown>>
  const known = Object.keys(expected).flatMap((key) => {
    const item = expected[key]
    if (item === undefined) return []
    const own = Object.hasOwn(entries, key) ? entries[key] : undefined
    if (item === absent) {
      if (own === undefined) return []
      throw new Fault([...path, key], `is ${show(own)}; it must be absent`)
    }
    return own === undefined && item instanceof OnTrust ? [] : compareEntries(item, own, [...path, key])
  })
  const unknown = Object.keys(entries)
    .filter((key) => !Object.hasOwn(expected, key))
    .map((key) => ({ entry: spell([...path, key]), why: 'not known to this checker' }))
  return [...known, ...unknown]
}
