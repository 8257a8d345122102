import type { Pair } from './attempt.ts'

/**
 * The escalation `s0 = -ξ1/(ξ2/p2 - ξ1)` at which a user with `ξ1 < 0 < ξ2`, started at the first model, is
 * indifferent between never leaving and leaving at once. In (0, 1).
 */
export function indifferentEscalation<N>({ arithmetic: ar, first, second }: Pair<N>): N {
  const away = ar.neg(first.netValue)
  return ar.div(away, ar.add(ar.div(second.netValue, second.success), away))
}

/**
 * The escalation `sH = ξ1/(ξ1 - ξ2)` from which a user with `ξ1 > 0 > ξ2`, started at the first model, leaves
 * at once. In (0, 1).
 */
export function leavingEscalation<N>({ arithmetic: ar, first, second }: Pair<N>): N {
  return ar.div(first.netValue, ar.sub(first.netValue, second.netValue))
}

/**
 * The escalation `s(r)` to which persistence `r` is the best response of a user with `ξ1 > 0 > ξ2`, started
 * at the first model: the positive root of `A s² + B s + C` with `A = ξ2 a1 a2 r²`,
 * `B = ξ2 (1 - a1 a2 r²) - ξ1 (1 - a2 r)²`, `C = ξ1 (1 - a2 r)²`, in the form `2C/(-B + √(B² - 4AC))`, in
 * which nothing cancels. Falls from `sH` at `r = 0` to `sL` at `r = 1`. Needs `p1 < 1`.
 */
export function escalationOfPersistence<N>(pair: Pair<N>, persistence: N): N {
  const { arithmetic: ar, first: one, second: two } = pair
  const both = ar.mul(ar.mul(one.failure, two.failure), ar.mul(persistence, persistence))
  const survival = ar.add(two.success, ar.mul(two.failure, ar.sub(ar.from(1), persistence)))
  const c = ar.mul(one.netValue, ar.mul(survival, survival))
  const loss = ar.neg(two.netValue)
  const minusB = ar.add(ar.mul(loss, ar.sub(ar.from(1), both)), c)
  const minusFourAC = ar.mul(ar.from(4), ar.mul(ar.mul(loss, both), c))
  const root = ar.sqrt(ar.add(ar.mul(minusB, minusB), minusFourAC))
  return ar.div(ar.mul(ar.from(2), c), ar.add(minusB, root))
}

/** `sL`: the greatest escalation at which a user with `ξ1 > 0 > ξ2`, started at the first model, never leaves. */
export function stayingEscalation<N>(pair: Pair<N>): N {
  return escalationOfPersistence(pair, pair.arithmetic.from(1))
}

/** `(1-s) ξ1 + s ξ2/p2`: has the sign of what never leaving gains over leaving at once, from the first model. */
export function gainOfStaying<N>({ arithmetic: ar, first, second }: Pair<N>, escalation: N): N {
  const stays = ar.mul(ar.sub(ar.from(1), escalation), first.netValue)
  return ar.add(stays, ar.mul(escalation, ar.div(second.netValue, second.success)))
}

/** `(1-s) ξ1 + s ξ2`: has the sign of the slope of the user's utility in her persistence at `r = 0`. */
export function slopeAtLeaving<N>({ arithmetic: ar, first, second }: Pair<N>, escalation: N): N {
  const stays = ar.mul(ar.sub(ar.from(1), escalation), first.netValue)
  return ar.add(stays, ar.mul(escalation, second.netValue))
}

/**
 * `(1-s) ξ1 p2² + s ξ2 (1 - a1 a2 (1-s))`: has the sign of the slope of the user's utility in her persistence
 * at `r = 1`.
 */
export function slopeAtStaying<N>(pair: Pair<N>, escalation: N): N {
  const { arithmetic: ar, first: one, second: two } = pair
  const down = ar.sub(ar.from(1), escalation)
  const square = ar.mul(two.success, two.success)
  const both = ar.mul(ar.mul(one.failure, two.failure), down)
  const first = ar.mul(ar.mul(down, one.netValue), square)
  return ar.add(first, ar.mul(ar.mul(escalation, two.netValue), ar.sub(ar.from(1), both)))
}

/**
 * The persistence strictly between 0 and 1 at which the utility is stationary:
 * `r* = c/(b + √(b² - a c))`, `a = a2 (1-s)(a2 ξ1 - a1 s ξ2)`, `b = a2 (1-s) ξ1`, `c = (1-s) ξ1 + s ξ2`.
 * Only for `ξ1 > 0 > ξ2`, `p1 < 1` and `s` strictly between `sL` and `sH`.
 *
 * @throws TypeError where the arithmetic has no exact form for the root
 */
export function stationaryPersistence<N>(pair: Pair<N>, escalation: N): N {
  const { arithmetic: ar, first: one, second: two } = pair
  const down = ar.sub(ar.from(1), escalation)
  const b = ar.mul(ar.mul(two.failure, down), one.netValue)
  const mixed = ar.sub(
    ar.mul(two.failure, one.netValue),
    ar.mul(ar.mul(one.failure, escalation), two.netValue),
  )
  const a = ar.mul(ar.mul(two.failure, down), mixed)
  const c = slopeAtLeaving(pair, escalation)
  return ar.div(c, ar.add(b, ar.sqrt(ar.sub(ar.mul(b, b), ar.mul(a, c)))))
}
