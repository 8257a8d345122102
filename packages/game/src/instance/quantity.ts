import type { Expression } from './expression.ts'

/** Where in which file something was written: lines and columns count from 1, offsets from 0 (UTF-16). */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
  /** The text that was written there, on one line. */
  readonly text: string
}

/**
 * The dimension of a quantity as powers of money, time and tokens (absent: 0). `{}` is a plain number.
 * Utility has no dimension of its own: it is what the users' values are in.
 */
export interface Dimension {
  readonly money?: number
  readonly time?: number
  readonly tokens?: number
}

/** A number of the game: an expression over the instance's names, in base units, and where it came from. */
export interface Quantity {
  readonly expression: Expression
  readonly dimension: Dimension
  /** Null for a default that nobody wrote, and for a number that others make up. */
  readonly origin: Origin | null
}

/** One of a few words, and where it was written; the origin is null for a default. */
export interface Choice<Word extends string> {
  readonly word: Word
  readonly origin: Origin | null
}

/** What every declaration has. */
export interface Labelled {
  readonly name: string
  /** The name for people; null where there is none. */
  readonly label: string | null
  readonly doc: string | null
  readonly origin: Origin | null
}
