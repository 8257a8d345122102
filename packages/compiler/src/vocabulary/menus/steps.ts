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
  const several = (from: number): boolean => steps.filter(([other]) => other === from).length > 1
  const variables = steps.map(([from, to]): LeaderVariable => {
    const name = several(from) ? `escalation.${nameOf(from)}.${nameOf(to)}` : `escalation.${nameOf(from)}`
    return { name, state: from, ...limits(from, to) }
  })
  const transitions = models.map((_, state): readonly Transition[] => {
    const leaving = steps.flatMap(([from, to], variable) => (from === state ? [{ to, variable }] : []))
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
