import type { EscalationInterval, Game, RouteEntry, RouteKey } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import type { EscalationRange, Route } from '../leader/equilibrium.ts'
import { cascades, type Solution } from './solution.ts'

/** A route by the names of its states. */
export function routeKey<N>({ arithmetic: ar, chain }: Game<N>, { start, variables }: Route<N>): RouteKey {
  const nameOf = (state: number): string => chain.states[state]?.name ?? ''
  const escalations = chain.variables.map(({ state }, index): readonly [string, number] => {
    const value = variables[index]
    if (value === undefined) throw new TypeError('a route without a value for each variable')
    return [nameOf(state), ar.toNumber(value)]
  })
  return {
    start: nameOf(start),
    escalation: escalations.length === 0 ? null : Object.fromEntries(escalations),
  }
}

/** The announced route, with all transitions and all escalations that cost the provider the same. */
export function routeEntry<N>(solution: Solution<N>): RouteEntry {
  const { game, equilibrium } = solution
  const { arithmetic: ar, chain } = game
  const matrix = transitionMatrix(game, equilibrium.route.variables)
  const rows = chain.states.map(({ name }, from) => {
    const row = (chain.transitions[from] ?? []).map(({ to }): readonly [string, number] => {
      return [chain.states[to]?.name ?? '', ar.toNumber(matrix[from]?.[to] ?? ar.from(0))]
    })
    return [name, Object.fromEntries(row)] as const
  })
  return {
    ...routeKey(game, equilibrium.route),
    transitions: Object.fromEntries(rows),
    escalationSet: equilibrium.escalationSet?.map((range) => interval(game, range)) ?? null,
    cascades: cascades(solution),
  }
}

function interval<N>({ arithmetic: ar }: Game<N>, range: EscalationRange<N>): EscalationInterval {
  const ends = { from: ar.toNumber(range.from), to: ar.toNumber(range.to) }
  const open = (['from', 'to'] as const).filter((end) => (end === 'from' ? range.fromOpen : range.toOpen))
  return open.length === 0 ? ends : { ...ends, open }
}
