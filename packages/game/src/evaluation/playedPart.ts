import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Model } from '../instance/model.ts'
import { partsOfDistribution } from './checkDistributions.ts'
import { inputsOf, modelInputs } from './inputs.ts'
import { namesOf, referencesOf } from './names.ts'
import { chainExpressions } from './preparedGame.ts'

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
  const named = namesOf(instance, new Map())
  const others = inputsOf({ ...instance, models: [] })
  const byName = new Map(models.map((model) => [model.name, model]))
  const rest = new Map([
    ...params.flatMap(({ name, bounds }) =>
      bounds === null ? [] : [[name, [bounds.low.expression, bounds.high.expression]] as const],
    ),
    ...randoms.map(({ name, distribution }) => [name, partsOfDistribution(distribution)] as const),
  ])
  const names = new Set<string>()
  const kept = new Set<Model>()
  const open: string[] = []
  const reach = (expressions: readonly Expression[]): void => {
    for (const expression of expressions) open.push(...referencesOf(expression))
  }
  const keep = (model: Model): void => {
    if (kept.has(model)) return
    kept.add(model)
    open.push(...modelInputs(model, tasks).map(({ name }) => name))
  }
  open.push(...others.map(({ name }) => name))
  reach([...chainExpressions(instance), ...also])
  for (const { model } of menu.chain.states) {
    const offered = models[model]
    if (offered !== undefined) keep(offered)
  }
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue
    names.add(name)
    const expression = named.get(name)?.expression
    reach([...(expression === undefined ? [] : [expression]), ...(rest.get(name) ?? [])])
    const owner = byName.get(name.slice(0, name.indexOf('.')))
    if (owner !== undefined) keep(owner)
  }
  const isKept = ({ name }: { readonly name: string }): boolean => names.has(name)
  const left = models.filter((model) => kept.has(model))
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
