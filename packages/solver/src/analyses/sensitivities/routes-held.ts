import { compare, type Exact, type Game } from '@plumbline/game'
import type { SolvedGame, SolvedUser } from '../../document/solved.ts'
import { announce, weighted, type Announcement } from '../../general/announce.ts'
import { alone, pose, type Posed } from '../../general/posed.ts'
import { shares } from '../../general/reading.ts'
import { stayingThresholds } from '../../general/thresholds.ts'
import { utilityOf } from '../../general/optimum.ts'
import { whereMet } from '../../general/solve-general.ts'
import type { Route } from '../../leader/equilibrium.ts'
import type { Dual } from '../../leader/interior/dual.ts'
import type { Subject } from '../analysis.ts'

type Number = Dual<Exact>

/**
 * A game that was solved by search, with the routes that were found held to what makes them: each variable to its limit, or
 * to the user's threshold at which it stands, wherever these move. A route that is best stays so nearby, unless another ties.
 *
 * @returns a reason where a route lies at neither, or a user's reply is strictly between staying and leaving
 */
export function routesHeld<N>(game: Game<Number>, { solved }: Subject<N>): SolvedGame<Number> | string {
  const posed = pose(game)
  const { arithmetic: ar } = game
  const route = solved.route === null ? null : heldRoute(posed, solved, solved.route)
  if (route === null) return 'the best route lies at no limit and at no threshold of a user'
  const announcement = announce(posed, route)
  if (announcement.replies.some(({ chosen }) => isBetween(chosen, ar.from(1), game))) {
    return 'a user answers with a probability strictly between staying and leaving'
  }
  const users: SolvedUser<Number>[] = []
  for (const [index, replies] of announcement.replies.entries()) {
    const known = solved.users[index]
    if (known === undefined) return 'users stand for types'
    const own = alone(posed, index)
    const best = heldRoute(own, solved, known.best.route)
    const found = best === null ? null : announce(own, best)
    const [reply] = found?.replies ?? []
    if (reply === undefined || best === null)
      return 'the users’ own best route lies at no limit and at no threshold'
    users.push({
      regime: known.regime,
      reply: whereMet(posed, replies),
      persistenceSet: null,
      success: replies.payoffs.success,
      latency: replies.payoffs.latency,
      attempts: replies.payoffs.total,
      utility: replies.utility,
      route: null,
      best: { utility: reply.utility, route: best },
      gap: ar.sub(reply.utility, replies.utility),
      population: null,
    })
  }
  return asSolved(posed, solved, announcement, users)
}

function asSolved<N>(
  posed: Posed<Number>,
  solved: SolvedGame<N>,
  announcement: Announcement<Number>,
  users: readonly SolvedUser<Number>[],
): SolvedGame<Number> {
  const { game } = posed
  const { arithmetic: ar } = game
  const utility = utilityOf(game, announcement.replies)
  const zero = ar.from(0)
  return {
    game,
    concept: solved.concept,
    case: solved.case,
    route: announcement.route,
    escalationSet: null,
    cascades: solved.cascades,
    users,
    provider: { cost: announcement.cost, ...shares(posed, announcement), regret: zero },
    gap: weighted(game, (_, index) => users[index]?.gap ?? zero),
    bestUtility: weighted(game, (_, index) => users[index]?.best.utility ?? zero),
    throttling: null,
    welfare: solved.welfare === null ? null : ar.sub(utility, announcement.cost),
    bounds: {
      lower: announcement.cost,
      upper: announcement.cost,
      method: solved.bounds.method,
      tolerance: null,
    },
    ties: null,
    orders: null,
    candidates: [],
    flips: null,
  }
}

/** The route whose variables stand at the same limits and thresholds as those of one that was found; null for neither. */
function heldRoute<N>(
  posed: Posed<Number>,
  { game: found }: SolvedGame<N>,
  { start, variables }: Route<N>,
): Route<Number> | null {
  const { arithmetic: ar, chain } = posed.game
  const places = variables.map((value, index) => {
    const limits = found.chain.variables[index]
    if (limits === undefined) throw new RangeError(`no variable ${String(index)}`)
    if (compare(found.arithmetic, value, limits.low) === 0) return 'low'
    return compare(found.arithmetic, value, limits.high) === 0 ? 'high' : 'inside'
  })
  const inside = places.flatMap((place, index) => (place === 'inside' ? [index] : []))
  const [index, ...others] = inside
  if (others.length > 0) return null
  const held = chain.variables.map(({ low, high }, at) => (places[at] === 'high' ? high : low))
  if (index === undefined) return { start, variables: held }
  const value = variables[index]
  if (value === undefined) return null
  const near = found.arithmetic.toNumber(value)
  const threshold = stayingThresholds(posed, { start, variables: held }, index).find(
    (each) => ar.toNumber(each) === near,
  )
  if (threshold === undefined) return null
  return { start, variables: held.map((each, at) => (at === index ? threshold : each)) }
}

function isBetween(
  reply: Announcement<Number>['replies'][number]['chosen'],
  one: Number,
  { arithmetic: ar }: Game<Number>,
): boolean {
  if (reply.kind !== 'stationary') return false
  const { persistence } = reply
  return ar.sign(persistence) > 0 && ar.sign(ar.sub(one, persistence)) > 0
}
