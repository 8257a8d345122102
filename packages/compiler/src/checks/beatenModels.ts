import { type Game, lessOrEqual, type NumericModel, Undecided } from '@plumbline/game'

/** A model of a menu that another one beats. */
export interface Beaten {
  readonly model: string
  readonly by: string
}

/**
 * Models of the game's menu that another one beats: it costs no more, takes no longer, succeeds no less often and
 * asks no higher price, and is better in cost, latency or success.
 */
export function beatenModels<N>(game: Game<N>): readonly Beaten[] {
  const models = game.chain.states.flatMap(({ model }) => game.models[model] ?? [])
  return models.flatMap((model) => {
    const by = models.find((other) => other !== model && beats(game, other, model))
    return by === undefined ? [] : [{ model: model.name, by: by.name }]
  })
}

function beats<N>({ arithmetic }: Game<N>, a: NumericModel<N>, b: NumericModel<N>): boolean {
  const noMore = (x: N, y: N): boolean => lessOrEqual(arithmetic, x, y)
  try {
    const asGood = noMore(a.cost, b.cost) && noMore(a.latency, b.latency) && noMore(b.success, a.success)
    if (!asGood || !noMore(a.price, b.price)) return false
    return !(noMore(b.cost, a.cost) && noMore(b.latency, a.latency) && noMore(a.success, b.success))
  } catch (error) {
    if (error instanceof Undecided) return false
    throw error
  }
}
