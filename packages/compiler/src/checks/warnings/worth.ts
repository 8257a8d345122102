import type { Arithmetic, NumericModel, NumericPerformance, NumericUser } from '@plumbline/game'

/** `ξ = V p − κ t − f`: what one attempt is worth to a user, after waiting and price. */
export function netValue<N>(
  ar: Arithmetic<N>,
  { success, latency, price }: NumericPerformance<N>,
  { value, patience }: NumericUser<N>,
): N {
  return ar.sub(ar.sub(ar.mul(value, success), ar.mul(patience, latency)), price)
}

/** All that an attempt with a model can be like: for each kind of task, however many attempts have failed. */
export function attemptsOf<N>(model: NumericModel<N> | undefined): readonly NumericPerformance<N>[] {
  if (model === undefined) return []
  const sequences = model.kinds.length > 0 ? model.kinds : [model]
  return sequences.flatMap((sequence) => [sequence, ...sequence.later])
}

/** Whether every attempt with a model is like any other. */
export function isSteady<N>({ kinds, later }: NumericModel<N>): boolean {
  return kinds.length === 0 && later.length === 0
}
