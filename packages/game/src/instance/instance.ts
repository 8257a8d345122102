import type { Chain } from './chain.ts'
import type { Condition, Expression } from './expression.ts'

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
  /** Null for a default that nobody wrote. */
  readonly origin: Origin | null
}

/** A number that sweeps, flip points, sliders and `--set` may move. */
export interface Param {
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  readonly value: Quantity
  readonly bounds: { readonly low: Quantity; readonly high: Quantity } | null
}

/** A name for an expression; referred to by `ref`, so that it is computed once. */
export interface Definition {
  readonly name: string
  readonly doc: string | null
  readonly value: Quantity
}

/** A quantity that is known only by its distribution; point answers use `point`. Referred to by `ref`. */
export interface RandomVariable {
  readonly name: string
  readonly distribution: Distribution
  /** The point value (the mean; `k/n` for counts). */
  readonly point: Expression
  readonly dimension: Dimension
  readonly origin: Origin | null
}

/** `counts`: k successes in n trials, uncertainty Beta(k+1, n-k+1). */
export type Distribution = {
  readonly kind: 'counts'
  readonly successes: Expression
  readonly trials: Expression
}

export interface Model {
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  readonly origin: Origin | null
  /** Probability that one attempt succeeds, in (0, 1]. */
  readonly success: Quantity
  /** Seconds of one attempt (a plain number in a game of plain numbers); not negative. */
  readonly latency: Quantity
  /** What one attempt costs the provider; not negative. */
  readonly cost: Quantity
  /** What the user pays for each attempt; not negative. */
  readonly price: Quantity
}

export interface Menu {
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  readonly origin: Origin | null
  /** The vocabulary's name of its form: `cascade`, `static`, `choice`, or one of an extension. */
  readonly form: string
  readonly chain: Chain
}

export interface User {
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  readonly origin: Origin | null
  /** Positive; a share once divided by the sum of all users' weights. */
  readonly weight: Quantity
  /** What a solved task is worth, in the utility unit; not negative. */
  readonly value: Quantity
  /** What one unit of waiting costs, in utility per time; not negative. */
  readonly patience: Quantity
}

export interface Provider {
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  readonly origin: Origin | null
  /** What an abandoned task costs the provider; not negative. */
  readonly penalty: Quantity
  /** The ceiling up to which any model below it may be slowed down; null when the provider does not throttle. */
  readonly throttle: Quantity | null
  /** How ties of the users break: in the provider's favour (strong), or against it (weak). */
  readonly ties: 'strong' | 'weak'
}

export interface Assert {
  readonly condition: Condition
  /** Needs no solution: may be checked without solving. */
  readonly plain: boolean
  readonly message: string | null
  /** Dimension of the two sides of a comparison, to print their values; null where there are none. */
  readonly dimension: Dimension | null
  readonly origin: Origin
}

/** A part of the language that this version compiles, and that no solver takes yet. */
export interface Feature {
  /** In words, as a noun phrase: `a cascade of three models`. */
  readonly what: string
  readonly origin: Origin | null
}

/**
 * A compiled game: all that a solver needs, with nothing of the language but names and origins.
 * Plain JSON, versioned; `plumb compile` prints it.
 */
export interface GameInstance {
  readonly schema: 'plumbline/game@1'
  readonly name: string
  readonly label: string | null
  readonly doc: string | null
  /** Names of the units that numbers are in; null for plain numbers. */
  readonly units: {
    readonly cost: string | null
    readonly time: string | null
    readonly utility: string | null
  }
  readonly params: readonly Param[]
  readonly definitions: readonly Definition[]
  readonly randoms: readonly RandomVariable[]
  readonly models: readonly Model[]
  readonly menu: Menu
  /** In the order of the file; at least one. */
  readonly users: readonly User[]
  readonly provider: Provider
  readonly asserts: readonly Assert[]
  /** What is in the game that solvers do not take yet. */
  readonly features: readonly Feature[]
}
