import { float, type Arithmetic } from '@plumbline/game'
import { convertPair, type Attempt, type Pair } from '../base/attempt.ts'
import { gainOfStaying, slopeAtLeaving, slopeAtStaying, stationaryPersistence } from '../base/thresholds.ts'
import type { PersistenceSet } from './persistence-set.ts'

/** The one best response `r = 1`: never leave. */
function stays<N>(ar: Arithmetic<N>): PersistenceSet<N> {
  return { kind: 'point', at: ar.from(1) }
}

/** The one best response `r = 0`: leave after the first failure. */
function leaves<N>(ar: Arithmetic<N>): PersistenceSet<N> {
  return { kind: 'point', at: ar.from(0) }
}

/**
 * All best responses of a user whose every attempt is with one model (`U = ξ/(1 - a r)`): all of [0, 1] where
 * the first attempt always succeeds or an attempt is worth nothing, else the sign of the net value decides.
 *
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function bestResponseToOne<N>(ar: Arithmetic<N>, attempt: Attempt<N>): PersistenceSet<N> {
  if (ar.sign(attempt.failure) === 0) return { kind: 'all' }
  const sign = ar.sign(attempt.netValue)
  return sign === 0 ? { kind: 'all' } : sign > 0 ? stays(ar) : leaves(ar)
}

/**
 * All best responses of a user of a two-model cascade (the follower of Mahmood, arXiv 2602.09902, in any order
 * of costs, latencies and success, zeros and sure successes included). From the second model see {@link bestResponseToOne}.
 * From the first, the slope of `U(r)` changes sign at most once on [0, 1], so its signs at both ends tell
 * where the maxima are: with `ξ1 < 0 < ξ2` the utility falls and then rises, and never leaving is compared
 * with leaving at once; with `ξ1 > 0 > ξ2` it rises and then falls, with the maximum inside for
 * `sL < s < sH`. All of [0, 1] where `p1 = 1`, where both net values are 0, where only an attempt worth 0 can
 * follow, and at the threshold where `p2 = 1`.
 *
 * @param escalation `s` in [0, 1]; matters from the first model only
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function bestResponse<N>(pair: Pair<N>, start: 'first' | 'second', escalation: N): PersistenceSet<N> {
  const { arithmetic: ar, first, second } = pair
  if (start === 'second') return bestResponseToOne(ar, second)
  if (ar.sign(first.failure) === 0) return { kind: 'all' }
  const opening = ar.sign(slopeAtLeaving(pair, escalation))
  const closing = ar.sign(slopeAtStaying(pair, escalation))
  if (opening === 0 && closing === 0) return { kind: 'all' }
  if (opening >= 0 && closing >= 0) return stays(ar)
  if (opening <= 0 && closing <= 0) return leaves(ar)
  if (opening > 0) return { kind: 'point', at: interiorPersistence(pair, escalation) }
  const gain = ar.sign(gainOfStaying(pair, escalation))
  return gain === 0 ? { kind: 'ends' } : gain > 0 ? stays(ar) : leaves(ar)
}

/**
 * The persistence strictly between 0 and 1 that is the one best response for `sL < s < sH`. A square root of
 * the escalation; where that is itself irrational and the arithmetic has no exact form, the double nearest it.
 */
export function interiorPersistence<N>(pair: Pair<N>, escalation: N): N {
  const ar = pair.arithmetic
  try {
    return stationaryPersistence(pair, escalation)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const nearby = convertPair(pair, float, (x) => ar.toNumber(x))
    return ar.from(stationaryPersistence(nearby, ar.toNumber(escalation)))
  }
}
