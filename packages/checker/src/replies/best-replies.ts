import { rational, type Arithmetic } from '@plumbline/game'
import { outcomeOf, type Outcome, type Reply } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { byModel } from './by-model.ts'
import { byPersistence } from './by-persistence.ts'
import { byAttempts } from './by-attempts.ts'

/** A reply with what it comes to. */
export interface Played<N> {
  readonly reply: Reply<N>
  readonly outcome: Outcome<N>
}

/** All that a user can do that is best for her. */
export interface BestReplies<N> {
  readonly utility: N
  /** Every best reply, or of an interval of them those that cost the provider least and most. */
  readonly best: readonly Played<N>[]
  /** Best persistences as closed intervals, ascending; null where one number does not say it. */
  readonly set: readonly { readonly from: N; readonly to: N }[] | null
  /** False where a persistence is only near the best one, within `2^-260`. */
  readonly exact: boolean
}

/**
 * All best replies of a user to a route: what she would do, worked out here and not looked up, whatever she sees, the
 * choice not to begin included.
 *
 * @throws Undecided where inputs known only within an enclosure do not tell
 */
export function bestReplies<N>(
  side: Side<N>,
  transitions: readonly (readonly N[])[],
  start: number,
): BestReplies<N> {
  const { arithmetic: ar, user } = side
  const found = begun(side, transitions, start)
  if (user.outside === null) return found
  const order = ar.sign(ar.sub(found.utility, user.outside))
  if (order > 0) return found
  const reply = { kind: 'outside' } as const
  const outcome = outcomeOf(side, transitions, start, reply)
  const absent = outcome === null ? [] : [{ reply, outcome }]
  return order < 0
    ? { utility: user.outside, best: absent, set: null, exact: true }
    : { ...found, best: [...found.best, ...absent] }
}

function begun<N>(side: Side<N>, transitions: readonly (readonly N[])[], start: number): BestReplies<N> {
  switch (side.user.sees) {
    case 'nothing':
      return byPersistence(side, transitions, start)
    case 'model':
      return byModel(side, transitions, start)
    case 'attempts':
      return byAttempts(side, transitions, start)
  }
}

/** Utilities of replies that are known only nearly count as equal where they agree so closely. */
const agreement = rational('1e-70')

/** Those of several that give the user most. */
export function favourites<N>(
  ar: Arithmetic<N>,
  played: readonly Played<N>[],
  exact: boolean,
): readonly Played<N>[] {
  const equal = (difference: N): boolean => {
    if (ar.sign(difference) === 0) return true
    const form = exact ? null : ar.toExact(difference)
    return typeof form === 'string' && rational(form).abs().lt(agreement)
  }
  let best: readonly Played<N>[] = []
  for (const each of played) {
    const [known] = best
    const difference = known === undefined ? null : ar.sub(each.outcome.utility, known.outcome.utility)
    if (difference !== null && equal(difference)) best = [...best, each]
    else if (difference === null || ar.sign(difference) > 0) best = [each]
  }
  return best
}
