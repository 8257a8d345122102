import type { Transition } from '@plumbline/game'
import { number } from '../formulas.ts'

// Entries of a chain's rows: to which state a re-prompt after a failure leads, and how likely. The probabilities of a
// row sum to 1 whatever the variables are.

/** To a state for certain: all of a row. */
export function always(to: number): Transition {
  return { to, constant: number(1), terms: [] }
}

/** To a state with the probability that a variable is. */
export function withProbability(to: number, variable: number): Transition {
  return { to, constant: number(0), terms: [{ variable, coefficient: number(1) }] }
}

/** To a state with what the given variables leave of 1. */
export function otherwise(to: number, variables: readonly number[]): Transition {
  const terms = variables.map((variable) => ({ variable, coefficient: number(-1) }))
  return { to, constant: number(1), terms }
}
