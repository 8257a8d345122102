import {
  float,
  mapGame,
  type FrontierEntry,
  type FrontierPiece,
  type FrontierPoint,
  type PlacedEntry,
} from '@plumbline/game'
import { routeKey } from '../../document/route-entry.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { searchLimits } from '../../search/limits.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'
import { policies } from '../baselines/baselines.ts'
import { closedFrontier } from './closed-frontier.ts'
import { searchedFrontier } from './searched-frontier.ts'

/** Boxes of each search; the bound says how near it came. */
const nodesEach = 1500
/** Users from which searches for corners take too long. */
const mostUsers = 12

/** Every efficient route of the menu, and where the announced one, the preferred one and simple rules lie. */
export const frontierAnalysis = analysis(
  'frontier',
  'Which routes are there between what is best for us and what is best for users?',
  (subject) => {
    const { solved, population } = subject
    const { route } = solved
    if (route === null) return unanswered('users choose their model themselves here')
    const closed = closedFrontier(population.game)
    if (closed === null && population.game.users.length > mostUsers) {
      return unanswered('there are too many types of user to search for each corner')
    }
    const shape = closed === null ? searched(subject, route) : exactly(subject, closed)
    return answered({ ...shape, placed: placed(subject, shape.pieces) })
  },
)

type Shape = Omit<FrontierEntry, 'placed'>

function exactly<N>(
  { population: { game } }: Subject<N>,
  closed: NonNullable<ReturnType<typeof closedFrontier<N>>>,
): Shape {
  const { arithmetic: ar } = game
  const point = ({ cost, utility, route }: { cost: N; utility: N; route: Route<N> }): FrontierPoint => {
    return { cost: ar.toNumber(cost), utility: ar.toNumber(utility), route: routeKey(game, route) }
  }
  const pieces = closed.map(({ from, to }): FrontierPiece => {
    return { kind: from === to ? 'point' : 'segment', from: point(from), to: point(to) }
  })
  return { method: 'exact', pieces }
}

function searched<N>({ population, solved, options }: Subject<N>, route: Route<N>): Shape {
  const { game } = population
  const limits = searchLimits({ tolerance: 1e-4, ...options, nodes: nodesEach })
  const known = [route, ...solved.users.map(({ best }) => best.route)]
  const { found, bounds } = searchedFrontier(game, known, limits)
  const nearby = mapGame(game, float, (n) => game.arithmetic.toNumber(n))
  const pieces = found.map(({ cost, utility, route: each }): FrontierPiece => {
    const point = { cost, utility, route: routeKey(nearby, each) }
    return { kind: 'point', from: point, to: point }
  })
  return { method: 'enclosure', pieces, bounds }
}

function placed<N>(subject: Subject<N>, pieces: readonly FrontierPiece[]): readonly PlacedEntry[] {
  const { solved } = subject
  const { arithmetic: ar } = solved.game
  const [only, ...others] = solved.users
  const cost = ar.toNumber(solved.provider.cost)
  const utility = solved.users.reduce(
    (sum, user, index) =>
      sum + ar.toNumber(solved.game.users[index]?.weight ?? ar.from(0)) * ar.toNumber(user.utility),
    0,
  )
  const preferred =
    only === undefined || others.length > 0
      ? together(pieces)
      : [
          {
            name: 'preferred',
            cost: cost + ar.toNumber(solved.provider.regret),
            utility: ar.toNumber(only.best.utility),
          },
        ]
  const rules = policies(subject).filter(({ allowed }) => allowed)
  return [{ name: 'announced', cost, utility }, ...preferred, ...rules].map(({ name, ...at }) => {
    const most = utilityWithin(pieces, at.cost)
    const wasted = most === null ? 0 : Math.max(0, most - at.utility)
    const near = near1e(Math.max(Math.abs(at.utility), Math.abs(most ?? 0)))
    const cheaper = pieces.some(
      ({ from }) => from.cost < at.cost - near1e(Math.abs(at.cost)) && from.utility >= at.utility - near,
    )
    return {
      name,
      cost: at.cost,
      utility: at.utility,
      efficient: wasted <= near && !cheaper,
      wasted: wasted <= near ? 0 : wasted,
    }
  })
}

/** The route that is best for several users together: the last of the frontier. */
function together(
  pieces: readonly FrontierPiece[],
): readonly Pick<PlacedEntry, 'name' | 'cost' | 'utility'>[] {
  const last = pieces.at(-1)?.to
  return last === undefined ? [] : [{ name: 'preferred', cost: last.cost, utility: last.utility }]
}

function near1e(size: number): number {
  return 1e-9 * size
}

/** The greatest utility that costs no more; null where everything does. */
function utilityWithin(pieces: readonly FrontierPiece[], cost: number): number | null {
  const reached = pieces.flatMap(({ from, to }): readonly number[] => {
    if (from.cost > cost + near1e(Math.abs(cost))) return []
    if (to.cost <= cost) return [to.utility]
    const share = Math.max(0, (cost - from.cost) / (to.cost - from.cost))
    return [from.utility + (Number.isFinite(share) ? share : 0) * (to.utility - from.utility)]
  })
  return reached.length === 0 ? null : Math.max(...reached)
}
