import { list, number, record, type Shape, text } from '../loading/shape.ts'
import type { RouteKey } from './document.ts'
import { routeKey } from './parts.ts'

/** The one route that is best for users together, and who would gain and who would lose if the provider announced it. */
export interface AlignmentEntry {
  readonly route: RouteKey
  /** What a task costs the provider on it. */
  readonly cost: number
  /** Over the users, weighted. */
  readonly utility: number
  readonly users: readonly AlignedUserEntry[]
}

/** One declared user; means over her types where she stands for several. */
export interface AlignedUserEntry {
  readonly name: string
  /** What a task is worth to her on that route. */
  readonly utility: number
  /** That less what it is worth now: above 0 for one who would gain. */
  readonly change: number
  /** The share of her types that would gain, and that would lose. */
  readonly gaining: number
  readonly losing: number
  /** The change below which 5 %, and 95 %, of her types lie. */
  readonly low: number
  readonly high: number
}

const alignedUser = record<AlignedUserEntry>({
  name: text,
  utility: number,
  change: number,
  gaining: number,
  losing: number,
  low: number,
  high: number,
})

export const alignmentShape: Shape<AlignmentEntry> = record<AlignmentEntry>({
  route: routeKey,
  cost: number,
  utility: number,
  users: list(alignedUser, 1),
})
