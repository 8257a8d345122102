import type { Game } from '@plumbline/game'

/** What the provider announces: where a task begins, and a value for each variable of the menu. */
export interface Route<N> {
  readonly start: number
  readonly variables: readonly N[]
}

/** `K` of a route: where a failure and a re-prompt lead, from state to state. */
export function transitionsOf<N>(
  { arithmetic: ar, chain }: Game<N>,
  variables: readonly N[],
): readonly (readonly N[])[] {
  return chain.transitions.map((row) => {
    const to = chain.states.map(() => ar.from(0))
    for (const { to: target, constant, terms } of row) {
      const moved = terms.reduce(
        (total, { variable, coefficient }) =>
          ar.add(total, ar.mul(coefficient, variables[variable] ?? ar.from(0))),
        constant,
      )
      to[target] = ar.add(to[target] ?? ar.from(0), moved)
    }
    return to
  })
}

/** Whether values keep the limits of the menu's variables, and make probabilities of its transitions. */
export function isRoute<N>(game: Game<N>, variables: readonly N[]): boolean {
  const { arithmetic: ar, chain } = game
  const within = chain.variables.every(({ low, high }, index) => {
    const value = variables[index]
    return value !== undefined && ar.sign(ar.sub(value, low)) >= 0 && ar.sign(ar.sub(high, value)) >= 0
  })
  return within && transitionsOf(game, variables).every((row) => row.every((p) => ar.sign(p) >= 0))
}
