import { rational, type Arithmetic } from '@plumbline/game'
import type { Outcome, Reply } from '../play/outcome.ts'

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
