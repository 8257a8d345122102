import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { Game, NumericChain, NumericPerformance, NumericSequence } from '../instance/game.ts'

/** The same game in another arithmetic, number by number. */
export function mapGame<N, M>(game: Game<N>, arithmetic: Arithmetic<M>, convert: (n: N) => M): Game<M> {
  const { chain, provider } = game
  const optional = (n: N | null): M | null => (n === null ? null : convert(n))
  return {
    arithmetic,
    tasks: game.tasks.map(({ name, weight }) => ({ name, weight: convert(weight) })),
    models: game.models.map((model) => {
      const { success, latency, cost, price, later } = mapSequence(model, convert)
      const kinds = model.kinds.map((kind) => mapSequence(kind, convert))
      return { name: model.name, success, latency, cost, price, later, kinds }
    }),
    chain: mapChain(chain, convert),
    users: game.users.map((user) => ({
      name: user.name,
      weight: convert(user.weight),
      value: convert(user.value),
      patience: convert(user.patience),
      outside: optional(user.outside),
      sees: user.sees,
      rationality: optional(user.rationality),
    })),
    provider: {
      penalty: convert(provider.penalty),
      throttle: optional(provider.throttle),
      routing: provider.routing,
      ties: provider.ties,
    },
  }
}

function mapSequence<N, M>(sequence: NumericSequence<N>, convert: (n: N) => M): NumericSequence<M> {
  const performance = ({ success, latency, cost, price }: NumericPerformance<N>): NumericPerformance<M> => {
    return {
      success: convert(success),
      latency: convert(latency),
      cost: convert(cost),
      price: convert(price),
    }
  }
  const { success, latency, cost, price } = performance(sequence)
  return { success, latency, cost, price, later: sequence.later.map(performance) }
}

function mapChain<N, M>(chain: NumericChain<N>, convert: (n: N) => M): NumericChain<M> {
  return {
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
  }
}
