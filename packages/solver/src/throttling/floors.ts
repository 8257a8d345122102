import { compare, less, type Arithmetic, type Game } from '@plumbline/game'
import { attemptWith, type Attempt } from '../base/attempt.ts'

/** How far a model's net value can be lowered by slowing it down; `null`: without end. */
export type Floor<N> = { readonly at: N } | null

/** A state of the chain as throttling sees it: its attempt, and what the attempt can be lowered to. */
export interface Slowable<N> {
  readonly attempt: Attempt<N>
  readonly floor: Floor<N>
}

/**
 * The states of a game with one user, each with the least net value that a latency of at most `ceiling` gives
 * it: `V p - f - κ T`. A model slower than the ceiling stays as it is; without patience nothing can be lowered.
 *
 * @param ceiling `T`, in units of the latency; null for none
 * @throws Undecided where the arithmetic cannot tell which is less
 */
export function slowableStates<N>(game: Game<N>, ceiling: N | null): readonly Slowable<N>[] {
  const { arithmetic: ar, chain, models, users } = game
  const [user] = users
  if (user === undefined || users.length > 1) throw new TypeError('throttling here is of one user')
  return chain.states.map(({ model: index }) => {
    const model = models[index]
    if (model === undefined) throw new TypeError('a state without its model')
    const attempt = attemptWith(game, model, user)
    if (ar.sign(user.patience) === 0) return { attempt, floor: { at: attempt.netValue } }
    if (ceiling === null) return { attempt, floor: null }
    if (!less(ar, model.latency, ceiling)) return { attempt, floor: { at: attempt.netValue } }
    return { attempt, floor: { at: attemptWith(game, { ...model, latency: ceiling }, user).netValue } }
  })
}

/**
 * Whether a net value can be brought to a target: exactly to it, or (`beyond`, where the user's ties break
 * against the provider) to anything just below it.
 *
 * @param target at most the net value itself
 */
export function reaches<N>(ar: Arithmetic<N>, { floor }: Slowable<N>, target: N, beyond: boolean): boolean {
  if (floor === null) return true
  const order = compare(ar, floor.at, target)
  return beyond ? order < 0 : order <= 0
}

/**
 * The latency that gives a model a net value: `t + (ξ - ξ')/κ`. Without patience, `κ = 0`, the one it has.
 *
 * Never asks whether the model is slowed at all, which inexact numbers would not tell of one that is not.
 */
export function latencyFor<N>(ar: Arithmetic<N>, attempt: Attempt<N>, netValue: N, patience: N): N {
  if (ar.sign(patience) === 0) return attempt.latency
  return ar.add(attempt.latency, ar.div(ar.sub(attempt.netValue, netValue), patience))
}
