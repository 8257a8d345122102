import type { GameInstance } from '@plumbline/game'
import type { Behaviour, Regime } from '@plumbline/solver'
import { listed, quoted, titleOf } from '../formatting/label.ts'

/** A regime for people: `gpt-4.1, then o3: stays`; with several users, what each does. */
export function regimeWords(instance: GameInstance, regime: Regime | null): string {
  if (regime === null) return 'no solution'
  const route = regime.start === null ? null : routeOf(instance, regime, regime.start)
  const users = instance.users.map((user, index) => {
    const { answer, start } = regime.users[index] ?? { answer: 'differs' as const, start: null }
    const does = start === null ? answerWord(answer) : `${modelNamed(instance, start)}, ${answerWord(answer)}`
    return instance.users.length === 1 ? does : `${quoted(titleOf(user))} ${does}`
  })
  return route === null ? listed(users) : `${route}: ${listed(users)}`
}

function routeOf(instance: GameInstance, { extents }: Regime, start: string): string {
  const first = modelNamed(instance, start)
  const { states, variables, transitions } = instance.menu.chain
  const moves = extents.flatMap((extent, index) => {
    if (extent === 'none') return []
    const state = variables[index]?.state ?? -1
    // A variable may lead to several states; those that it leads toward are named.
    const targets = (transitions[state] ?? [])
      .filter(({ to, terms }) => to !== state && terms.some(({ variable }) => variable === index))
      .map(({ to }) => modelNamed(instance, states[to]?.name ?? ''))
    const from =
      states[state]?.name === start ? '' : `from ${modelNamed(instance, states[state]?.name ?? '')} `
    return targets.length === 0
      ? []
      : [`${from}${extent === 'all' ? 'always ' : 'now and then '}on to ${listed(targets, 'or')}`]
  })
  if (moves.length > 0) return `${first}, ${listed(moves)}`
  const mayMove = variables.some(({ state }) => states[state]?.name === start)
  return extents.length > 0 && mayMove ? `${first} only` : first
}

function modelNamed({ models, menu }: GameInstance, state: string): string {
  const model = menu.chain.states.find(({ name }) => name === state)?.model
  return quoted(titleOf(models[model ?? -1] ?? { name: state, label: null }))
}

function answerWord(answer: Behaviour): string {
  switch (answer) {
    case 'absent':
      return 'does not start'
    case 'stays':
      return 'stays'
    case 'leaves':
      return 'leaves'
    case 'sometimes':
      return 'leaves now and then'
    case 'differs':
      return 'answers differ'
  }
}
