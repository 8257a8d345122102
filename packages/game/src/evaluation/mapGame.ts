import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { Game } from '../instance/game.ts'

/** The same game in another arithmetic, number by number. */
export function mapGame<N, M>(game: Game<N>, arithmetic: Arithmetic<M>, convert: (n: N) => M): Game<M> {
  const { chain, provider } = game
  return {
    arithmetic,
    models: game.models.map((model) => ({
      name: model.name,
      success: convert(model.success),
      latency: convert(model.latency),
      cost: convert(model.cost),
      price: convert(model.price),
    })),
    chain: {
      ...chain,
      variables: chain.variables.map(({ low, high, ...variable }) => {
        return { ...variable, low: convert(low), high: convert(high) }
      }),
      transitions: chain.transitions.map((row) =>
        row.map(({ to, constant, terms }) => ({
          to,
          constant: convert(constant),
          terms: terms.map(({ variable, coefficient }) => ({ variable, coefficient: convert(coefficient) })),
        })),
      ),
    },
    users: game.users.map((user) => ({
      name: user.name,
      weight: convert(user.weight),
      value: convert(user.value),
      patience: convert(user.patience),
    })),
    provider: {
      penalty: convert(provider.penalty),
      throttle: provider.throttle === null ? null : convert(provider.throttle),
      ties: provider.ties,
    },
  }
}
