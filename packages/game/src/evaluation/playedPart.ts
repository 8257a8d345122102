import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import { partsOfDistribution } from './checkDistributions.ts'
import { inputsOf, modelInputs } from './inputs.ts'
import { referencesOf } from './names.ts'
import { chainExpressions } from './preparedGame.ts'
import { reachIn } from './reachIn.ts'

/** What is played of an instance, and the names of which its numbers are made. */
export interface PlayedPart {
  readonly instance: GameInstance
  readonly names: ReadonlySet<string>
}

/**
 * An instance without the models that its menu does not offer, and without the names to which nothing of the rest refers:
 * the same game, evaluated at the cost of what is played. Its asserts and sweeps stay, and may speak of what is gone.
 *
 * @param also - expressions whose names stay, too
 */
export function playedPart(instance: GameInstance, also: readonly Expression[] = []): PlayedPart {
  const { models, menu, tasks, params, definitions, randoms } = instance
  const inputsBy = new Map(
    models.map((model) => [model.name, modelInputs(model, tasks).map(({ name }) => name)]),
  )
  const rest = new Map([
    ...params.flatMap(({ name, bounds }) =>
      bounds === null ? [] : [[name, [bounds.low.expression, bounds.high.expression]] as const],
    ),
    ...randoms.map(({ name, distribution }) => [name, partsOfDistribution(distribution)] as const),
  ])
  const referred = (expressions: readonly Expression[]): readonly string[] =>
    expressions.flatMap((expression) => [...referencesOf(expression)])
  // With a number of a model all of its numbers stay.
  const along = (name: string): readonly string[] => [
    ...referred(rest.get(name) ?? []),
    ...(inputsBy.get(name.slice(0, name.indexOf('.'))) ?? []),
  ]
  const reach = reachIn(instance, along)
  const names = reach([
    ...inputsOf({ ...instance, models: [] }).map(({ name }) => name),
    ...referred([...chainExpressions(instance), ...also]),
    ...menu.chain.states.flatMap(({ model }) => inputsBy.get(models[model]?.name ?? '') ?? []),
  ])
  const isKept = ({ name }: { readonly name: string }): boolean => names.has(name)
  const left = models.filter(({ name }) => inputsBy.get(name)?.some((input) => names.has(input)) === true)
  const place = new Map(left.map((model, index) => [model, index]))
  const states = menu.chain.states.map((state) => {
    const model = models[state.model]
    return { ...state, model: model === undefined ? state.model : (place.get(model) ?? state.model) }
  })
  return {
    instance: {
      ...instance,
      params: params.filter(isKept),
      definitions: definitions.filter(isKept),
      randoms: randoms.filter(isKept),
      models: left,
      menu: { ...menu, chain: { ...menu.chain, states } },
    },
    names,
  }
}
