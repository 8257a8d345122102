import type { Problem } from '@plumbline/game'
import type { PersistenceSet } from '../follower/persistence-set.ts'

/** What the provider announces: the first state of a task and a value for each of the chain's variables. */
export interface Route<N> {
  /** Index of a state of the chain. */
  readonly start: number
  /** In the order of the chain's variables; each within its limits. */
  readonly variables: readonly N[]
}

/**
 * A provider's cost as a line in the churn penalty: `J = serving + P · loss`. `serving` is what the attempts
 * cost net of prices (`C`), `loss` the probability that the task is abandoned (`1 - S`).
 */
export interface CostLine<N> {
  readonly serving: N
  readonly loss: N
}

/**
 * An announcement with a reply to it that may be the provider's optimum.
 *
 * Ids: `C1`, `C2` (stay at a model), `Q1`, `Q2` (leave after its first failure), `J1(s0)`, `J1(sL)` (stay,
 * started at model 1, at a threshold of the user), `C1+a1C2` (stay, sure escalation), `J1(low)`, `J1(high)`
 * (stay, at a limit of the escalation), `interior` (a user who persists with a probability inside (0, 1)).
 */
export interface Candidate<N> {
  readonly id: string
  readonly route: Route<N>
  /** `s` where the task starts at the model that escalates, else null. */
  readonly escalation: N | null
  /** `r = 1 - q`. */
  readonly persistence: N
  /** `J`. */
  readonly cost: N
  readonly line: CostLine<N>
  /** What the user expects of it. */
  readonly utility: N
  /**
   * False where the user's ties break against the provider, so that this is only the limit of announcements
   * near it.
   */
  readonly attained: boolean
}

/** Escalations between two limits; `fromOpen`, `toOpen`: that end is not included. */
export interface EscalationRange<N> {
  readonly from: N
  readonly to: N
  readonly fromOpen: boolean
  readonly toOpen: boolean
}

/** A churn penalty at which the provider's choice changes. */
export interface Flip<N> {
  readonly at: N
  /** False where `at` is the double nearest to a number that has no closed form here. */
  readonly exact: boolean
  /** The choice just below (at a penalty of 0: the choice there) and just above; costs are those at `at`. */
  readonly below: Candidate<N>
  readonly above: Candidate<N>
}

/**
 * The provider's value where ties of the user break for it (`strong`) and against it (`weak`). `weak` is the
 * infimum over announcements; `attained` says whether some announcement attains it.
 */
export interface Ties<N> {
  readonly strong: N
  readonly weak: N
  readonly attained: boolean
}

/** `lower <= J* <= upper`; equal for a closed form. */
export interface Bounds<N> {
  readonly lower: N
  readonly upper: N
  readonly method: 'closed-form' | 'branch-and-bound' | 'enumeration' | 'mutual-best-response'
  /** Relative, for a branch and bound; else null. */
  readonly tolerance: number | null
  /** Why a search ended before its bounds were within the tolerance. */
  readonly ended?: 'time' | 'nodes' | 'cancelled'
}

/** The solved game of a leader and one follower. */
export interface Equilibrium<N> {
  readonly concept: 'strong-stackelberg' | 'weak-stackelberg' | 'user-choice'
  /** Signs of the net values by state, as `+-`, of the user who decides. */
  readonly case: string
  readonly regimeByUser: readonly string[]
  /** The route announced (under user choice: the one that the user chooses). */
  readonly route: Route<N>
  /** The reply: `r = 1 - q`. */
  readonly persistence: N
  /** All best responses to the route. */
  readonly bestResponses: PersistenceSet<N>
  /**
   * Two-model cascade: all escalations that, from the chosen start, cost the provider the same with the reply
   * that its ties give; ascending and disjoint. Null where the menu has none.
   */
  readonly escalationSet: readonly EscalationRange<N>[] | null
  /** Cheapest first. */
  readonly candidates: readonly Candidate<N>[]
  /** One of `candidates`. */
  readonly chosen: Candidate<N>
  readonly ties: Ties<N>
  /** Ascending in the churn penalty. */
  readonly flips: readonly Flip<N>[]
  readonly bounds: Bounds<N>
}

export type LeaderResult<N> =
  | { readonly ok: true; readonly equilibrium: Equilibrium<N> }
  | { readonly ok: false; readonly problems: readonly Problem[] }
