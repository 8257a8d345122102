import type { Pair } from './attempt.ts'

/** Expected numbers of attempts at the two models. */
export interface Attempts<N> {
  readonly first: N
  readonly second: N
}

/** What a task comes to, in expectation. */
export interface Outcome<N> {
  readonly attempts: Attempts<N>
  /** `U = n1 ξ1 + n2 ξ2`. */
  readonly utility: N
  /** `C = n1 c1 + n2 c2`, net of prices. */
  readonly serving: N
  /** `1 - S`: the probability that the user gives the task up. */
  readonly loss: N
}

/**
 * Expected attempts from a start at the first model: `n1 = 1/(1 - a1 r (1-s))`, `n2 = a1 r s n1/(1 - a2 r)`.
 * Denominators are summed from terms that are not negative, so nothing cancels when a success is rare.
 *
 * @param escalation `s` in [0, 1]
 * @param persistence `r` in [0, 1]
 */
export function attemptsFromFirst<N>(pair: Pair<N>, escalation: N, persistence: N): Attempts<N> {
  const { arithmetic: ar, first: one, second: two } = pair
  const up = ar.mul(persistence, escalation)
  const leaves = ar.sub(ar.from(1), persistence)
  const firstEnds = ar.add(one.success, ar.mul(one.failure, ar.add(leaves, up)))
  const secondEnds = ar.add(two.success, ar.mul(two.failure, leaves))
  const first = ar.div(ar.from(1), firstEnds)
  const arrivals = ar.mul(ar.mul(one.failure, up), first)
  return { first, second: ar.div(arrivals, secondEnds) }
}

/** Expected attempts from a start at the second model, where the task then stays: `n2 = 1/(1 - a2 r)`. */
export function attemptsFromSecond<N>(pair: Pair<N>, persistence: N): Attempts<N> {
  const { arithmetic: ar, second: two } = pair
  const leaves = ar.sub(ar.from(1), persistence)
  const ends = ar.add(two.success, ar.mul(two.failure, leaves))
  return { first: ar.from(0), second: ar.div(ar.from(1), ends) }
}

/** Utility, serving cost and loss from the expected attempts. */
export function outcomeOf<N>(pair: Pair<N>, attempts: Attempts<N>, persistence: N): Outcome<N> {
  const { arithmetic: ar, first: one, second: two } = pair
  const total = (x: N, y: N): N => ar.add(ar.mul(attempts.first, x), ar.mul(attempts.second, y))
  const leaves = ar.sub(ar.from(1), persistence)
  return {
    attempts,
    utility: total(one.netValue, two.netValue),
    serving: total(one.serving, two.serving),
    loss: ar.mul(leaves, total(one.failure, two.failure)),
  }
}

/** The outcome of a start at the first model, with escalation `s` and persistence `r`. */
export function outcomeFromFirst<N>(pair: Pair<N>, escalation: N, persistence: N): Outcome<N> {
  return outcomeOf(pair, attemptsFromFirst(pair, escalation, persistence), persistence)
}

/** The provider's cost `J = C + P (1 - S)`. */
export function costAt<N>(
  pair: { readonly arithmetic: Pair<N>['arithmetic'] },
  line: { readonly serving: N; readonly loss: N },
  penalty: N,
): N {
  return pair.arithmetic.add(line.serving, pair.arithmetic.mul(penalty, line.loss))
}
