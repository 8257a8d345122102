import type { Game, NumericPerformance, NumericUser } from '@plumbline/game'

/** `ξ = V p − κ t − f`: what one attempt with a model is worth to a user, in utility. */
export function netValue<N>(
  { arithmetic: ar }: Game<N>,
  { success, latency, price }: NumericPerformance<N>,
  { value, patience }: NumericUser<N>,
): N {
  return ar.sub(ar.sub(ar.mul(value, success), ar.mul(patience, latency)), price)
}

/** What one attempt costs the provider after the price that the user pays for it: `c − f`; may be negative. */
export function servingCost<N>({ arithmetic: ar }: Game<N>, { cost, price }: NumericPerformance<N>): N {
  return ar.sub(cost, price)
}

/**
 * `η = c − f − P p`: what one attempt with a model costs the provider, net of the churn that it averts. Negative,
 * a welcome attempt, exactly when the penalty exceeds the cost-of-pass `(c − f)/p`.
 */
export function netCost<N>(game: Game<N>, model: NumericPerformance<N>): N {
  const { arithmetic: ar, provider } = game
  return ar.sub(servingCost(game, model), ar.mul(provider.penalty, model.success))
}
