import type { Place, Reply } from '../follower/reply-cells.ts'
import type { CostLine } from './equilibrium.ts'

/** A reply to announcements from one start that cost the provider the same line in the penalty. */
export interface Option<N> {
  readonly id: string
  /** Index of a state of the chain. */
  readonly start: number
  readonly reply: Reply
  readonly persistence: N
  readonly line: CostLine<N>
  readonly utility: N
}

/** Announcements from one start, at one escalation or at all strictly between two, and the replies to them. */
export type Offer<N> =
  /** A start after which no escalation matters. */
  | { readonly kind: 'start'; readonly start: number; readonly options: readonly Option<N>[] }
  /**
   * One escalation; `options` are the best replies to it, but for staying where that is left out as dominated;
   * `stays`: the user certainly stays, ties included.
   */
  | {
      readonly kind: 'point'
      readonly start: number
      readonly place: Place<N>
      readonly stays: boolean
      readonly options: readonly Option<N>[]
    }
  /**
   * All escalations strictly between two. `leave`: leaving is a best reply to each of them; `limits`: staying
   * is, with these costs in the limit at the two ends; neither: the reply is strictly between.
   */
  | {
      readonly kind: 'open'
      readonly start: number
      readonly from: Place<N>
      readonly to: Place<N>
      readonly leave: Option<N> | null
      readonly limits: readonly { readonly place: Place<N>; readonly option: Option<N> }[]
    }
