import type { Chain, LeaderVariable } from '@plumbline/game'
import type { MenuModel, VariableLimits } from '../define.ts'
import { otherwise, withProbability } from './rows.ts'

/** What a menu of steps says besides which they are. */
export interface StepOptions {
  /** The only model that may make the first attempt; any may where it is null or absent. */
  readonly start?: MenuModel | null
  /** Limits of the probability of a step. */
  readonly escalation?: (from: MenuModel, to: MenuModel) => VariableLimits
  /** Who picks the model that makes the first attempt: the provider, unless it is said. */
  readonly chooser?: Chain['chooser']
}

/**
 * The chain in which each model stays at itself but for the provider's probabilities of the given steps: one state a
 * model, and a variable `escalation.FROM` a step (`escalation.FROM.TO` where several lead from one model).
 *
 * @param steps - pairs of places in `models`, from and to
 */
export function chainOfSteps(
  models: readonly MenuModel[],
  steps: readonly (readonly [from: number, to: number])[],
  { start = null, escalation = () => anything, chooser = 'provider' }: StepOptions = {},
): Chain {
  const leavingFrom = models.map((): { readonly to: number; readonly variable: number }[] => [])
  for (const [variable, [from, to]] of steps.entries()) leavingFrom[from]?.push({ to, variable })
  const variables = steps.flatMap(([from, to]): readonly LeaderVariable[] => {
    const [source, target] = [models[from], models[to]]
    if (source === undefined || target === undefined) throw new RangeError('a step to or from no model')
    const several = (leavingFrom[from]?.length ?? 0) > 1
    const name = several ? `escalation.${source.name}.${target.name}` : `escalation.${source.name}`
    return [{ name, state: from, ...escalation(source, target) }]
  })
  return {
    states: models.map(({ index, name }) => ({ name, model: index })),
    starts: models.flatMap((model, state) => (start === null || start.name === model.name ? [state] : [])),
    chooser,
    variables,
    transitions: leavingFrom.map((leaving, state) => [
      otherwise(
        state,
        leaving.map(({ variable }) => variable),
      ),
      ...leaving.map(({ to, variable }) => withProbability(to, variable)),
    ]),
  }
}

const anything: VariableLimits = {
  low: { op: 'number', value: '0' },
  high: { op: 'number', value: '1' },
  origin: null,
}
