import {
  hasOwnVariables,
  type EscalationInterval,
  type Game,
  type LeaderVariable,
  type RouteEntry,
  type RouteKey,
} from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import type { HiddenEquilibrium } from '../hidden/equilibrium.ts'
import type { EscalationRange, Route } from '../leader/equilibrium.ts'
import { startShares } from './start-shares.ts'
import type { SolvedGame } from './solved.ts'

type Transitions = RouteEntry['transitions']

/**
 * A route by the names of its states: with the escalation of each where the menu has at most one variable a state, else
 * with all transitions; with the values of variables that have names of their own.
 */
export function routeKey<N>(game: Game<N>, route: Route<N>): RouteKey {
  const { arithmetic: ar, chain } = game
  const nameOf = (state: number): string => chain.states[state]?.name ?? ''
  const start = nameOf(route.start)
  if (chain.variables.length === 0) return { start, escalation: null }
  const valuesBy = (
    nameFor: (variable: Pick<LeaderVariable, 'name' | 'state'>) => string,
  ): Readonly<Record<string, number>> =>
    Object.fromEntries(
      chain.variables.map((variable, index): readonly [string, number] => {
        const value = route.variables[index]
        if (value === undefined) throw new TypeError('a route without a value for each variable')
        return [nameFor(variable), ar.toNumber(value)]
      }),
    )
  if (hasOwnVariables(chain)) {
    const variables = valuesBy(({ name }) => name)
    return { start, escalation: null, transitions: transitionsOf(game, route), variables }
  }
  const states = chain.variables.map(({ state }) => state)
  if (new Set(states).size < states.length) {
    return { start, escalation: null, transitions: transitionsOf(game, route) }
  }
  return { start, escalation: valuesBy(({ state }) => nameOf(state)) }
}

/** The announced route, with all transitions and all escalations that cost the provider the same. */
export function routeEntry<N>(solved: SolvedGame<N>, route: Route<N>): RouteEntry {
  const { game, escalationSet, cascades, hidden } = solved
  const [told] = hidden?.equilibria ?? []
  const starts = told === undefined ? {} : startShares(game, told)
  return {
    ...routeKey(game, route),
    ...(Object.keys(starts).length > 1 ? { start: null, starts } : {}),
    ...(told === undefined ? {} : routeShares(game, told)),
    transitions: transitionsOf(game, route),
    escalationSet: escalationSet?.map((range) => interval(game, range)) ?? null,
    cascades,
  }
}

/** Where whole routes are mixed, all of them with their shares. */
export function routeShares<N>(
  game: Game<N>,
  { routes }: Pick<HiddenEquilibrium<N>, 'routes'>,
): Pick<RouteEntry, 'routes'> {
  if (routes === null) return {}
  return {
    routes: routes.map(({ share, route }) => {
      return { share: game.arithmetic.toNumber(share), route: routeKey(game, route) }
    }),
  }
}

function transitionsOf<N>(game: Game<N>, route: Route<N>): Transitions {
  const { arithmetic: ar, chain } = game
  const matrix = transitionMatrix(game, route.variables)
  const rows = chain.states.map(({ name }, from) => {
    const row = (chain.transitions[from] ?? []).map(({ to }): readonly [string, number] => {
      return [chain.states[to]?.name ?? '', ar.toNumber(matrix[from]?.[to] ?? ar.from(0))]
    })
    return [name, Object.fromEntries(row)] as const
  })
  return Object.fromEntries(rows)
}

function interval<N>({ arithmetic: ar }: Game<N>, range: EscalationRange<N>): EscalationInterval {
  const ends = { from: ar.toNumber(range.from), to: ar.toNumber(range.to) }
  const open = (['from', 'to'] as const).filter((end) => (end === 'from' ? range.fromOpen : range.toOpen))
  return open.length === 0 ? ends : { ...ends, open }
}
