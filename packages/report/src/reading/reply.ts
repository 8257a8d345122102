import type { AbandonmentBy, UserEntry } from '@plumbline/game'

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
  /** In a way that no one number says. */
  | 'differs'

/** Names the reply of a user. */
export function replyOf(user: UserEntry): Reply {
  const { begins, abandonment, abandonmentBy, attempts, success, types } = user
  if (!begins) return 'absent'
  if (success === 1 && attempts === 1) return 'never-fails'
  if (abandonmentBy !== undefined) return replyWhere(abandonmentBy)
  const reply = replyBy(abandonment)
  return types !== undefined && reply === 'sometimes' ? 'differs' : reply
}

/** Names the reply where nothing but the abandonment probability is known; null for one that no number says. */
export function replyBy(abandonment: number | null): 'stays' | 'leaves' | 'sometimes' | 'differs' {
  if (abandonment === null) return 'differs'
  return abandonment === 0 ? 'stays' : abandonment === 1 ? 'leaves' : 'sometimes'
}

/** A user who sees more may stay, or leave, whatever she sees. */
function replyWhere(by: AbandonmentBy): 'stays' | 'leaves' | 'differs' {
  if ('leavesAfter' in by)
    return by.leavesAfter === null ? 'stays' : by.leavesAfter === 1 ? 'leaves' : 'differs'
  const met = Object.values(by.model).filter((each) => each !== null)
  if (met.every((each) => each === 0)) return 'stays'
  return met.every((each) => each === 1) ? 'leaves' : 'differs'
}

/** Whether more than one reply is best for the user. */
export function isIndifferent({ abandonmentSet }: Pick<UserEntry, 'abandonmentSet'>): boolean {
  const [first, ...others] = abandonmentSet ?? []
  return first !== undefined && (others.length > 0 || first[0] !== first[1])
}
