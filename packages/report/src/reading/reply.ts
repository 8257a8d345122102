import type { UserEntry } from '@plumbline/game'

/** What a user does about a route, as far as it has a name. */
export type Reply =
  /** The first attempt always succeeds. */
  | 'never-fails'
  | 'stays'
  | 'leaves'
  /** Leaves after some failures, with a probability strictly between. */
  | 'sometimes'
  /** Does not begin. */
  | 'absent'

type Answer = Pick<UserEntry, 'abandonment' | 'attempts' | 'success'> & { readonly begins?: boolean }

/** Names the reply of a user, or of a candidate. */
export function replyOf({ begins, abandonment, attempts, success }: Answer): Reply {
  if (begins === false) return 'absent'
  if (success === 1 && attempts === 1) return 'never-fails'
  return replyBy(abandonment)
}

/** Names the reply where nothing but the abandonment probability is known. */
export function replyBy(abandonment: number): 'stays' | 'leaves' | 'sometimes' {
  return abandonment === 0 ? 'stays' : abandonment === 1 ? 'leaves' : 'sometimes'
}

/** Whether more than one reply is best for the user. */
export function isIndifferent({ abandonmentSet }: Pick<UserEntry, 'abandonmentSet'>): boolean {
  const [first, ...others] = abandonmentSet
  return first !== undefined && (others.length > 0 || first[0] !== first[1])
}
