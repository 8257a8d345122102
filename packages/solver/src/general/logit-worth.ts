import type { Pair } from '../base/attempt.ts'

/**
 * `W(r)`: what one more attempt is worth where failures happen, of two models: from the second `ξ2/(1 - a2 r)`, from the
 * first `F(r)/((1 - a1 (1-s) r)(1 - a2 r)(1 - a2 (1-s) r))` with `F = (1-s) ξ1 (1 - a2 r)² + s ξ2 (1 - a1 a2 (1-s) r²)`.
 */
export function slopeAtEscalation<N>(
  { arithmetic: ar, first, second }: Pair<N>,
  start: 'first' | 'second',
  escalation: N,
  persistence: N,
): N {
  const one = ar.from(1)
  const survival = ar.sub(one, ar.mul(second.failure, persistence))
  if (start === 'second') return ar.div(second.netValue, survival)
  const down = ar.sub(one, escalation)
  const returns = ar.sub(one, ar.mul(ar.mul(first.failure, down), persistence))
  const stays = ar.sub(one, ar.mul(ar.mul(second.failure, down), persistence))
  const loops = ar.sub(
    one,
    ar.mul(ar.mul(first.failure, second.failure), ar.mul(down, ar.mul(persistence, persistence))),
  )
  // Apart, so that each part is monotone where the numbers are enclosures.
  const own = ar.div(ar.mul(ar.mul(down, first.netValue), survival), ar.mul(returns, stays))
  const other = ar.div(
    ar.mul(ar.mul(escalation, second.netValue), loops),
    ar.mul(ar.mul(returns, survival), stays),
  )
  return ar.add(own, other)
}
