import type { Arithmetic, Game, NumericModel, NumericUser } from '@plumbline/game'
import { netValue, servingCost } from '../chain/netValue.ts'

/** One attempt with a model, as one user and the provider see it. */
export interface Attempt<N> {
  /** `p`, in (0, 1]. */
  readonly success: N
  /** `a = 1 - p`. */
  readonly failure: N
  /** `t`. */
  readonly latency: N
  /** What the provider pays less what the user pays for it (`c - f`); may be negative. */
  readonly serving: N
  /** `ξ = V p - κ t - f`: what one attempt is worth to the user. */
  readonly netValue: N
}

/** Two models of which the first may escalate to the second, as in a two-model cascade. */
export interface Pair<N> {
  readonly arithmetic: Arithmetic<N>
  readonly first: Attempt<N>
  readonly second: Attempt<N>
}

/** One attempt with `model` by `user`: its net value in the utility unit and its net serving cost. */
export function attemptWith<N>(game: Game<N>, model: NumericModel<N>, user: NumericUser<N>): Attempt<N> {
  const { arithmetic: ar } = game
  return {
    success: model.success,
    failure: ar.sub(ar.from(1), model.success),
    latency: model.latency,
    serving: servingCost(game, model),
    netValue: netValue(game, model, user),
  }
}

/** The same pair in another arithmetic. */
export function convertPair<N, M>(pair: Pair<N>, arithmetic: Arithmetic<M>, convert: (x: N) => M): Pair<M> {
  const attempt = (x: Attempt<N>): Attempt<M> => ({
    success: convert(x.success),
    failure: convert(x.failure),
    latency: convert(x.latency),
    serving: convert(x.serving),
    netValue: convert(x.netValue),
  })
  return { arithmetic, first: attempt(pair.first), second: attempt(pair.second) }
}
