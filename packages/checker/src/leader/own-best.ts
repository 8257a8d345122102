import { type Game } from '@plumbline/game'
import type { OwnBest } from '../case.ts'
import { Fault, show, type Path } from '../document/fault.ts'
import { transitionsOf, type Route } from '../play/transitions.ts'
import type { Side } from '../play/side.ts'
import { bestReplies } from '../replies/best-replies.ts'
import { byTieRule } from '../replies/tie-rule.ts'
import { mostUtility } from './most-utility.ts'
import { menuShape } from './shape.ts'
import { order } from '../play/order.ts'

/**
 * What the route that a document calls best for a user is worth to her and costs the provider, and whether no other is worth
 * more: where for every reply her utility is a Möbius function of the only escalation, that is so if neither of its limits
 * and no other start is better; else if it reaches what not even a choice after every failure could exceed.
 *
 * @throws Fault where another route is certainly better
 */
export function ownBest<N>(game: Game<N>, side: Side<N>, route: Route<N>, path: Path): OwnBest<N> {
  const { arithmetic: ar, provider } = game
  const { utility, cost, exact } = valueOf(game, side, route)
  const own: OwnBest<N> = { route, utility, cost, exact, proved: true }
  const limits = extremeRoutes(game, side)
  if (limits === null) {
    const most = mostUtility(game, side)
    return { ...own, proved: most !== null && order(ar, most, utility) <= 0 }
  }
  const values = limits.map((limit) => valueOf(game, side, limit))
  const most = values.reduce(
    (best, value) => (order(ar, value.utility, best) > 0 ? value.utility : best),
    utility,
  )
  if (order(ar, most, utility) > 0) {
    throw new Fault(
      [...path, 'utility'],
      `is ${show(ar.toNumber(utility))} on its route; another route is worth ${show(ar.toNumber(most))} to this user`,
    )
  }
  // Of several the one that costs the provider least.
  const cheapest = values
    .filter((value) => order(ar, value.utility, utility) === 0)
    .reduce((least, value) => (order(ar, value.cost, least) < 0 ? value.cost : least), cost)
  return { ...own, cost: provider.routing === 'announced' ? cheapest : cost }
}

function valueOf<N>(
  game: Game<N>,
  side: Side<N>,
  { start, variables }: Route<N>,
): { readonly utility: N; readonly cost: N; readonly exact: boolean } {
  const { arithmetic, provider } = game
  const replies = bestReplies(side, transitionsOf(game, variables), start)
  const [played] = byTieRule(arithmetic, replies, provider.ties)
  if (played === undefined) throw new TypeError('a user without a reply')
  return { utility: replies.utility, cost: played.outcome.cost, exact: replies.exact }
}

/** All starts with the escalation at its limits, where the menu has at most one and tasks and attempts are alike. */
export function extremeRoutes<N>(game: Game<N>, { kinds, user }: Side<N>): readonly Route<N>[] | null {
  const { arithmetic: ar, chain } = game
  const alike = kinds.length === 1 && kinds[0]?.stages.length === 1 && user.sees !== 'attempts'
  const low = chain.variables.map((variable) => variable.low)
  const high = chain.variables.map((variable) => variable.high)
  const fixed = low.every((value, index) => order(ar, value, high[index] ?? value) === 0)
  if (!fixed && (!alike || menuShape(game, ar.from(1)) === null)) return null
  return chain.starts.flatMap((start) =>
    (fixed ? [low] : [low, high]).map((variables) => ({ start, variables })),
  )
}
