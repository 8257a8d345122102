import { compare } from '@plumbline/game'
import type { Pair } from '../base/attempt.ts'

/**
 * The slope `U_i'(r)` of what a task that starts at a model is worth, times `(1 - a2 r)²`, which both have in common:
 * `a1 F(r)/(1 - a1 (1-s) r)²` from the first, `F = (1-s) ξ1 (1 - a2 r)² + s ξ2 (1 - a1 a2 (1-s) r²)`, and `a2 ξ2` from
 * the second.
 *
 * @param escalation `s`, @param persistence `r`, both in [0, 1]
 */
export function slopeOfSum<N>(pair: Pair<N>, start: 'first' | 'second', escalation: N, persistence: N): N {
  const { arithmetic: ar, first, second } = pair
  const one = ar.from(1)
  if (start === 'second') return ar.mul(second.failure, second.netValue)
  const down = ar.sub(one, escalation)
  const survival = ar.sub(one, ar.mul(second.failure, persistence))
  const loops = ar.mul(ar.mul(first.failure, second.failure), ar.mul(down, ar.mul(persistence, persistence)))
  const f = ar.add(
    ar.mul(ar.mul(down, first.netValue), ar.mul(survival, survival)),
    ar.mul(ar.mul(escalation, second.netValue), ar.sub(one, loops)),
  )
  const returns = ar.sub(one, ar.mul(ar.mul(first.failure, down), persistence))
  return ar.div(ar.mul(first.failure, f), ar.mul(returns, returns))
}

/**
 * The escalation at which a start mixed so that `r` is stationary is worth nothing: with opposite signs of `ξ`,
 * `π1 ξ1 + π2 ξ2 = 0` and `π1 U1' + π2 U2' = 0` give `a1 F(s) = a2 ξ1 (1 - a1 (1-s) r)²`, a quadratic equation in `s`.
 * At `s = 0` the left side less the right is `ξ1 (a1 (1 - a2 r)² - a2 (1 - a1 r)²)`.
 *
 * @returns the root in [0, 1], null where there is none: then the utility keeps its sign
 */
export function utilityVanishes<N>(pair: Pair<N>, persistence: N): N | null {
  const { arithmetic: ar, first, second } = pair
  const one = ar.from(1)
  const [a1, a2] = [first.failure, second.failure]
  const square = (x: N): N => ar.mul(x, x)
  const survival = square(ar.sub(one, ar.mul(a2, persistence)))
  const loops = ar.mul(ar.mul(a1, a2), square(persistence))
  const stays = ar.sub(one, ar.mul(a1, persistence))
  const step = ar.mul(a1, persistence)
  const worth = ar.mul(a2, first.netValue)
  // a1 F(s) - a2 ξ1 (e + a1 r s)² = c + b s + a s², with e = 1 - a1 r.
  const c = ar.sub(ar.mul(a1, ar.mul(first.netValue, survival)), ar.mul(worth, square(stays)))
  const b = ar.sub(
    ar.mul(a1, ar.sub(ar.mul(second.netValue, ar.sub(one, loops)), ar.mul(first.netValue, survival))),
    ar.mul(ar.from(2), ar.mul(worth, ar.mul(stays, step))),
  )
  const a = ar.sub(ar.mul(a1, ar.mul(second.netValue, loops)), ar.mul(worth, square(step)))
  return rootInside(pair, a, b, c)
}

/** The one root of `c + b s + a s²` in [0, 1], null where the ends have one sign. */
function rootInside<N>({ arithmetic: ar }: Pair<N>, a: N, b: N, c: N): N | null {
  const left = ar.sign(c)
  const right = ar.sign(ar.add(ar.add(a, b), c))
  if (left === 0) return ar.from(0)
  if (right === 0) return ar.from(1)
  if (left === right) return null
  if (ar.sign(a) === 0) return ar.neg(ar.div(c, b))
  const root = ar.sqrt(ar.sub(ar.mul(b, b), ar.mul(ar.from(4), ar.mul(a, c))))
  // 2c/(-b ± √…): the sign that leaves [0, 1].
  const twice = ar.mul(ar.from(2), c)
  const candidates = [ar.add(ar.neg(b), root), ar.sub(ar.neg(b), root)]
  return (
    candidates
      .flatMap((under) => (ar.sign(under) === 0 ? [] : [ar.div(twice, under)]))
      .find((s) => ar.sign(s) >= 0 && compare(ar, s, ar.from(1)) <= 0) ?? null
  )
}
