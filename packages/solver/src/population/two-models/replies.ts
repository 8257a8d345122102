import { compare, enclosure, type Enclosure } from '@plumbline/game'
import { convertPair, type Pair } from '../../base/attempt.ts'
import { attemptsFromSecond, costAt, outcomeFromFirst, outcomeOf, type Attempts } from '../../base/outcome.ts'
import { slopeAtLeaving, slopeAtStaying, stationaryPersistence } from '../../base/thresholds.ts'
import { bestResponse } from '../../follower/best-response.ts'
import type { PersistenceSet } from '../../follower/persistence-set.ts'
import { pairOf, type Side } from './exact-cost.ts'
import type { ExactType, TwoModelPopulation, TwoModels } from './people.ts'

/** An announcement of a two-model cascade. */
export interface Announcement<N> {
  /** 0: the first model; 1: the second, the one that it may escalate to. */
  readonly start: 0 | 1
  /** From the second model none is reached; it is then the least. */
  readonly escalation: N
  /** Just above or just below the escalation, where the least cost is only approached. */
  readonly side: Side
}

/** How a type answers, and what a task of its comes to, in expectation. */
export interface TypeReply<N> {
  /** All best persistences to the announcement (on a `side`: to the escalation itself). */
  readonly set: PersistenceSet<N>
  /** The one that it has, ties broken as the menu says, or as the side does. */
  readonly persistence: N
  /** What the provider pays, the penalty for tasks given up included. */
  readonly cost: N
  readonly serving: N
  /** The probability that the task is given up. */
  readonly loss: N
  readonly utility: N
  /** By model, the first and the one that it may escalate to. */
  readonly attempts: Attempts<N>
}

/** What each type replies to an announcement, in the order of types. */
export function repliesTo<N>(
  { menu, people }: TwoModelPopulation<N>,
  announcement: Announcement<N>,
): readonly TypeReply<N>[] {
  return Array.from({ length: people.count }, (_, index) =>
    replyOf(menu, people.exactType(index), announcement),
  )
}

/**
 * The reply of a type to an announcement. Where it persists with a probability strictly between 0 and 1 its numbers are
 * only near: exact ones, of as many square roots as types, could not be summed.
 *
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function replyOf<N>(
  menu: TwoModels<N>,
  type: ExactType<N>,
  { start, escalation, side }: Announcement<N>,
): TypeReply<N> {
  const { arithmetic: ar } = menu
  const pair = pairOf(menu, type)
  if (start === 0 && isBetween(pair, escalation)) return between(menu, pair, escalation)
  const set = bestResponse(pair, start === 0 ? 'first' : 'second', escalation)
  const play = (persistence: N): TypeReply<N> => {
    const outcome =
      start === 0
        ? outcomeFromFirst(pair, escalation, persistence)
        : outcomeOf(pair, attemptsFromSecond(pair, persistence), persistence)
    return { set, persistence, cost: costAt(pair, outcome, menu.penalty), ...outcome }
  }
  if (set.kind === 'point') return play(set.at)
  const [stay, leave] = [play(ar.from(1)), play(ar.from(0))]
  if (start === 0 && side !== 'at' && ar.sign(menu.failure[0]) !== 0) {
    const rises = ar.sign(type.worth[0]) < 0 || ar.sign(type.worth[1]) > 0
    return rises === (side === 'above') ? stay : leave
  }
  const order = compare(ar, stay.cost, leave.cost)
  return (menu.ties === 'strong' ? order <= 0 : order > 0) ? stay : leave
}

function isBetween<N>(pair: Pair<N>, escalation: N): boolean {
  const { arithmetic: ar, first, second } = pair
  if (ar.sign(first.netValue) <= 0 || ar.sign(second.netValue) >= 0) return false
  if (ar.sign(first.failure) === 0 || ar.sign(second.failure) === 0) return false
  return ar.sign(slopeAtLeaving(pair, escalation)) > 0 && ar.sign(slopeAtStaying(pair, escalation)) < 0
}

function between<N>({ penalty }: TwoModels<N>, pair: Pair<N>, escalation: N): TypeReply<N> {
  const persistence = persistenceBetween(pair, escalation)
  const outcome = outcomeFromFirst(pair, escalation, persistence)
  return {
    set: { kind: 'point', at: persistence },
    persistence,
    cost: costAt(pair, outcome, penalty),
    ...outcome,
  }
}

/** The stationary persistence; of an exact arithmetic a fraction within some `2^-250` of it, so that numbers of several types can be summed. */
function persistenceBetween<N>(pair: Pair<N>, escalation: N): N {
  const { arithmetic: ar } = pair
  if (ar.toExact(escalation) === null || ar.toExact(pair.first.netValue) === null) {
    return stationaryPersistence(pair, escalation)
  }
  const enclosed = (x: N): Enclosure => {
    const form = ar.toExact(x)
    if (form === null) throw new TypeError('an exact number without a form')
    if (typeof form === 'string') return enclosure.from(form)
    const root = enclosure.sqrt(enclosure.from(form.root))
    return enclosure.add(enclosure.from(form.a), enclosure.mul(enclosure.from(form.b), root))
  }
  const { lo, hi } = stationaryPersistence(convertPair(pair, enclosure, enclosed), enclosed(escalation))
  return ar.from(lo.add(hi).div(2).toFraction())
}
