import type { Game, NumericModel, NumericPerformance, NumericSequence } from '../instance/game.ts'
import type { GameInstance, User } from '../instance/instance.ts'
import type { AttemptSequence, Model } from '../instance/model.ts'
import { sum } from '../arithmetic/order.ts'
import { checkMagnitude } from './checkMagnitude.ts'
import { type Input, inputsOf, performanceName } from './inputs.ts'
import type { Assignment } from './names.ts'
import { numericChain } from './numericChain.ts'
import { rangesOf } from './ranges.ts'
import { measure, type Survey } from './survey.ts'

/** The number that a declaration gives, by the name of the input. */
type Read<N> = (name: string) => N

/**
 * The numbers of a game, every one evaluated and checked. Worth something only if the survey ends without
 * problems and with nothing inexact.
 *
 * @param bounded whether to refuse inputs that doubles could not be computed with ({@link checkMagnitude})
 */
export function numericGame<N>(
  instance: GameInstance,
  survey: Survey<N>,
  assignment: Assignment = new Map(),
  bounded = true,
): Game<N> {
  const numbers = measureInputs(survey, inputsOf(instance), bounded)
  return assembleGame(instance, survey, numbers, numericChain(instance.menu, survey, assignment))
}

/** The values of inputs by their names, each checked; 0 stands in for one that has none. */
export function measureInputs<N>(
  survey: Survey<N>,
  inputs: readonly Input[],
  bounded = true,
): ReadonlyMap<string, N> {
  const { arithmetic } = survey.calculus
  const ranges = rangesOf(arithmetic)
  const zero = arithmetic.from(0)
  return new Map(
    inputs.map(({ name, what, quantity: { dimension, origin }, range }) => {
      const item = { what, expression: { op: 'ref', name } as const, dimension, origin }
      const found = measure(survey, item, ranges[range])
      if (found !== null && bounded) checkMagnitude(survey, item, range, found)
      return [name, found ?? zero]
    }),
  )
}

/** A game from the values of all its inputs and its chain; weights are made to sum to 1. */
function assembleGame<N>(
  instance: GameInstance,
  survey: Survey<N>,
  numbers: ReadonlyMap<string, N>,
  chain: Game<N>['chain'],
): Game<N> {
  const parts = gameParts(instance, survey, numbers)
  return {
    arithmetic: survey.calculus.arithmetic,
    tasks: parts.tasks(),
    models: parts.models(),
    chain,
    users: parts.users(),
    provider: parts.provider(),
  }
}

/** The parts of a game but its chain, each made of the values of its inputs when it is asked for. */
export function gameParts<N>(
  instance: GameInstance,
  survey: Survey<N>,
  numbers: ReadonlyMap<string, N>,
): { readonly [Part in 'tasks' | 'models' | 'users' | 'provider']: () => Game<N>[Part] } {
  const read: Read<N> = (name) => {
    const found = numbers.get(name)
    if (found === undefined) throw new TypeError(`an instance without its number '${name}'`)
    return found
  }
  const { tasks, models, users, provider } = instance
  return {
    tasks: () =>
      shares(
        survey,
        tasks.map(({ name }) => ({ name, weight: read(`${name}.weight`) })),
      ),
    models: () => models.map((model) => numericModel(model, instance, read)),
    users: () =>
      shares(
        survey,
        users.map((user) => numericUser(user, read)),
      ),
    provider: () => ({
      penalty: read(`${provider.name}.penalty`),
      throttle: provider.throttle === null ? null : read(`${provider.name}.throttle`),
      routing: provider.routing.word,
      ties: provider.ties.word,
    }),
  }
}

function numericModel<N>(model: Model, { tasks }: GameInstance, read: Read<N>): NumericModel<N> {
  const { name } = model
  const { success, latency, cost, price, later } = numericSequence(name, model, null, read)
  return {
    name,
    success,
    latency,
    cost,
    price,
    later,
    kinds: model.kinds.map((kind, index) =>
      numericSequence(name, kind, tasks[index]?.name ?? String(index), read),
    ),
  }
}

function numericSequence<N>(
  model: string,
  { later }: AttemptSequence,
  task: string | null,
  read: Read<N>,
): NumericSequence<N> {
  const performance = (attempt: number): NumericPerformance<N> => {
    const field = (name: string): N => read(performanceName(model, name, task, attempt))
    return {
      success: field('success'),
      latency: field('latency'),
      cost: field('cost'),
      price: field('price'),
    }
  }
  const { success, latency, cost, price } = performance(1)
  return { success, latency, cost, price, later: later.map((_, index) => performance(index + 2)) }
}

function numericUser<N>(user: User, read: Read<N>): Game<N>['users'][number] {
  const field = (of: string): N => read(`${user.name}.${of}`)
  return {
    name: user.name,
    weight: field('weight'),
    value: field('value'),
    patience: field('patience'),
    outside: user.outside === null ? null : field('outside'),
    sees: user.sees.word,
    rationality: user.rationality === null ? null : field('rationality'),
  }
}

/** The same with weights that sum to 1. */
function shares<N, T extends { readonly weight: N }>(survey: Survey<N>, all: readonly T[]): readonly T[] {
  if (survey.missing > 0 || all.length === 0) return all
  const { arithmetic } = survey.calculus
  const total = sum(
    arithmetic,
    all.map(({ weight }) => weight),
  )
  return all.map((one) => ({ ...one, weight: arithmetic.div(one.weight, total) }))
}
