import { sum, type Arithmetic } from '@plumbline/game'
import { attemptsOfKind, type KindAttempts } from './attempts.ts'
import type { Process, Start, Step } from './process.ts'
import type { UserReply } from './reply.ts'

/**
 * What one task is expected to bring both sides, averaged over the hidden kinds. Where the expected length is
 * infinite a quantity is null unless it is finite all the same (nothing of it accrues in the attempts made without end):
 * never a large number, never NaN.
 */
export interface Payoffs<N> {
  /** Whether the expected number of attempts is finite. */
  readonly finite: boolean
  /** `n_i`: expected attempts in each state of the chain; null when not finite. */
  readonly attempts: readonly N[] | null
  /** Expected attempts in all; null when infinite. */
  readonly total: N | null
  /** `S`: the probability that the task is solved. */
  readonly success: N
  /** `L`: expected time that the user waits; null when infinite. */
  readonly latency: N | null
  /** `C`: expected cost of serving less the prices paid; null when infinite. */
  readonly serving: N | null
  /** `U = Σ n ξ`; null when it is `-∞`. */
  readonly utility: N | null
  /** `J = P + Σ n η = C + P (1 - S)`; null when infinite. */
  readonly cost: N | null
}

/**
 * Both sides' payoffs when a user plays a reply against a route, for any menu, hidden kinds of task and success by
 * attempt, in any arithmetic. Expected attempts carry everything: `U = Σ n ξ` and `J = P + Σ n η`, with
 * `ξ = V p - κ t - f` and `η = c - f - P p` (for two models the payoffs of Mahmood, arXiv 2602.09902, section 3).
 *
 * With finitely many kinds the expected length is infinite exactly when some kind has `p = 0` in every state that stays
 * reachable while the user never leaves; this is detected on the graph of the chain, before any elimination.
 *
 * @param transitions `K`, as `transitionMatrix` makes it: rows of probabilities.
 * @param start where the task begins.
 * @throws RangeError when there is no such start, or the reply does not fit; Undecided where the arithmetic cannot tell
 * whether a probability is 0.
 */
export function payoffs<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  reply: UserReply<N>,
): Payoffs<N> {
  const { arithmetic: ar, states, penalty } = process
  const parts = process.kinds
    .filter(({ weight }) => process.kinds.length === 1 || ar.sign(weight) !== 0)
    .map((kind) => ({
      weight: kind.weight,
      ...attemptsOfKind(process, kind, transitions, start, reply),
    }))
  const finite = parts.every(({ endless }) => endless.length === 0)
  const total = (of: (step: Step<N>) => N): N | null =>
    parts.some(({ endless }) => endless.some((step) => ar.sign(of(step)) !== 0))
      ? null
      : sumOver(ar, parts, (step) => of(step))
  const cost = total(({ netCost }) => netCost)
  const each = Array.from({ length: states }, (_, i) =>
    sumOver(ar, parts, (_, state) => ar.from(state === i ? 1 : 0)),
  )
  return {
    finite,
    attempts: finite ? each : null,
    total: finite ? sum(ar, each) : null,
    success: sumOver(ar, parts, ({ success }) => success),
    latency: total(({ latency }) => latency),
    serving: total(({ serving }) => serving),
    utility: total(({ netValue }) => netValue),
    cost: cost === null ? null : ar.add(penalty, cost),
  }
}

function sumOver<N>(
  ar: Arithmetic<N>,
  parts: readonly (KindAttempts<N> & { readonly weight: N })[],
  of: (step: Step<N>, state: number) => N,
): N {
  return sum(
    ar,
    parts.map(({ weight, met }) =>
      ar.mul(
        weight,
        sum(
          ar,
          met.map(({ state, step, expected }) => ar.mul(expected, of(step, state))),
        ),
      ),
    ),
  )
}
