import type { Origin } from './quantity.ts'

/**
 * What can be wrong with the numbers of a game that is well formed: found when it is evaluated or solved, at
 * any assignment of its params. Data, not text: the compiler turns each into a diagnostic.
 */
export type Problem =
  /** A number outside the range that its place allows; `value` and `range` in words with units. */
  | {
      readonly kind: 'out-of-range'
      readonly what: string
      readonly value: string
      readonly range: string
      readonly origin: Origin | null
    }
  | { readonly kind: 'division-by-zero'; readonly what: string; readonly origin: Origin | null }
  /** The root or logarithm of a number that has none, or a power that is not a real number. */
  | { readonly kind: 'no-real-value'; readonly what: string; readonly origin: Origin | null }
  /** More digits than a number may have (limits of the arithmetic). */
  | { readonly kind: 'too-large'; readonly what: string; readonly origin: Origin | null }
  /** No such param to set. */
  | { readonly kind: 'unknown-param'; readonly name: string; readonly known: readonly string[] }
  /** Compiled, and not solved by this version. */
  | { readonly kind: 'unsupported'; readonly what: string; readonly origin: Origin | null }
  /** Inputs known only within an enclosure (sqrt, exp, log) leave a verdict open. */
  | { readonly kind: 'undecided'; readonly what: string; readonly origin: Origin | null }
