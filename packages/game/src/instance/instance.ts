import type { Chain } from './chain.ts'
import type { Condition } from './expression.ts'
import type { Model, Task, Verifier } from './model.ts'
import type { Choice, Dimension, Labelled, Origin, Quantity } from './quantity.ts'
import type { RandomRange, RandomVariable } from './random.ts'
import type { Sweep } from './sweep.ts'

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
  /** Where it must lie; anywhere where it is absent. */
  readonly range?: RandomRange
}

export interface Menu extends Labelled {
  /** The vocabulary's name of its form: `cascade`, `static`, `choice`, or one of an extension. */
  readonly form: string
  readonly chain: Chain
}

export interface User extends Labelled {
  /** Positive; a share once divided by the sum of all users' weights. */
  readonly weight: Quantity
  /** What a solved task is worth, in the utility unit; not negative. */
  readonly value: Quantity
  /** What one unit of waiting costs, in utility per time; not negative. */
  readonly patience: Quantity
  /** What not starting is worth, in the utility unit; null where the first attempt is always made. */
  readonly outside: Quantity | null
  /**
   * What the user knows when deciding whether to re-prompt: `nothing` (one abandonment probability), the `model`
   * that answered (one for each), or the number of `attempts` (a stopping time).
   */
  readonly sees: Choice<'nothing' | 'model' | 'attempts'>
  /** λ of the logit response, per unit of utility; positive; null for a best response. */
  readonly rationality: Quantity | null
}

export interface Provider extends Labelled {
  /** What an abandoned task costs the provider; not negative. */
  readonly penalty: Quantity
  /** The ceiling up to which any model below it may be slowed down; null when the provider does not throttle. */
  readonly throttle: Quantity | null
  /** Whether users know the route when they reply to it (Stackelberg), or reason about it (Nash). */
  readonly routing: Choice<'announced' | 'hidden'>
  /** How ties of the users break: in the provider's favour (strong), or against it (weak). */
  readonly ties: Choice<'strong' | 'weak'>
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
  readonly verifiers: readonly Verifier[]
  /** Hidden kinds of task; none where all tasks are of one kind. */
  readonly tasks: readonly Task[]
  readonly models: readonly Model[]
  readonly menu: Menu
  /** In the order of the file; at least one. */
  readonly users: readonly User[]
  readonly provider: Provider
  readonly asserts: readonly Assert[]
  readonly sweeps: readonly Sweep[]
}
