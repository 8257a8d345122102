import { type Arithmetic, type Game, type GameInstance } from '@plumbline/game'
import type { Answer, Case } from './case.ts'
import type { Path } from './document/fault.ts'
import { exactAt } from './document/exact.ts'
import { field, listAt, objectAt } from './document/read.ts'
import { poolOf, routeAt, type Pool } from './document/routes.ts'
import { namedReply } from './expected/answer.ts'
import { formulaOf, type Formula } from './leader/formula.ts'
import { ownBest } from './leader/own-best.ts'
import { shapeOf } from './leader/shape.ts'
import { sideOf } from './play/side.ts'
import { transitionsOf } from './play/transitions.ts'
import { bestReplies } from './replies/best-replies.ts'
import type { BestReplies, Played } from './replies/favourites.ts'
import { byTieRule } from './replies/tie-rule.ts'
import { order } from './play/order.ts'

/**
 * Reads from a document what everything else follows from, the routes, and works out what each user replies to hers.
 *
 * @throws Fault where the document names no route of the menu
 */
export function readCase<N>(instance: GameInstance, game: Game<N>, document: unknown): Case<N> {
  const pool = poolAt(game.arithmetic, document)
  const shape = shapeOf(game)
  const sides = game.users.map((user) => sideOf(game, user, shape !== null))
  const chooses = game.chain.chooser === 'user'
  const route = chooses ? null : routeAt(game, pool, field(document, 'route'), ['route'])
  const [first] = sides
  const formula = shape === null || first === undefined || chooses ? null : formulaOf(game, first, shape)
  const users = listAt(field(document, 'users'), ['users'])
  const answers = sides.map((side, index): Answer<N> => {
    const claimed = users[index]
    const path: Path = ['users', index]
    const own = route ?? routeAt(game, pool, field(claimed, 'route'), [...path, 'route'])
    const replies = bestReplies(side, transitionsOf(game, own.variables), own.start)
    const options = [
      ...byTieRule(game.arithmetic, replies, game.provider.ties),
      ...approached(game, formula, replies),
    ]
    const played = namedReply(game, options, claimed)
    const claimedBest = objectAt(field(claimed, 'best'), [...path, 'best'])
    const bestPath = [...path, 'best']
    const best = routeAt(game, pool, field(claimedBest, 'route'), [...bestPath, 'route'])
    return { route: own, replies, played, best: ownBest(game, side, best, bestPath) }
  })
  return { instance, game, document, pool, sides, route, answers, formula }
}

/** With ties against the provider: the reply of announcements near a route, where no route has the least cost itself. */
function approached<N>(
  { arithmetic: ar, provider }: Game<N>,
  formula: Formula<N> | null,
  replies: BestReplies<N>,
): readonly Played<N>[] {
  if (provider.ties === 'strong' || formula?.covers !== true || formula.attained) return []
  return replies.best.filter(({ outcome }) => order(ar, outcome.cost, formula.weak) === 0)
}

/** The exact numbers that a certificate gives. */
export function poolAt<N>(ar: Arithmetic<N>, document: unknown): Pool<N> {
  const certificate = field(document, 'certificate')
  const path: Path = ['certificate', 'probabilities']
  const listed = field(certificate, 'probabilities')
  const forms = listed === undefined ? [] : listAt(listed, path)
  return poolOf(
    ar,
    forms.map((form, index) => exactAt(ar, form, [...path, index])),
    path,
  )
}
