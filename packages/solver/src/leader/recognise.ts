import { compare, type Arithmetic, type Game, type NumericChain } from '@plumbline/game'
import { attemptWith, type Attempt } from '../base/attempt.ts'
import type { Cascade } from './cascade-offers.ts'

/** The shapes of chain that have closed forms here. */
export type Shape<N> =
  /** Every re-prompt stays at the model that was started at. */
  | { readonly kind: 'static'; readonly attempts: readonly Attempt<N>[] }
  | { readonly kind: 'cascade'; readonly cascade: Cascade<N>; readonly attempts: readonly Attempt<N>[] }
  /** In words: what no closed form here takes. */
  | { readonly kind: 'unknown'; readonly what: string }

type Rows<N> = NumericChain<N>['transitions']

/**
 * Tells which closed form a game's chain has: a menu without transitions between models (of any number of
 * them), or two models of which one may escalate to the other by a variable, or a fixed probability, within
 * limits. Only what the chain's shape says counts, not the name of the menu.
 *
 * @throws Undecided where the arithmetic cannot tell a transition from 0 or 1
 */
export function recognise<N>(game: Game<N>): Shape<N> {
  if (last?.game === game) return last.shape as Shape<N>
  const shape = recogniseAnew(game)
  last = { game, shape }
  return shape
}

/** The game that was recognised last: what the provider chooses from and what slowing does ask for it in turn. */
let last: { readonly game: unknown; readonly shape: Shape<unknown> } | null = null

function recogniseAnew<N>(game: Game<N>): Shape<N> {
  const { arithmetic: ar, chain, models, users } = game
  const [user] = users
  if (user === undefined || users.length > 1) return { kind: 'unknown', what: 'several users' }
  const beyond = beyondTheBaseGame(game, user)
  if (beyond !== null) return { kind: 'unknown', what: beyond }
  const attempts = chain.states.map(({ model }) => {
    const played = models[model]
    if (played === undefined) throw new TypeError('a state without its model')
    return attemptWith(game, played, user)
  })
  const moving = chain.transitions.flatMap((_, state) =>
    staysAt(ar, chain.transitions, state) ? [] : [state],
  )
  if (moving.length === 0) return { kind: 'static', attempts }
  const what = `a ${chain.chooser === 'user' ? 'choice' : 'cascade'} of ${countOf(chain.states.length)}`
  const [first] = moving
  if (chain.states.length !== 2 || first === undefined || moving.length > 1) {
    return { kind: 'unknown', what: chain.states.length === 2 ? 'two models that lead to each other' : what }
  }
  if (chain.chooser === 'user') return { kind: 'unknown', what: 'a cascade whose start the user chooses' }
  const second = 1 - first
  const limits = escalationLimits(ar, chain, first)
  const [one, two] = [attempts[first], attempts[second]]
  if (limits === null || one === undefined || two === undefined) {
    return { kind: 'unknown', what: 'a cascade whose escalation is not one variable' }
  }
  const cascade: Cascade<N> = {
    pair: { arithmetic: ar, first: one, second: two },
    first,
    second,
    ...limits,
    startsFirst: chain.starts.includes(first),
    startsSecond: chain.starts.includes(second),
  }
  return { kind: 'cascade', cascade, attempts }
}

/** In words: what in a game no closed form here knows of; null for nothing. */
function beyondTheBaseGame<N>({ tasks, models }: Game<N>, user: Game<N>['users'][number]): string | null {
  if (tasks.length > 0) return 'kinds of task'
  if (models.some(({ later }) => later.length > 0)) return 'success by attempt'
  if (user.sees !== 'nothing') return 'a user who sees more than failures'
  if (user.outside !== null) return 'an outside option'
  if (user.rationality !== null) return 'bounded rationality'
  return null
}

function countOf(states: number): string {
  return (
    ['no models', 'one model', 'two models', 'three models', 'four models', 'five models'][states] ??
    `${states} models`
  )
}

/** Whether a re-prompt in the state surely stays there. */
function staysAt<N>(ar: Arithmetic<N>, rows: Rows<N>, state: number): boolean {
  return (rows[state] ?? []).every(({ to, constant, terms }) => {
    if (terms.some(({ coefficient }) => ar.sign(coefficient) !== 0)) return false
    return to === state ? compare(ar, constant, ar.from(1)) === 0 : ar.sign(constant) === 0
  })
}

/** The limits of the probability to escalate from `first`, null where it is no variable and no constant. */
function escalationLimits<N>(
  ar: Arithmetic<N>,
  chain: NumericChain<N>,
  first: number,
): { readonly low: N; readonly high: N } | null {
  const up = (chain.transitions[first] ?? []).filter(({ to }) => to !== first)
  const [only] = up
  if (only === undefined || up.length > 1) return null
  const terms = only.terms.filter(({ coefficient }) => ar.sign(coefficient) !== 0)
  const [term] = terms
  if (term === undefined) return { low: only.constant, high: only.constant }
  const variable = chain.variables[term.variable]
  const plain = ar.sign(only.constant) === 0 && compare(ar, term.coefficient, ar.from(1)) === 0
  if (terms.length > 1 || variable === undefined || !plain || chain.variables.length > 1) return null
  return { low: variable.low, high: variable.high }
}
