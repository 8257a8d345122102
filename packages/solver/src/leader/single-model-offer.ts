import type { Arithmetic } from '@plumbline/game'
import type { Attempt } from '../base/attempt.ts'
import { costOfPass, stayingValue } from '../base/single-model.ts'
import { bestResponseToOne } from '../follower/best-response.ts'
import type { Offer, Option } from './offers.ts'

/** Staying at one model, or the single attempt where the first always succeeds: `C`, nobody is lost. */
export function stayOption<N>(
  ar: Arithmetic<N>,
  attempt: Attempt<N>,
  start: number,
  number: number,
): Option<N> {
  return {
    id: `C${number}`,
    start,
    reply: 'stay',
    persistence: ar.from(1),
    line: { serving: costOfPass(ar, attempt), loss: ar.from(0) },
    utility: stayingValue(ar, attempt),
  }
}

/** Leaving after the first failure: `Q = c + P a`. */
export function leaveOption<N>(
  ar: Arithmetic<N>,
  attempt: Attempt<N>,
  start: number,
  number: number,
): Option<N> {
  return {
    id: `Q${number}`,
    start,
    reply: 'leave',
    persistence: ar.from(0),
    line: { serving: attempt.serving, loss: attempt.failure },
    utility: attempt.netValue,
  }
}

/**
 * A start at a model that every later attempt uses too, with the user's best replies. Where the first attempt
 * always succeeds there is no reply to make, and staying stands for all of them.
 *
 * @param start index of the state
 * @param number what the ids `C1`, `Q1` count by: the state's place in the menu, from 1
 * @throws Undecided where the arithmetic cannot tell the sign of the net value
 */
export function singleModelOffer<N>(
  ar: Arithmetic<N>,
  attempt: Attempt<N>,
  start: number,
  number: number,
): Offer<N> {
  const stay = stayOption(ar, attempt, start, number)
  if (ar.sign(attempt.failure) === 0) return { kind: 'start', start, options: [stay] }
  const leave = leaveOption(ar, attempt, start, number)
  const best = bestResponseToOne(ar, attempt)
  if (best.kind !== 'point') return { kind: 'start', start, options: [stay, leave] }
  return { kind: 'start', start, options: ar.sign(best.at) > 0 ? [stay] : [leave] }
}
