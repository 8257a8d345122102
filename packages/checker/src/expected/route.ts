import { hasOwnVariables, type Game } from '@plumbline/game'
import type { Expected } from '../document/difference.ts'
import { transitionsOf, type Route } from '../play/transitions.ts'

/** A route by the names of its states. */
export function routeKey<N>(
  game: Game<N>,
  { start, variables }: Route<N>,
): Readonly<Record<string, Expected>> {
  const { arithmetic: ar, chain } = game
  const nameOf = (state: number): string => chain.states[state]?.name ?? ''
  if (chain.variables.length === 0) return { start: nameOf(start), escalation: null }
  if (hasOwnVariables(chain)) {
    const named = chain.variables.map(({ name }, index) => {
      return [name, ar.toNumber(variables[index] ?? ar.from(0))] as const
    })
    const transitions = transitionNames(game, variables)
    return { start: nameOf(start), escalation: null, transitions, variables: Object.fromEntries(named) }
  }
  const states = new Set(chain.variables.map(({ state }) => state))
  if (states.size < chain.variables.length) {
    return { start: nameOf(start), escalation: null, transitions: transitionNames(game, variables) }
  }
  const escalation = chain.variables.map(({ state }, index) => {
    return [nameOf(state), ar.toNumber(variables[index] ?? ar.from(0))] as const
  })
  return { start: nameOf(start), escalation: Object.fromEntries(escalation) }
}

/** Where a failure and a re-prompt lead, by name. */
export function transitionNames<N>(game: Game<N>, variables: readonly N[]): Expected {
  const { arithmetic: ar, chain } = game
  const matrix = transitionsOf(game, variables)
  const nameOf = (state: number): string => chain.states[state]?.name ?? ''
  return Object.fromEntries(
    chain.transitions.map((row, from) => {
      const named = row.map(({ to }) => [nameOf(to), ar.toNumber(matrix[from]?.[to] ?? ar.from(0))] as const)
      return [nameOf(from), Object.fromEntries(named)] as const
    }),
  )
}
