import type { Place } from '../follower/reply-cells.ts'
import type { Option } from '../leader/offers.ts'

/**
 * A reply that the provider can bring about by slowing models down, with the announcement that goes with it.
 * The option's utility is the user's, slowed.
 */
export interface Slowed<N> {
  readonly option: Option<N>
  /** The escalation announced; null where none matters. */
  readonly place: Place<N> | null
  /** Net values by state after slowing, of those not slowed down as before. */
  readonly netValues: readonly N[]
  /** Other replies that stay exactly as good for the user, and that ties against the provider may bring. */
  readonly rivals: readonly Option<N>[]
}
