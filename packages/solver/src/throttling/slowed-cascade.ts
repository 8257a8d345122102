import { lessOrEqual, min, type Arithmetic } from '@plumbline/game'
import type { Pair } from '../base/attempt.ts'
import { indifferentEscalation } from '../base/thresholds.ts'
import type { Place } from '../follower/reply-cells.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import { leaveOption } from '../leader/single-model-offer.ts'
import { reaches, type Slowable } from './floors.ts'
import { slowedLeaving } from './slowed-leaving.ts'
import type { Slowed } from './slowed.ts'

/** The two states of a cascade as throttling sees them, and the limits of the escalation. */
export interface SlowableCascade<N> {
  readonly cascade: Cascade<N>
  readonly first: Slowable<N>
  readonly second: Slowable<N>
  /** The user's ties break against the provider. */
  readonly weak: boolean
}

/**
 * Replies of leaving at once that slowing the models of a two-model cascade brings about, `Q1` and `Q2`, each
 * where the user would not leave anyway, and with the least harm to her. With a free start and a free escalation
 * nothing else is new: latency only ever lowers persistence; for a given persistence the provider's cost is
 * monotone in the escalation; and no play costs less than the least of `C1`, `C2`, `Q1`, `Q2`. (Mahmood, arXiv
 * 2602.09902, Prop. 2, has the case of two models worth the wait.)
 */
export function slowedLeavings<N>(slowable: SlowableCascade<N>): readonly Slowed<N>[] {
  const { cascade, weak } = slowable
  const ar = cascade.pair.arithmetic
  const found: Slowed<N>[] = []
  if (cascade.startsFirst) {
    const leaving = leavingFromFirst(slowable)
    if (leaving !== null) found.push(leaving)
  }
  if (cascade.startsSecond) {
    const leaving = slowedLeaving(ar, statesOf(slowable), cascade.second, weak)
    if (leaving !== null) found.push(leaving)
  }
  return found
}

/** The states in the chain's order. */
export function statesOf<N>({ cascade, first, second }: SlowableCascade<N>): readonly Slowable<N>[] {
  return cascade.first === 0 ? [first, second] : [second, first]
}

/** Net values of the first and the second model, in the chain's order. */
export function inOrder<N>({ cascade }: SlowableCascade<N>, one: N, two: N): readonly N[] {
  return cascade.first === 0 ? [one, two] : [two, one]
}

/** A limit of the escalation by its name. */
export function limitPlace<N>(ar: Arithmetic<N>, limit: 'low' | 'high', at: N): Place<N> {
  if (ar.sign(at) === 0) return { name: 'zero', at }
  return { name: ar.sign(ar.sub(ar.from(1), at)) === 0 ? 'one' : limit, at }
}

function leavingFromFirst<N>(slowable: SlowableCascade<N>): Slowed<N> | null {
  const { cascade, weak } = slowable
  const { pair, first: start } = cascade
  const ar = pair.arithmetic
  if (ar.sign(pair.first.failure) === 0 || leavesAnyway(cascade, weak)) return null
  const found =
    (ar.sign(pair.first.netValue) < 0
      ? secondSlowed(slowable)
      : (threatened(slowable) ?? bothSlowed(slowable))) ?? firstSlowed(slowable)
  if (found === null) return null
  return {
    option: { ...leaveOption(ar, pair.first, start, start + 1), utility: found.one },
    place: found.place,
    netValues: inOrder(slowable, found.one, found.two),
    rivals: [],
  }
}

interface Lowered<N> {
  readonly one: N
  readonly two: N
  readonly place: Place<N>
}

/** Whether some escalation within the limits makes the user of the first model leave as things are. */
function leavesAnyway<N>({ pair, low, high }: Cascade<N>, weak: boolean): boolean {
  const { arithmetic: ar, first, second } = pair
  const signs = [ar.sign(first.netValue), ar.sign(second.netValue)] as const
  const tie = !weak
  if (signs[0] === 0 && signs[1] === 0) return tie
  if (signs[0] <= 0 && signs[1] <= 0) {
    if (signs[0] < 0) return tie || signs[1] < 0 || ar.sign(ar.sub(ar.from(1), low)) > 0
    return tie || ar.sign(high) > 0
  }
  if (signs[0] > 0) {
    if (signs[1] > 0) return false
    const slope = ar.add(ar.mul(ar.sub(ar.from(1), high), first.netValue), ar.mul(high, second.netValue))
    const order = ar.sign(slope)
    return order < 0 || (order === 0 && (tie || (signs[1] < 0 && ar.sign(second.failure) > 0)))
  }
  if (signs[0] === 0) return tie && ar.sign(low) === 0
  const order = ar.sign(ar.sub(low, indifferentEscalation(pair)))
  return order < 0 || (order === 0 && tie)
}

/**
 * The first model kept as it is: the second is slowed until the greatest escalation to it is a threat that makes
 * the user leave, and is never carried out. `(1-s) ξ1 + s ξ2 <= 0` at the high limit.
 */
function threatened<N>({ cascade, second, weak }: SlowableCascade<N>): Lowered<N> | null {
  const { pair, high } = cascade
  const ar = pair.arithmetic
  if (ar.sign(high) === 0) return null
  const stays = ar.div(ar.mul(ar.sub(ar.from(1), high), pair.first.netValue), high)
  const two = min(ar, pair.second.netValue, ar.neg(stays))
  const tie = ar.sign(two) === 0 || ar.sign(pair.second.failure) === 0
  if (!reaches(ar, second, two, weak && tie)) return null
  return { one: pair.first.netValue, two, place: limitPlace(ar, 'high', high) }
}

/** The second model slowed as far as it goes and the first as little as then makes the user leave. */
function bothSlowed<N>({ cascade, first, second, weak }: SlowableCascade<N>): Lowered<N> | null {
  const { pair, high } = cascade
  const ar = pair.arithmetic
  if (second.floor === null || ar.sign(second.floor.at) >= 0 || ar.sign(high) === 0) return null
  const down = ar.sub(ar.from(1), high)
  if (ar.sign(down) === 0) return null
  const one = ar.div(ar.mul(high, ar.neg(second.floor.at)), down)
  if (!reaches(ar, first, one, weak && ar.sign(pair.second.failure) === 0)) return null
  return { one, two: second.floor.at, place: limitPlace(ar, 'high', high) }
}

/**
 * The first model slowed, and the second as far as it goes where the least escalation leads to it, until staying
 * for it gains nothing: `(1-s) ξ1 + s ξ2/p2 <= 0` at the low limit.
 */
function firstSlowed<N>({ cascade, first, second, weak }: SlowableCascade<N>): Lowered<N> | null {
  const { pair, low } = cascade
  const ar = pair.arithmetic
  const place = limitPlace(ar, 'low', low)
  if (ar.sign(low) === 0) {
    const one = ar.from(0)
    return reaches(ar, first, one, weak) ? { one, two: pair.second.netValue, place } : null
  }
  const down = ar.sub(ar.from(1), low)
  if (second.floor === null || ar.sign(second.floor.at) < 0 || ar.sign(down) === 0) return null
  const gain = ar.div(ar.mul(low, ar.div(second.floor.at, pair.second.success)), down)
  const one = min(ar, pair.first.netValue, ar.neg(gain))
  return reaches(ar, first, one, weak) ? { one, two: second.floor.at, place } : null
}

/** An unwelcome first model kept as it is: the second is slowed until the user no longer stays for it. */
function secondSlowed<N>({ cascade, second, weak }: SlowableCascade<N>): Lowered<N> | null {
  const { pair, low } = cascade
  const ar = pair.arithmetic
  if (ar.sign(low) === 0) return null
  const down = ar.sub(ar.from(1), low)
  const away = ar.div(ar.mul(down, ar.neg(pair.first.netValue)), low)
  const two = ar.mul(away, pair.second.success)
  if (!lessOrEqual(ar, two, pair.second.netValue) || !reaches(ar, second, two, weak)) return null
  return { one: pair.first.netValue, two, place: limitPlace(ar, 'low', low) }
}

/** The pair with other net values. */
export function withNetValues<N>(pair: Pair<N>, one: N, two: N): Pair<N> {
  return {
    ...pair,
    first: { ...pair.first, netValue: one },
    second: { ...pair.second, netValue: two },
  }
}
