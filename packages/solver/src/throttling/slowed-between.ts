import { compare, less, min, type Game } from '@plumbline/game'
import type { Pair } from '../base/attempt.ts'
import { outcomeFromFirst } from '../base/outcome.ts'
import { slopeAtLeaving, slopeAtStaying, stationaryPersistence } from '../base/thresholds.ts'
import type { Place } from '../follower/reply-cells.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { settle } from '../leader/solve-offers.ts'
import { reaches } from './floors.ts'
import { inOrder, limitPlace, withNetValues, type SlowableCascade } from './slowed-cascade.ts'
import type { Slowed } from './slowed.ts'

/**
 * Whether the limits of the escalation can make a reply strictly between staying and leaving worth bringing
 * about. Where `s` is free in [0, 1] none is: the provider's cost at `s = 0` and `s = 1` is monotone in the
 * persistence.
 */
export function boundsEscalation<N>({
  cascade: { pair, low, high, startsFirst },
}: SlowableCascade<N>): boolean {
  const ar = pair.arithmetic
  const certain = ar.sign(pair.first.failure) === 0 || ar.sign(pair.second.failure) === 0
  return startsFirst && !certain && (ar.sign(low) > 0 || less(ar, high, ar.from(1)))
}

/**
 * Replies strictly between staying and leaving at a limit of the escalation, brought about by slowing the second
 * model (and the first where that is not enough) so that the persistence is the one that costs the provider
 * least there: stationary for `c - P p` in place of the net values, a minimum where `C1 < P < C2`.
 *
 * The user's reply depends only on `ρ = -ξ2/ξ1`, and `ρ = (1-s)(1-a2 r)² / (s (1 - a1 a2 (1-s) r²))`.
 */
export function slowedBetween<N>(slowable: SlowableCascade<N>, penalty: N): readonly Slowed<N>[] {
  if (!boundsEscalation(slowable)) return []
  const { pair, low, high } = slowable.cascade
  const ar = pair.arithmetic
  const limits = [limitPlace(ar, 'low', low), limitPlace(ar, 'high', high)]
  return limits.flatMap((place) => {
    if (place.name === 'zero' || place.name === 'one') return []
    const found = cheapestAt(slowable, place, penalty)
    return found === null ? [] : [found]
  })
}

function cheapestAt<N>(slowable: SlowableCascade<N>, place: Place<N>, penalty: N): Slowed<N> | null {
  const { cascade } = slowable
  const { pair } = cascade
  const ar = pair.arithmetic
  const gain = (one: Pair<N>['first']): N => ar.sub(ar.mul(penalty, one.success), one.serving)
  const provider = withNetValues(pair, gain(pair.first), gain(pair.second))
  const falls = ar.sign(provider.first.netValue) > 0 && ar.sign(provider.second.netValue) < 0
  // Then the cost falls and rises again as the user persists more.
  if (!falls || ar.sign(slopeAtLeaving(provider, place.at)) <= 0) return null
  if (ar.sign(slopeAtStaying(provider, place.at)) >= 0) return null
  const persistence = stationaryPersistence(provider, place.at)
  const lowered = loweredTo(slowable, ratioFor(pair, place.at, persistence))
  if (lowered === null) return null
  const { one, two } = lowered
  const { serving, loss, utility } = outcomeFromFirst(withNetValues(pair, one, two), place.at, persistence)
  return {
    option: {
      id: `slowed(${place.name})`,
      start: cascade.first,
      reply: 'between',
      persistence,
      line: { serving, loss },
      utility,
    },
    place,
    netValues: inOrder(slowable, one, two),
    rivals: [],
  }
}

/** `ρ`: what `-ξ2/ξ1` must be for a persistence to be the best reply to an escalation. */
function ratioFor<N>({ arithmetic: ar, first, second }: Pair<N>, escalation: N, persistence: N): N {
  const one = ar.from(1)
  const down = ar.sub(one, escalation)
  const survival = ar.add(second.success, ar.mul(second.failure, ar.sub(one, persistence)))
  const both = ar.mul(ar.mul(first.failure, second.failure), ar.mul(persistence, persistence))
  const over = ar.mul(down, ar.mul(survival, survival))
  return ar.div(over, ar.mul(escalation, ar.sub(one, ar.mul(both, down))))
}

/** The greatest net values with `ξ2 = -ρ ξ1` that slowing gives; null where there are none. */
function loweredTo<N>(
  { cascade: { pair }, first, second, weak }: SlowableCascade<N>,
  ratio: N,
): { readonly one: N; readonly two: N } | null {
  const ar = pair.arithmetic
  const [top, other] = [pair.first.netValue, pair.second.netValue]
  const zero = ar.from(0)
  if (ar.sign(top) > 0) {
    const { floor } = second
    const one = floor === null ? top : min(ar, top, ar.neg(ar.div(floor.at, ratio)))
    const two = ar.neg(ar.mul(ratio, one))
    const within = ar.sign(one) > 0 && compare(ar, two, other) <= 0
    if (within && reaches(ar, first, one, false)) return { one, two }
  }
  if (weak || ar.sign(top) < 0 || ar.sign(other) < 0) return null
  const worthless = reaches(ar, first, zero, false) && reaches(ar, second, zero, false)
  return worthless ? { one: zero, two: zero } : null
}

/**
 * The provider's choice with both models as slow as the ceiling allows, where that makes the user stay less than
 * ever with a reply strictly between: the other end of what slowing can reach.
 */
export function slowedToCeiling<N>(
  game: Game<N>,
  slowable: SlowableCascade<N>,
  ceiling: N | null,
): Slowed<N> | null {
  if (ceiling === null || !boundsEscalation(slowable)) return null
  const { arithmetic: ar } = game
  const [one, two] = [slowable.first.floor?.at, slowable.second.floor?.at]
  if (one === undefined || two === undefined || ar.sign(one) <= 0 || ar.sign(two) >= 0) return null
  const models = game.models.map((model) => {
    return { ...model, latency: less(ar, model.latency, ceiling) ? ceiling : model.latency }
  })
  const posed = poseProblem({ ...game, models })
  if (!posed.ok) return null
  const { chosen, place } = settle(posed.problem, posed.problem.ties).choice
  const { option } = chosen
  if (option.reply !== 'between' || place === null) return null
  return { option: { ...option, id: 'slowed' }, place, netValues: inOrder(slowable, one, two), rivals: [] }
}
