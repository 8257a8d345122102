import type { Game, TradeoffEntry } from '@plumbline/game'
import { weighted } from '../../general/announce.ts'
import { concaveFrontier, plansOf, type Family } from './exogenous.ts'
import { playInOrder } from './policy.ts'

/**
 * What a family of plans offers for every worth of a solved task (the trade-off `λ` is one over it) and every budget, nobody
 * thought to leave: the corners of its concave frontier, each from the worth at which it overtakes the one before, and what it
 * comes to where users do leave.
 *
 * @param menu indices of models, in the menu's order
 */
export function tradeoffOf<N>(game: Game<N>, menu: readonly number[], family: Family): TradeoffEntry {
  const { arithmetic: ar, models } = game
  const frontier = concaveFrontier(ar, plansOf(game, menu, family))
  return {
    family,
    plans: frontier.map(({ order, quality, cost }, index) => {
      const before = frontier[index - 1]
      const { replies } = playInOrder(game, order)
      const worth =
        before === undefined ? ar.from(0) : ar.div(ar.sub(cost, before.cost), ar.sub(quality, before.quality))
      return {
        models: order.map((model) => models[model]?.name ?? ''),
        from: ar.toNumber(worth),
        quality: ar.toNumber(quality),
        budget: ar.toNumber(cost),
        cost: ar.toNumber(weighted(game, (_, user) => replies[user]?.payoffs.cost ?? ar.from(0))),
        utility: ar.toNumber(weighted(game, (_, user) => replies[user]?.utility ?? ar.from(0))),
      }
    }),
  }
}
