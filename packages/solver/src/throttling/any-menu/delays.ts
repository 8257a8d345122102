import { compare, type Game, type NumericModel, type NumericPerformance } from '@plumbline/game'

/** By how much each model of a game is slowed down, or may be: in units of latency, in the order of the models. */
export type ModelDelays<N> = readonly N[]

/** The delays that a provider may choose from: up to these, or any where there is no ceiling (null). */
export type DelayLimits<N> = readonly (N | null)[]

/**
 * How far each model may be slowed down: every attempt at it by the same time, whatever the kind of task and the number of the
 * attempt, and none beyond the ceiling. A model of which some attempt takes longer than that stays as it is.
 *
 * @param ceiling in units of latency; null for none
 */
export function delayLimits<N>({ arithmetic: ar, models }: Game<N>, ceiling: N | null): DelayLimits<N> {
  return models.map((model) => {
    if (ceiling === null) return null
    const [first = model.latency, ...others] = performancesOf(model).map(({ latency }) => latency)
    const longest = others.reduce((one, other) => (compare(ar, other, one) > 0 ? other : one), first)
    return compare(ar, longest, ceiling) < 0 ? ar.sub(ceiling, longest) : ar.from(0)
  })
}

/** Every attempt at a model that differs from others, by kind of task and number. */
function performancesOf<N>(model: NumericModel<N>): readonly NumericPerformance<N>[] {
  const sequences = model.kinds.length === 0 ? [model] : model.kinds
  return sequences.flatMap((sequence) => [sequence, ...sequence.later])
}

/** The game with its models slowed down. */
export function slowedGame<N>(game: Game<N>, delays: ModelDelays<N>): Game<N> {
  const { arithmetic: ar, models } = game
  return {
    ...game,
    models: models.map((model, index): NumericModel<N> => {
      const delay = delays[index]
      return delay === undefined || ar.sign(delay) === 0 ? model : slowedModel(game, model, delay)
    }),
  }
}

/** The model with every attempt slower by the same time. */
export function slowedModel<N>(
  { arithmetic: ar }: Pick<Game<N>, 'arithmetic'>,
  model: NumericModel<N>,
  delay: N,
): NumericModel<N> {
  const slower = <P extends NumericPerformance<N>>(one: P): P => {
    return { ...one, latency: ar.add(one.latency, delay) }
  }
  return {
    ...slower({ ...model, later: model.later.map(slower) }),
    kinds: model.kinds.map((kind) => slower({ ...kind, later: kind.later.map(slower) })),
  }
}

/** Models that the menu uses and that may be slowed down to some user's annoyance. */
export function slowableModels<N>(
  { arithmetic: ar, chain, users }: Game<N>,
  limits: DelayLimits<N>,
): readonly number[] {
  if (users.every(({ patience }) => ar.sign(patience) === 0)) return []
  const used = new Set(chain.states.map(({ model }) => model))
  return [...used].filter((model) => {
    const limit = limits[model]
    return limit === null || (limit !== undefined && ar.sign(limit) > 0)
  })
}
