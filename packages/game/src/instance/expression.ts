/**
 * Expressions of a compiled game. An instance holds expressions, not numbers: a param changed in a loaded
 * instance changes the answer without the compiler.
 *
 * Every number is in base units (seconds, tokens, the game's currency), so units need no conversion here.
 * Trees are plain JSON.
 */
export type Expression =
  /** An exact rational, reduced: `"1/8"`, `"-3"`. */
  | { readonly op: 'number'; readonly value: string }
  /** A named param, let or random variable of the instance. */
  | { readonly op: 'ref'; readonly name: string }
  | { readonly op: 'neg' | 'abs' | 'sqrt' | 'exp' | 'log'; readonly arg: Expression }
  | {
      readonly op: 'add' | 'sub' | 'mul' | 'div' | 'pow'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly op: 'min' | 'max'; readonly args: readonly Expression[] }

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

/** An operand of an assert: an expression that may also name what the solved game offers. */
export type Term =
  | Expression
  /** A quantity of the solution, by its path in the language: `["developer", "gap"]`. */
  | { readonly op: 'solution'; readonly path: readonly string[] }
  /** A word: the name of a model (`route.start == reasoning`), or a text (`regime == "++"`). */
  | { readonly op: 'word'; readonly value: string }
  | { readonly op: 'neg' | 'abs' | 'sqrt' | 'exp' | 'log'; readonly arg: Term }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div' | 'pow'; readonly left: Term; readonly right: Term }
  | { readonly op: 'min' | 'max'; readonly args: readonly Term[] }

/** The condition of an assert. */
export type Condition =
  | { readonly op: 'true' | 'false' }
  | { readonly op: 'not'; readonly arg: Condition }
  | { readonly op: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Term; readonly right: Term }
  | { readonly op: 'within'; readonly value: Term; readonly low: Term; readonly high: Term }
  /** A quantity of the solution that is itself yes or no: `throttling.pays`. */
  | { readonly op: 'holds'; readonly path: readonly string[] }
