import type { Arithmetic } from '@plumbline/game'
import type { Payoffs } from '../../process/payoffs.ts'
import type { UserReply } from '../../process/reply.ts'

/** A reply, not to begin included. */
export type FullReply<N> = UserReply<N> | { readonly kind: 'outside' }

/** A reply that is as good for her as any, with what it comes to. */
export interface Favourite<N> {
  readonly reply: FullReply<N>
  readonly payoffs: Payoffs<N>
  readonly utility: N
}

/** The best replies of one kind: all that are equally good, the first to be preferred among equals. */
export interface Favourites<N> {
  readonly best: readonly Favourite<N>[]
  /** All best persistences as points and closed intervals, ascending; null where one number does not say it. */
  readonly persistenceSet: readonly { readonly from: N; readonly to: N }[] | null
  /** False where a persistence is a rational number within `2^-200` of the best one. */
  readonly exact: boolean
}

/** All of a list that are as good as the best of it. */
export function favouritesOf<N>(
  ar: Arithmetic<N>,
  all: readonly Favourite<N>[],
  same: (order: N) => boolean = (difference) => ar.sign(difference) === 0,
): readonly Favourite<N>[] {
  let best: Favourite<N>[] = []
  for (const each of all) {
    const [first] = best
    const difference = first === undefined ? null : ar.sub(each.utility, first.utility)
    if (difference !== null && same(difference)) best.push(each)
    else if (difference === null || ar.sign(difference) > 0) best = [each]
  }
  return best
}
