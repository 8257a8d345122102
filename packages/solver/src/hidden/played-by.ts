import { compare, sum, type Arithmetic, type Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import type { Process, Start } from '../process/process.ts'
import type { RouteShare } from './strategies.ts'

/** A process with a route that a user does not see, as the functions of a single route take it. */
export interface Played<N> {
  readonly process: Process<N>
  readonly transitions: readonly (readonly N[])[]
  readonly start: Start<N>
}

/**
 * The process of a user who knows with which shares tasks go by which route and not by which route her own goes. Routes that differ
 * in their starts only are one set of transitions with a start by chance; others are states of their own, `(route, state)`, of
 * one larger chain that never leads from one route to another.
 *
 * @returns null for a user who sees which model answered, where that would tell her the route
 */
export function playedBy<N>(
  game: Game<N>,
  process: Process<N>,
  routes: readonly RouteShare<N>[],
): Played<N> | null {
  const { arithmetic: ar } = game
  const groups = alike(ar, routes)
  const { states } = process
  const starts = groups.map((group) => startsOf(ar, group, states))
  const matrices = groups.map(([first]) => transitionMatrix(game, first?.route.variables ?? []))
  const [only, ...others] = matrices
  if (only === undefined) throw new TypeError('a provider without a route')
  if (others.length === 0) return { process, transitions: only, start: starts[0] ?? 0 }
  if (process.user.sees === 'model') return null
  const zero = ar.from(0)
  return {
    process: {
      ...process,
      states: states * groups.length,
      kinds: process.kinds.map(({ weight, stages }) => ({
        weight,
        stages: stages.map((steps) => groups.flatMap(() => steps)),
      })),
    },
    transitions: matrices.flatMap((matrix, group) =>
      matrix.map((row) => groups.flatMap((_, other) => (other === group ? row : row.map(() => zero)))),
    ),
    start: starts.flat(),
  }
}

/** Routes with the same values of all variables together. */
function alike<N>(
  ar: Arithmetic<N>,
  routes: readonly RouteShare<N>[],
): readonly (readonly RouteShare<N>[])[] {
  const groups: RouteShare<N>[][] = []
  for (const each of routes) {
    const group = groups.find(([first]) =>
      each.route.variables.every((value, index) => {
        const other = first?.route.variables[index]
        return other !== undefined && compare(ar, value, other) === 0
      }),
    )
    if (group === undefined) groups.push([each])
    else group.push(each)
  }
  return groups
}

function startsOf<N>(ar: Arithmetic<N>, group: readonly RouteShare<N>[], states: number): readonly N[] {
  return Array.from({ length: states }, (_, state) =>
    sum(
      ar,
      group.flatMap(({ share, route }) => (route.start === state ? [share] : [])),
    ),
  )
}
