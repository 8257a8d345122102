import type { Process } from './process.ts'

/**
 * How a user answers failures:
 *
 * - `stationary`: re-prompts with one probability `r = 1 - q` after every failure;
 * - `by-state`: with a probability for each state of the chain, so for each model that answered;
 * - `leaves-after`: re-prompts for certain until so many failures and then leaves (a stopping time); null: never leaves.
 *
 * Persistences are in [0, 1], failures whole and at least 1.
 */
export type UserReply<N> =
  | { readonly kind: 'stationary'; readonly persistence: N }
  | { readonly kind: 'by-state'; readonly persistence: readonly N[] }
  | { readonly kind: 'leaves-after'; readonly failures: number | null }

/**
 * The persistence after the failure of attempt `attempt` (counted from 1) in each state of the chain.
 *
 * @throws RangeError when a reply by state has not one persistence for each state, or failures are not whole and positive.
 */
export function persistenceAt<N>(
  { arithmetic: ar, states }: Process<N>,
  reply: UserReply<N>,
  attempt: number,
): readonly N[] {
  switch (reply.kind) {
    case 'stationary':
      return Array.from({ length: states }, () => reply.persistence)
    case 'by-state':
      if (reply.persistence.length !== states) throw new RangeError('one persistence for each state')
      return reply.persistence
    case 'leaves-after': {
      const { failures } = reply
      if (failures !== null && !(Number.isInteger(failures) && failures >= 1))
        throw new RangeError('a user leaves after a whole number of failures, at least 1')
      const stays = failures === null || attempt < failures
      return Array.from({ length: states }, () => ar.from(stays ? 1 : 0))
    }
  }
}
