import type { Arithmetic } from '@plumbline/game'

/**
 * States of an absorbing chain in which a task, once there, goes on for ever: the closed classes of states that
 * the task leaves neither by success nor by abandonment. Every other state is transient, with finitely many
 * expected attempts (Kemeny and Snell, Finite Markov Chains, theorem 3.1.1). So for finitely many kinds of task the
 * expected length is infinite exactly when, for some kind, a state of this set is reached: there each model that stays
 * reachable has `p = 0` and the user never leaves.
 *
 * @param success `p` of each state.
 * @param persistence `r` of each state.
 * @param transitions `K`.
 * @returns for each state whether it is in such a class; certain, because only signs are asked for.
 * @throws Undecided where the arithmetic cannot tell whether a number is 0.
 */
export function endlessStates<N>(
  ar: Arithmetic<N>,
  success: readonly N[],
  persistence: readonly N[],
  transitions: readonly (readonly N[])[],
): readonly boolean[] {
  const one = ar.from(1)
  const goesOn = success.map((p, i) => ar.sign(p) === 0 && ar.sign(ar.sub(one, persistence[i] ?? one)) === 0)
  if (!goesOn.includes(true)) return goesOn
  const next = success.map((_, i) =>
    goesOn[i] === true ? positions(ar, transitions[i] ?? []) : ([] as readonly number[]),
  )
  const reach = success.map((_, i) => closure(next, [i]))
  return success.map((_, i) => {
    const from = [...(reach[i] ?? [])]
    return from.every((j) => goesOn[j] === true && reach[j]?.has(i) === true)
  })
}

/** Where the entries of a row are not 0. */
export function positions<N>(ar: Arithmetic<N>, row: readonly N[]): readonly number[] {
  return row.flatMap((entry, j) => (ar.sign(entry) === 0 ? [] : [j]))
}

/** The states that are reached from some, these included. */
export function closure(next: readonly (readonly number[])[], from: Iterable<number>): ReadonlySet<number> {
  const reached = new Set(from)
  for (const i of reached) for (const j of next[i] ?? []) reached.add(j)
  return reached
}
