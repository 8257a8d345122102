import type { Arithmetic } from '@plumbline/game'
import type { Step } from '../play/side.ts'

/**
 * The escalations at which the replies of a user started at the first of two models may change (docs/theory.md, "The user's
 * best response"): `s0 = -ξ1/(ξ2/p2 - ξ1)` where only the second model is worth its wait; where only the first is,
 * `sH = ξ1/(ξ1 - ξ2)`, at which leaving at once begins to be best, and where `p2 < 1` before it `sL`, the root in (0, 1) of
 * `(1-s) ξ1 p2² + s ξ2 (1 - a1 a2 (1-s))`, up to which she never leaves.
 */
export function thresholdsOf<N>(
  ar: Arithmetic<N>,
  first: Step<N>,
  second: Step<N>,
): { readonly rising: readonly N[]; readonly falling: readonly N[] } {
  const none = { rising: [], falling: [] }
  if (ar.sign(first.failure) === 0) return none
  const [one, two] = [ar.sign(first.worth), ar.sign(second.worth)]
  if (one < 0 && two > 0) {
    const s0 = ar.div(first.worth, ar.sub(first.worth, ar.div(second.worth, second.success)))
    return { ...none, rising: [s0] }
  }
  if (one <= 0 || two >= 0) return none
  const sH = ar.div(first.worth, ar.sub(first.worth, second.worth))
  if (ar.sign(second.failure) === 0) return { ...none, falling: [sH] }
  // With h = ξ1 p2² and k = -ξ2, the staying slope is h (1-s) - k s (1-b+bs), b = a1 a2.
  const h = ar.mul(first.worth, ar.mul(second.success, second.success))
  const k = ar.neg(second.worth)
  const b = ar.mul(first.failure, second.failure)
  const linear = ar.add(h, ar.mul(k, ar.sub(ar.from(1), b)))
  const discriminant = ar.add(ar.mul(linear, linear), ar.mul(ar.from(4), ar.mul(h, ar.mul(k, b))))
  const sL = ar.div(ar.mul(ar.from(2), h), ar.add(linear, ar.sqrt(discriminant)))
  return { ...none, falling: [sL, sH] }
}
