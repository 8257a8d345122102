/**
 * The shape of plain JSON data, itself plain data: one interpreter checks a value against it, others may print
 * it (as a schema, as a reference page).
 */
export type ShapeNode =
  /** A text; with a pattern, one that matches it, and `what` says so in words. */
  | { readonly kind: 'text'; readonly pattern: RegExp | null; readonly what: string }
  | { readonly kind: 'flag' }
  /** A number; `index` is a whole one from 0 on. */
  | { readonly kind: 'number'; readonly index: boolean }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'nullable'; readonly of: ShapeNode }
  | { readonly kind: 'list'; readonly of: ShapeNode; readonly least: number }
  /** A list of exactly so many values, each of its own shape. */
  | { readonly kind: 'tuple'; readonly of: readonly ShapeNode[] }
  /** An object with any keys, whose values are all of one shape. */
  | { readonly kind: 'dictionary'; readonly of: ShapeNode }
  /** Of one of several shapes, which differ in what kind of JSON they are, or in their keys. */
  | { readonly kind: 'either'; readonly of: readonly ShapeNode[] }
  /** An object with exactly these keys; the optional ones may be absent. */
  | { readonly kind: 'record'; readonly fields: FieldNodes; readonly optional: readonly string[] }
  /** An object whose key `tag` says which fields it has beside. */
  | {
      readonly kind: 'tagged'
      readonly tag: string
      readonly cases: Readonly<Record<string, FieldNodes>>
      /** Keys that may be absent, in whichever case they are. */
      readonly optional: readonly string[]
    }
  /** A shape that contains itself; each level of nesting counts. */
  | { readonly kind: 'nested'; readonly of: () => ShapeNode }

export type FieldNodes = Readonly<Record<string, ShapeNode>>

/**
 * The shape of the values of a type. The type stands on both sides of an arrow that nothing calls, so that a
 * shape that is too narrow or too wide for its type does not compile.
 */
export type Shape<T> = ShapeNode & { readonly holds?: (value: T) => T }

export type Fields<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> }

export type Case<T, Tag extends keyof T, Word> = T extends unknown
  ? Word extends T[Tag]
    ? Omit<T, Tag>
    : never
  : never

export const text: Shape<string> = { kind: 'text', pattern: null, what: 'a text' }
export const flag: Shape<boolean> = { kind: 'flag' }
export const number: Shape<number> = { kind: 'number', index: false }
/** A whole number from 0 on. */
export const index: Shape<number> = { kind: 'number', index: true }

/** A text that matches a pattern. */
export function matching(pattern: RegExp, what: string): Shape<string> {
  return { kind: 'text', pattern, what }
}

/** One of some words. */
export function words<W extends string>(...allowed: readonly W[]): Shape<W> {
  return { kind: 'words', words: allowed }
}

export function nullable<T>(of: Shape<T>): Shape<T | null> {
  return { kind: 'nullable', of }
}

export function list<T>(of: Shape<T>, least = 0): Shape<readonly T[]> {
  return { kind: 'list', of, least }
}

/** Two values. */
export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return { kind: 'tuple', of: [first, second] }
}

/** An object whose values are all of one shape, whatever its keys. */
export function dictionary<T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return { kind: 'dictionary', of }
}

/** A value of one of two shapes. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return { kind: 'either', of: [one, other] }
}

/** An object with the keys of `T` and no others. */
export function record<T extends object>(
  fields: Fields<T>,
  optional: readonly (keyof T & string)[] = [],
): Shape<T> {
  return { kind: 'record', fields, optional }
}

/** A union of objects told apart by the word under `tag`. */
export function tagged<T extends object, Tag extends keyof T & string>(
  tag: Tag,
  cases: { readonly [W in T[Tag] & string]: Fields<Case<T, Tag, W>> },
  optional: readonly string[] = [],
): Shape<T> {
  return { kind: 'tagged', tag, cases, optional }
}

export function nested<T>(of: () => Shape<T>): Shape<T> {
  return { kind: 'nested', of }
}
