import type { Arithmetic } from '@plumbline/game'
import type { Attempt } from './attempt.ts'

/** The cost-of-pass `C = c/p`: what a solved task costs a provider whose user never leaves. */
export function costOfPass<N>(ar: Arithmetic<N>, attempt: Attempt<N>): N {
  return ar.div(attempt.serving, attempt.success)
}

/**
 * What a user gets by never leaving a model, `ξ/p = V - (κ t + f)/p`; the larger, the smaller the
 * latency-of-pass.
 */
export function stayingValue<N>(ar: Arithmetic<N>, attempt: Attempt<N>): N {
  return ar.div(attempt.netValue, attempt.success)
}
