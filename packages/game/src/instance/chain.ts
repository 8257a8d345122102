import type { Expression } from './expression.ts'
import type { Origin } from './quantity.ts'

/**
 * A menu as a parametric absorbing Markov chain. A state makes one attempt with one model; a failure that the
 * user answers with a re-prompt moves on by `transitions`, whose probabilities are affine in the leader's
 * variables. Success and abandonment absorb. A new kind of menu is a new way to build this, and nothing else.
 */
export interface Chain {
  readonly states: readonly ChainState[]
  /** States in which a task may begin, in the menu's order. */
  readonly starts: readonly number[]
  /** Who picks the start: the provider announces it, or the user chooses for herself. */
  readonly chooser: 'provider' | 'user'
  /** The leader's variables: probabilities that it announces. */
  readonly variables: readonly LeaderVariable[]
  /** `transitions[i]`: where a re-prompt after a failure in state `i` leads; each row sums to 1 identically. */
  readonly transitions: readonly (readonly Transition[])[]
}

export interface ChainState {
  readonly name: string
  /** Index into the instance's models. */
  readonly model: number
}

export interface LeaderVariable {
  readonly name: string
  /** The state whose escalation it is: where a report speaks of it. */
  readonly state: number
  /** Limits within [0, 1]; equal limits fix the variable. */
  readonly low: Expression
  readonly high: Expression
  readonly origin: Origin | null
}

/** A transition to state `to` with probability `constant + Σ coefficient · variable`. */
export interface Transition {
  readonly to: number
  readonly constant: Expression
  readonly terms: readonly { readonly variable: number; readonly coefficient: Expression }[]
}
