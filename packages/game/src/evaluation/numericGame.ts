import type { Game, NumericModel, NumericUser } from '../instance/game.ts'
import type { GameInstance, Model, Quantity, User } from '../instance/instance.ts'
import { sum } from '../arithmetic/order.ts'
import type { Limits } from './limits.ts'
import { numericChain } from './numericChain.ts'
import { type Measure, type Ranges, rangesOf } from './ranges.ts'
import { measure, type Survey } from './survey.ts'

/**
 * The numbers of a game, every one evaluated and checked. Worth something only if the survey ends without
 * problems and with nothing inexact.
 */
export function numericGame<N>(instance: GameInstance, survey: Survey<N>): Game<N> {
  const { arithmetic } = survey.calculus
  const ranges = rangesOf(arithmetic)
  const zero = arithmetic.from(0)
  const number: Measure<N> = (what, of, limits) => measure(survey, { what, ...of, limits }) ?? zero
  const { provider } = instance
  const ofProvider = (field: string, quantity: Quantity, limits: Limits<N>) =>
    number(`the ${field} of provider '${provider.name}'`, quantity, limits)
  return {
    arithmetic,
    models: instance.models.map((model) => numericModel(model, number, ranges)),
    chain: numericChain(instance.menu, survey, number, ranges),
    users: numericUsers(instance.users, survey, number, ranges),
    provider: {
      penalty: ofProvider('penalty', provider.penalty, ranges.notNegative),
      throttle:
        provider.throttle === null ? null : ofProvider('throttle', provider.throttle, ranges.positive),
      ties: provider.ties,
    },
  }
}

function numericModel<N>(model: Model, number: Measure<N>, ranges: Ranges<N>): NumericModel<N> {
  const field = (name: string, quantity: Quantity, limits: Limits<N>) =>
    number(`the ${name} of model '${model.name}'`, quantity, limits)
  return {
    name: model.name,
    success: field('success', model.success, ranges.success),
    latency: field('latency', model.latency, ranges.notNegative),
    cost: field('cost', model.cost, ranges.notNegative),
    price: field('price', model.price, ranges.notNegative),
  }
}

/** Users with weights that sum to 1. */
function numericUsers<N>(
  users: readonly User[],
  survey: Survey<N>,
  number: Measure<N>,
  ranges: Ranges<N>,
): readonly NumericUser<N>[] {
  const numbers = users.map((user): NumericUser<N> => {
    const field = (name: string, quantity: Quantity, limits: Limits<N>) =>
      number(`the ${name} of user '${user.name}'`, quantity, limits)
    return {
      name: user.name,
      weight: field('weight', user.weight, ranges.positive),
      value: field('value', user.value, ranges.notNegative),
      patience: field('patience', user.patience, ranges.notNegative),
    }
  })
  if (survey.missing > 0) return numbers
  const { arithmetic } = survey.calculus
  const total = sum(
    arithmetic,
    numbers.map(({ weight }) => weight),
  )
  return numbers.map((user) => ({ ...user, weight: arithmetic.div(user.weight, total) }))
}
