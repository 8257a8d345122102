import type { Expression, LeaderVariable, Transition } from '@plumbline/game'
import type { MenuChain, MenuParts } from '../define.ts'

const number = (value: string): Expression => ({ op: 'number', value })

/** The chain in which each model stays at itself but for the leader's probabilities of the given steps. */
export function chainOfSteps(
  { models, limits }: MenuParts,
  steps: readonly (readonly [number, number])[],
  chooser: 'provider' | 'user' = 'provider',
): MenuChain {
  const nameOf = (index: number): string => models[index]?.name ?? String(index)
  const leavingFrom = models.map((): { readonly to: number; readonly variable: number }[] => [])
  for (const [variable, [from, to]] of steps.entries()) leavingFrom[from]?.push({ to, variable })
  const variables = steps.map(([from, to]): LeaderVariable => {
    const several = (leavingFrom[from]?.length ?? 0) > 1
    const name = several ? `escalation.${nameOf(from)}.${nameOf(to)}` : `escalation.${nameOf(from)}`
    return { name, state: from, ...limits(from, to) }
  })
  const transitions = leavingFrom.map((leaving, state): readonly Transition[] => {
    const stay = leaving.map(({ variable }) => ({ variable, coefficient: number('-1') }))
    return [
      { to: state, constant: number('1'), terms: stay },
      ...leaving.map(({ to, variable }) => {
        return { to, constant: number('0'), terms: [{ variable, coefficient: number('1') }] }
      }),
    ]
  })
  return {
    states: models.map(({ index, name }) => ({ name, model: index })),
    chooser,
    variables,
    transitions,
  }
}
