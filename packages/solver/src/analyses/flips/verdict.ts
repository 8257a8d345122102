import type { FlipVerdict, VerdictPart } from '@plumbline/game'

/** What a game comes to, in words that hold for a whole range of numbers, and the route as it is at one of them. */
export interface Verdict {
  /** The candidate's id; null where there is no closed form. */
  readonly id: string | null
  /** The first model, by user where each picks her own. */
  readonly start: string
  /** Where the route moves on: at limits or thresholds, by name, whatever their numbers. */
  readonly steps: string
  /** By declared user. */
  readonly replies: readonly string[]
  /** Whether users would rather have another route. */
  readonly gap: boolean
  /** Whether slowing models down pays; null where that is not known. */
  readonly throttling: boolean | null
}

/** In what two verdicts differ: not in what is not known of one of them. */
export function differences(one: Verdict, other: Verdict): readonly VerdictPart[] {
  const parts: readonly (readonly [VerdictPart, boolean])[] = [
    ['route', one.start !== other.start || one.steps !== other.steps],
    ['behaviour', one.replies.join() !== other.replies.join()],
    ['gap', one.gap !== other.gap],
    [
      'throttling',
      one.throttling !== null && other.throttling !== null && one.throttling !== other.throttling,
    ],
  ]
  return parts.flatMap(([part, differs]) => (differs ? [part] : []))
}

/** A verdict as the document writes it. */
export function verdictEntry(
  { id, replies, gap, throttling }: Verdict,
  route: FlipVerdict['route'],
  users: readonly string[],
): FlipVerdict {
  return {
    id,
    route,
    replies: Object.fromEntries(users.map((name, index) => [name, replies[index] ?? ''])),
    gap,
    throttling,
  }
}
