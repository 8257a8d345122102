import type { Game, GameInstance } from '@plumbline/game'
import type { Answer, Case } from '../case.ts'
import { field, objectAt, listAt } from '../document/read.ts'
import { routeAt, type Pool } from '../document/routes.ts'
import type { Path } from '../document/fault.ts'
import { crowdOf } from '../leader/groups.ts'
import { extremeRoutes, ownBest } from '../leader/own-best.ts'
import { order } from '../play/order.ts'
import type { BestReplies } from '../replies/favourites.ts'
import { repliesOf } from './replies.ts'
import { sideOf } from '../play/side.ts'
import { transitionsOf, type Route } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'
import { byTieRule } from '../replies/tie-rule.ts'

/**
 * Reads from a document the route that is announced to people who differ, and works out what each type replies and would rather
 * have.
 *
 * @param declared whose type each user of the game is
 * @returns null where a type's own best route is not one of the limits of the menu
 * @throws Fault where the document names no route of the menu, or one that is not the best for those of whom it says so
 */
export function readPopulation<N>(
  instance: GameInstance,
  game: Game<N>,
  declared: readonly number[],
  document: unknown,
  pool: Pool<N>,
): Case<N> | null {
  const { arithmetic: ar, provider } = game
  const route = routeAt(game, pool, field(document, 'route'), ['route'])
  const users = listAt(field(document, 'users'), ['users'])
  const sides = game.users.map((user) => sideOf(game, user, false))
  const told = instance.users.map((_, user) => {
    const path: Path = ['users', user, 'best']
    const best = objectAt(field(users[user], 'best'), path)
    return routeAt(game, pool, field(best, 'route'), [...path, 'route'])
  })
  const crowd = crowdOf(game, sides)
  const [first] = sides
  const limits = first === undefined ? null : extremeRoutes(game, first)
  const answers = sides.map((side, index): Answer<N> | null => {
    const user = declared[index] ?? 0
    const person = crowd?.people[index]
    const isAlone = declared.indexOf(user) === declared.lastIndexOf(user)
    const to = (announced: Route<N>): BestReplies<N> =>
      crowd === null || person === undefined || isAlone
        ? bestReplies(side, transitionsOf(game, announced.variables), announced.start)
        : repliesOf(game, side, person, crowd, announced)
    const replies = to(route)
    const [played] = byTieRule(ar, replies, provider.ties)
    const own = told[user] ?? route
    // The document has the route of the first of a user's types.
    if (declared.indexOf(user) === index) {
      const best = ownBest(game, side, own, ['users', user, 'best'])
      return played === undefined ? null : { route, replies, played, best: { ...best, route: own } }
    }
    const most = limits
      ?.map(to)
      .reduce((one, other) => (order(ar, other.utility, one.utility) > 0 ? other : one))
    if (played === undefined || most === undefined) return null
    const { utility, exact } = most
    return { route, replies, played, best: { route: own, utility, cost: ar.from(0), exact, proved: true } }
  })
  const known = answers.filter((answer) => answer !== null)
  if (known.length < answers.length) return null
  return { instance, game, document, pool, sides, route, answers: known, formula: null }
}
