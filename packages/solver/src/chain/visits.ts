import type { Game } from '@plumbline/game'
import { solveRow } from './linearSystem.ts'
import { reachableStates, transitionMatrix } from './transitionMatrix.ts'

/**
 * Expected attempts in each state, `n = π (I − r A K)^-1`: `π` starts in `start`, `A` holds the probabilities of
 * failure and `K` where a re-prompt leads. Success probabilities are positive, so that every row of `r A K` sums
 * to less than 1: the task ends with certainty, and `n` is finite, for every persistence up to and including 1.
 *
 * @param variables values of the leader's variables, in the chain's order.
 * @param start index of the state in which the task begins.
 * @param persistence `r`, the probability that the user re-prompts after a failure, in [0, 1].
 */
export function visits<N>(
  game: Game<N>,
  variables: readonly N[],
  start: number,
  persistence: N,
): readonly N[] {
  const { arithmetic: ar, chain, models } = game
  const zero = ar.from(0)
  const one = ar.from(1)
  const reached = reachableStates(game, start)
  const transitions = transitionMatrix(game, variables)
  const matrix = reached.map((i) => {
    const success = models[chain.states[i]?.model ?? -1]?.success
    if (success === undefined) throw new RangeError(`no state ${String(i)} with a model`)
    const goesOn = ar.mul(persistence, ar.sub(one, success))
    return reached.map((j) => {
      const step = ar.mul(goesOn, transitions[i]?.[j] ?? zero)
      return i === j ? ar.sub(one, step) : ar.neg(step)
    })
  })
  const expected = solveRow(
    ar,
    matrix,
    reached.map((i) => (i === start ? one : zero)),
  )
  const byState = new Map(reached.map((state, k) => [state, expected[k] ?? zero]))
  return chain.states.map((_, state) => byState.get(state) ?? zero)
}
