import { type Arithmetic } from '@plumbline/game'
import type { BestReplies, Played } from './favourites.ts'
import { order } from '../play/order.ts'

/**
 * Of a user's best replies those that the rule for ties gives: what costs the provider least (`strong`), or most.
 */
export function byTieRule<N>(
  ar: Arithmetic<N>,
  { best }: BestReplies<N>,
  ties: 'strong' | 'weak',
): readonly Played<N>[] {
  const [first, ...rest] = best
  if (first === undefined) throw new TypeError('a user without a reply')
  const sign = ties === 'strong' ? 1 : -1
  const value = rest.reduce(
    (kept, { outcome }) => (sign * order(ar, outcome.cost, kept) < 0 ? outcome.cost : kept),
    first.outcome.cost,
  )
  return best.filter(({ outcome }) => order(ar, outcome.cost, value) === 0)
}
