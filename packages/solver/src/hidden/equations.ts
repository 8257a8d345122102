import type { Arithmetic, Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { sumRatio } from '../follower/general/utility-ratio.ts'
import type { Posed } from '../general/posed.ts'
import type { Route } from '../leader/equilibrium.ts'
import type { Process } from '../process/process.ts'
import { outcomeOf, type Profile, type ReplyShare } from './strategies.ts'

/** What one user has of each of her replies and how her utility leans where she persists with a probability, route by route. */
export interface UserTable<N> {
  /** `[l][i]`: of reply `l` where the route is `i`. */
  readonly utilities: readonly (readonly N[])[]
  /** `U_i'(r)`, a row for each reply strictly between leaving and staying. */
  readonly slopes: readonly (readonly N[])[]
  /** `[l][i]`, her weight included. */
  readonly costs: readonly (readonly N[])[]
}

/** Whether a reply is a probability strictly between leaving and staying. */
export function isBetween<N>(ar: Arithmetic<N>, { reply }: ReplyShare<N>): boolean {
  if (reply.kind !== 'stationary') return false
  const r = ar.toNumber(reply.persistence)
  return r > 0 && r < 1
}

/** The tables of all users for the strategies of a profile; null where a task never ends. */
export function userTables<N>(
  { game, processes }: Posed<N>,
  { routes, replies }: Profile<N>,
): readonly UserTable<N>[] | null {
  const { arithmetic: ar } = game
  const endless: null[] = []
  const known = (value: N | null): N => {
    if (value === null) endless.push(null)
    return value ?? ar.from(0)
  }
  const tables = processes.map((process, user): UserTable<N> => {
    const own = replies[user] ?? []
    const outcomes = own.map(({ reply }) => routes.map(({ route }) => outcomeOf(game, process, route, reply)))
    return {
      utilities: outcomes.map((row) => row.map(({ utility }) => known(utility))),
      costs: outcomes.map((row) => row.map(({ cost }) => ar.mul(process.user.weight, known(cost)))),
      slopes: own.flatMap(({ reply }) =>
        reply.kind === 'stationary' && isBetween(ar, { share: reply.persistence, reply })
          ? [routes.map(({ route }) => slopeOf(game, process, route, reply.persistence))]
          : [],
      ),
    }
  })
  return endless.length === 0 ? tables : null
}

/** `U'(r)` of a task that goes by one route. */
function slopeOf<N>(game: Game<N>, process: Process<N>, route: Route<N>, persistence: N): N {
  const { arithmetic: ar } = game
  const matrix = transitionMatrix(game, route.variables)
  const { over, under } = sumRatio(process, matrix, route.start, ({ netValue }) => netValue)
  const at = (coefficients: readonly N[]): N =>
    coefficients.reduceRight((sum, each) => ar.add(ar.mul(sum, persistence), each), ar.from(0))
  const slope = (coefficients: readonly N[]): readonly N[] =>
    coefficients.slice(1).map((each, index) => ar.mul(ar.from(index + 1), each))
  const below = at(under)
  return ar.div(
    ar.sub(ar.mul(at(slope(over)), below), ar.mul(at(over), at(slope(under)))),
    ar.mul(below, below),
  )
}
