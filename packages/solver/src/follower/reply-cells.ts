import { compare, type Arithmetic } from '@plumbline/game'
import type { Pair } from '../base/attempt.ts'
import { indifferentEscalation, leavingEscalation, stayingEscalation } from '../base/thresholds.ts'

/** Never leave, leave after the first failure, or persist with a probability strictly between. */
export type Reply = 'stay' | 'leave' | 'between'

/** An escalation at which replies may change, a limit of the escalation, or one inside an interval. */
export interface Place<N> {
  readonly name: 'zero' | 'one' | 's0' | 'sL' | 'sH' | 'low' | 'high' | 'inside'
  readonly at: N
}

/**
 * Escalations, one or all strictly between two places, to which the user has the same best replies: two of
 * them where she is indifferent.
 */
export type Cell<N> =
  | { readonly kind: 'point'; readonly place: Place<N>; readonly replies: readonly Reply[] }
  | {
      readonly kind: 'open'
      readonly from: Place<N>
      readonly to: Place<N>
      readonly replies: readonly Reply[]
    }

type Step<N> = readonly [place: Place<N>, at: readonly Reply[], after: readonly Reply[]]

const stay: readonly Reply[] = ['stay']
const leave: readonly Reply[] = ['leave']
const either: readonly Reply[] = ['stay', 'leave']

/**
 * The best replies of a user started at the first of two models over all escalations in [low, high]: points
 * and open intervals in turn, ascending. Exact at the thresholds themselves: which reply goes with which cell
 * follows from the signs of the net values, never from a comparison at a threshold.
 *
 * @param low, high limits of the escalation, `0 <= low <= high <= 1`
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function replyCells<N>(pair: Pair<N>, low: N, high: N): readonly Cell<N>[] {
  return clip(pair.arithmetic, steps(pair), low, high)
}

function steps<N>(pair: Pair<N>): readonly Step<N>[] {
  const { arithmetic: ar, first, second } = pair
  const zero: Place<N> = { name: 'zero', at: ar.from(0) }
  const one: Place<N> = { name: 'one', at: ar.from(1) }
  const signs = [ar.sign(first.netValue), ar.sign(second.netValue)] as const
  const all = (reply: readonly Reply[]): readonly Step<N>[] => [
    [zero, reply, reply],
    [one, reply, []],
  ]
  if (ar.sign(first.failure) === 0) return all(either)
  switch (signs[0]) {
    case 0:
      if (signs[1] === 0) return all(either)
      return [[zero, either, signs[1] > 0 ? stay : leave], ...all(signs[1] > 0 ? stay : leave).slice(1)]
    case -1:
      if (signs[1] < 0) return all(leave)
      if (signs[1] === 0)
        return [
          [zero, leave, leave],
          [one, either, []],
        ]
      return [
        [zero, leave, leave],
        [{ name: 's0', at: indifferentEscalation(pair) }, either, stay],
        [one, stay, []],
      ]
    case 1:
      if (signs[1] > 0) return all(stay)
      if (signs[1] === 0)
        return [
          [zero, stay, stay],
          [one, either, []],
        ]
      return fallingSteps(pair, zero, one)
  }
}

/** `ξ1 > 0 > ξ2`: stay up to `sL`, leave from `sH`, between in between; `sL = sH` where `p2 = 1`. */
function fallingSteps<N>(pair: Pair<N>, zero: Place<N>, one: Place<N>): readonly Step<N>[] {
  const last: Step<N> = [one, leave, []]
  const leaving = leavingEscalation(pair)
  if (pair.arithmetic.sign(pair.second.failure) === 0) {
    return [[zero, stay, stay], [{ name: 'sL', at: leaving }, either, leave], last]
  }
  return [
    [zero, stay, stay],
    [{ name: 'sL', at: stayingEscalation(pair) }, stay, ['between']],
    [{ name: 'sH', at: leaving }, leave, leave],
    last,
  ]
}

function clip<N>(ar: Arithmetic<N>, all: readonly Step<N>[], low: N, high: N): readonly Cell<N>[] {
  const cells: Cell<N>[] = []
  const from: Place<N> = { name: 'low', at: low }
  const to: Place<N> = { name: 'high', at: high }
  all.forEach(([place, at, after], index) => {
    const belowLow = compare(ar, place.at, low)
    const belowHigh = compare(ar, place.at, high)
    if (belowLow >= 0 && belowHigh <= 0) cells.push({ kind: 'point', place, replies: at })
    const next = all[index + 1]?.[0]
    if (next === undefined) return
    const nextLow = compare(ar, next.at, low)
    const nextHigh = compare(ar, next.at, high)
    if (nextLow <= 0 || belowHigh >= 0) return
    if (belowLow < 0) cells.push({ kind: 'point', place: from, replies: after })
    const start = belowLow < 0 ? from : place
    const end = nextHigh > 0 ? to : next
    if (compare(ar, start.at, end.at) < 0) cells.push({ kind: 'open', from: start, to: end, replies: after })
    if (nextHigh > 0 && compare(ar, low, high) < 0) cells.push({ kind: 'point', place: to, replies: after })
  })
  return cells
}
