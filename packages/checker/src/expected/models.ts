import { compare, Undecided, type Arithmetic, type Game, type GameInstance } from '@plumbline/game'
import { OnTrust, type Expected } from '../document/difference.ts'
import { stepOf } from '../play/side.ts'

/** What the document must say of each model. */
export function modelEntries<N>(instance: GameInstance, game: Game<N>): readonly Expected[] {
  const { arithmetic: ar, models, users } = game
  return models.map((model, index) => ({
    name: model.name,
    label: instance.models[index]?.label ?? null,
    cost: ar.toNumber(model.cost),
    latency: ar.toNumber(model.latency),
    success: ar.toNumber(model.success),
    price: ar.toNumber(model.price),
    costOfPass: ar.toNumber(ar.div(ar.sub(model.cost, model.price), model.success)),
    latencyOfPass: ar.toNumber(ar.div(model.latency, model.success)),
    netValue: Object.fromEntries(
      users.map((user) => [user.name, ar.toNumber(stepOf(game, user, model).worth)] as const),
    ),
  }))
}

/** How the two sides rank the menu's models. */
export function orderEntries<N>(game: Game<N>): Expected {
  try {
    return orders(game)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return new OnTrust('inexact numbers leave the order open')
  }
}

function orders<N>({ arithmetic: ar, chain, models, users }: Game<N>): Expected {
  const menu = [...new Set(chain.states.map(({ model }) => model))].flatMap((index) => models[index] ?? [])
  const keys = (of: (model: (typeof menu)[number]) => N): readonly N[] =>
    menu.map((model) => ar.div(of(model), model.success))
  const provider = keys(({ cost, price }) => ar.sub(cost, price))
  const byUser = users.map(({ patience }) =>
    keys(({ latency, price }) => ar.add(ar.mul(patience, latency), price)),
  )
  const named = (values: readonly N[]): Expected =>
    groups(ar, values).map((group) => group.map((place) => menu[place]?.name ?? ''))
  const opposed = (values: readonly N[]): boolean =>
    values.some((x, i) =>
      values.some((y, j) => {
        const [here, there] = [provider[i], provider[j]]
        return (
          compare(ar, x, y) < 0 && here !== undefined && there !== undefined && compare(ar, here, there) > 0
        )
      }),
    )
  const rises = (of: (model: (typeof menu)[number]) => N): boolean =>
    menu.every((model, place) => {
      const next = menu[place + 1]
      return next === undefined || compare(ar, of(model), of(next)) < 0
    })
  return {
    provider: named(provider),
    users: Object.fromEntries(users.map(({ name }, index) => [name, named(byUser[index] ?? [])])),
    conflict: byUser.some(opposed),
    paper: rises(({ cost }) => cost) && rises(({ latency }) => latency) && rises(({ success }) => success),
  }
}

/** Places in ascending order of their values, equal ones together. */
function groups<N>(ar: Arithmetic<N>, values: readonly N[]): readonly (readonly number[])[] {
  const found: number[][] = []
  const sorted = values
    .map((value, place) => ({ value, place }))
    .toSorted((x, y) => compare(ar, x.value, y.value))
  sorted.forEach(({ value, place }, index) => {
    const before = sorted[index - 1]
    if (before !== undefined && compare(ar, before.value, value) === 0) found.at(-1)?.push(place)
    else found.push([place])
  })
  return found
}
