import type { Game, GameInstance, ModelEntry, OrdersEntry } from '@plumbline/game'
import { netValue, servingCost } from '../chain/netValue.ts'
import type { Orders } from '../misalignment/orders.ts'
import type { SolvedGame } from './solved.ts'

/** Every declared model with what it is worth to each side, before any throttling. */
export function modelEntries<N>(instance: GameInstance, { game }: SolvedGame<N>): readonly ModelEntry[] {
  const { arithmetic: ar } = game
  return game.models.map((model, index) => {
    const costOfPass = ar.div(servingCost(game, model), model.success)
    const values = game.users.map((user) => [user.name, ar.toNumber(netValue(game, model, user))] as const)
    return {
      name: model.name,
      label: instance.models[index]?.label ?? null,
      cost: ar.toNumber(model.cost),
      latency: ar.toNumber(model.latency),
      success: ar.toNumber(model.success),
      price: ar.toNumber(model.price),
      costOfPass: ar.toNumber(costOfPass),
      latencyOfPass: ar.toNumber(ar.div(model.latency, model.success)),
      netValue: Object.fromEntries(values),
    }
  })
}

/** How the two sides rank the menu's models. */
export function ordersEntry<N>({ models, users }: Game<N>, orders: Orders): OrdersEntry {
  const named = (groups: readonly (readonly number[])[]): readonly (readonly string[])[] =>
    groups.map((group) => group.map((index) => models[index]?.name ?? ''))
  return {
    provider: named(orders.provider),
    users: Object.fromEntries(users.map(({ name }, index) => [name, named(orders.users[index] ?? [])])),
    conflict: orders.conflict,
    paper: orders.paper,
  }
}
