import type { Arithmetic } from '@plumbline/game'
import { leaveOption } from '../leader/single-model-offer.ts'
import { reaches, type Slowable } from './floors.ts'
import type { Slowed } from './slowed.ts'

/**
 * `Q`: a model worth the wait, at which every attempt is made, slowed until an attempt is worth nothing, so
 * that the user leaves after the first failure. The latency that does it is `(V p - f)/κ`; she is left with 0.
 *
 * @param start index of the state
 * @param weak the user's ties break against the provider, so that she must be slowed beyond the tie
 * @returns null where it cannot be slowed that much, or she leaves anyway
 */
export function slowedLeaving<N>(
  ar: Arithmetic<N>,
  states: readonly Slowable<N>[],
  start: number,
  weak: boolean,
): Slowed<N> | null {
  const state = states[start]
  if (state === undefined) throw new TypeError('a start that is no state')
  const { attempt } = state
  const zero = ar.from(0)
  const sign = ar.sign(attempt.netValue)
  if (ar.sign(attempt.failure) === 0 || sign < 0 || (sign === 0 && !weak)) return null
  if (!reaches(ar, state, zero, weak)) return null
  return {
    option: { ...leaveOption(ar, attempt, start, start + 1), utility: zero },
    place: null,
    netValues: states.map(({ attempt: each }, index) => (index === start ? zero : each.netValue)),
    rivals: [],
  }
}
