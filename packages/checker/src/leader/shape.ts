import type { Game } from '@plumbline/game'

/** The menus for which the provider's optimum has a formula. */
export type Shape<N> =
  /** Every re-prompt stays at the model that was started at. */
  | { readonly kind: 'static' }
  /** Two states, of which one may lead to the other with a probability within limits. */
  | {
      readonly kind: 'pair'
      readonly first: number
      readonly second: number
      readonly low: N
      readonly high: N
    }

/** The shape of a game's menu in front of one user of the base game; null for any other game. */
export function shapeOf<N>(game: Game<N>): Shape<N> | null {
  const { arithmetic, tasks, models, users } = game
  const [user] = users
  const plain =
    users.length === 1 &&
    tasks.length === 0 &&
    models.every(({ later }) => later.length === 0) &&
    user?.sees === 'nothing' &&
    user.outside === null
  return plain ? menuShape(game, arithmetic.from(1)) : null
}

/** The shape of the menu alone, whoever the users are. */
export function menuShape<N>({ arithmetic: ar, chain }: Game<N>, one: N): Shape<N> | null {
  const moving = chain.transitions.flatMap((row, state) => {
    const stays = row.every(({ to, constant, terms }) => {
      if (terms.some(({ coefficient }) => ar.sign(coefficient) !== 0)) return false
      return to === state ? ar.sign(ar.sub(constant, one)) === 0 : ar.sign(constant) === 0
    })
    return stays ? [] : [state]
  })
  const [first, ...others] = moving
  if (first === undefined) return { kind: 'static' }
  if (chain.states.length !== 2 || others.length > 0 || chain.chooser === 'user') return null
  const away = (chain.transitions[first] ?? []).filter(({ to }) => to !== first)
  const [step] = away
  if (step === undefined || away.length > 1) return null
  const [term, ...more] = step.terms.filter(({ coefficient }) => ar.sign(coefficient) !== 0)
  const pair = { kind: 'pair', first, second: 1 - first } as const
  if (term === undefined) return { ...pair, low: step.constant, high: step.constant }
  const variable = chain.variables[term.variable]
  const isPlain = ar.sign(step.constant) === 0 && ar.sign(ar.sub(term.coefficient, one)) === 0
  if (more.length > 0 || variable === undefined || !isPlain || chain.variables.length > 1) return null
  return { ...pair, low: variable.low, high: variable.high }
}
