import type { Game } from '@plumbline/game'

/**
 * `K`: row `i` gives, for each state, the probability that a re-prompt after a failure in state `i` leads there.
 *
 * @param variables values of the leader's variables, in the chain's order.
 * @throws RangeError when there are not as many values as variables.
 */
export function transitionMatrix<N>(
  { arithmetic, chain }: Game<N>,
  variables: readonly N[],
): readonly (readonly N[])[] {
  if (variables.length !== chain.variables.length)
    throw new RangeError('one value for each variable of the chain')
  const zero = arithmetic.from(0)
  return chain.transitions.map((row) => {
    const probabilities = chain.states.map(() => zero)
    for (const { to, constant, terms } of row) {
      const moved = terms.map(({ variable, coefficient }) =>
        arithmetic.mul(coefficient, variables[variable] ?? zero),
      )
      probabilities[to] = moved.reduce((total, term) => arithmetic.add(total, term), constant)
    }
    return probabilities
  })
}

/** The states that a task begun in `start` may come to, ascending, whatever the variables' values. */
export function reachableStates<N>({ chain }: Game<N>, start: number): readonly number[] {
  const reached = new Set([start])
  for (const state of reached) {
    for (const { to } of chain.transitions[state] ?? []) reached.add(to)
  }
  return [...reached].sort((a, b) => a - b)
}
