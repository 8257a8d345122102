import { compare, type Arithmetic } from '@plumbline/game'
import type { Attempt } from '../base/attempt.ts'
import { stayingValue } from '../base/single-model.ts'
import type { Option } from '../leader/offers.ts'
import { leaveOption, stayOption } from '../leader/single-model-offer.ts'
import { reaches, type Slowable } from './floors.ts'
import type { Slowed } from './slowed.ts'

/**
 * What a provider whose users pick the model themselves can make them do by slowing models down: stay at, or
 * leave after one attempt with, any model to which the others can be made no better. The wanted model is slowed
 * only where it takes that to make her leave, the others only until they tie with it: the least harm.
 *
 * A model is worth `ξ/p` to her where she stays and `ξ` where she leaves. Staying at `i` needs every other
 * model's worth lowered to `ξi/pi`; leaving from `i` needs `ξi` lowered to `min(0, ξi)`, and the others to that.
 */
export function slowedChoices<N>(
  ar: Arithmetic<N>,
  states: readonly Slowable<N>[],
  weak: boolean,
): readonly Slowed<N>[] {
  return states.flatMap(({ attempt }, start) => {
    const certain = ar.sign(attempt.failure) === 0
    const sign = ar.sign(attempt.netValue)
    const stay = stayOption(ar, attempt, start, start + 1)
    const found: Slowed<N>[] = []
    if (sign >= 0 || certain) {
      const leaves = sign === 0 && weak && !certain ? [leaveOption(ar, attempt, start, start + 1)] : []
      found.push(...wanted(ar, states, start, stay, attempt.netValue, stay.utility, leaves, weak))
    }
    if (!certain) {
      const state = states[start]
      const lowered = sign > 0 || (sign === 0 && weak)
      const target = lowered ? ar.from(0) : attempt.netValue
      if (state === undefined || (lowered && !reaches(ar, state, target, weak))) return found
      const leave = { ...leaveOption(ar, attempt, start, start + 1), utility: target }
      found.push(...wanted(ar, states, start, leave, target, target, [], weak, lowered))
    }
    return found
  })
}

/** The others brought down to `worth`; empty where one of them cannot be, or where nothing needs slowing. */
function wanted<N>(
  ar: Arithmetic<N>,
  states: readonly Slowable<N>[],
  start: number,
  option: Option<N>,
  netValue: N,
  worth: N,
  ties: readonly Option<N>[],
  weak: boolean,
  below = false,
): readonly Slowed<N>[] {
  const rivals = [...ties]
  const netValues: N[] = []
  for (const [index, state] of states.entries()) {
    const { attempt } = state
    if (index === start) {
      netValues.push(netValue)
      continue
    }
    const order = compare(ar, worthOf(ar, attempt), worth)
    if (order < 0 || (order === 0 && !weak)) {
      netValues.push(attempt.netValue)
      continue
    }
    const target = netValueWorth(ar, attempt, worth)
    if (reaches(ar, state, target, weak)) {
      netValues.push(target)
      continue
    }
    if (below || !reaches(ar, state, target, false)) return []
    rivals.push(...repliesAt(ar, attempt, index, target))
    netValues.push(target)
  }
  const slowed = netValues.some((own, index) => own !== states[index]?.attempt.netValue)
  return slowed ? [{ option, place: null, netValues, rivals }] : []
}

/** What a model is worth to a user who replies as she likes best. */
function worthOf<N>(ar: Arithmetic<N>, attempt: Attempt<N>): N {
  return ar.sign(attempt.netValue) > 0 ? stayingValue(ar, attempt) : attempt.netValue
}

function netValueWorth<N>(ar: Arithmetic<N>, attempt: Attempt<N>, worth: N): N {
  return ar.sign(worth) > 0 ? ar.mul(worth, attempt.success) : worth
}

function repliesAt<N>(
  ar: Arithmetic<N>,
  attempt: Attempt<N>,
  start: number,
  netValue: N,
): readonly Option<N>[] {
  const stay = stayOption(ar, attempt, start, start + 1)
  const leave = leaveOption(ar, attempt, start, start + 1)
  if (ar.sign(attempt.failure) === 0) return [stay]
  const sign = ar.sign(netValue)
  return sign > 0 ? [stay] : sign < 0 ? [leave] : [stay, leave]
}
