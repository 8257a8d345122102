import type { Game } from '@plumbline/game'
import type { HiddenRouting } from '../hidden/equilibrium.ts'
import type { ReplyShare } from '../hidden/strategies.ts'
import type { UserReply } from '../process/reply.ts'
import type { Bounds, Candidate, EscalationRange, Flip, Route, Ties } from '../leader/equilibrium.ts'
import type { Orders } from '../misalignment/orders.ts'
import type { PopulationSummary } from '../population/summary.ts'
import type { ToldThrottling } from '../throttling/told.ts'

/**
 * What asserts and sweeps read of a solved game, in the game's own numbers, whichever solver it came from.
 */
export interface SolvedNumbers<N> {
  readonly game: Game<N>
  /** What decided: signs of the net values of a single user, else the users' in turn. */
  readonly case: string
  /** Null where each user has a route of her own. */
  readonly route: Route<N> | null
  /** An escalation above 0 is reached. */
  readonly cascades: boolean
  /** In the game's order. */
  readonly users: readonly UserNumbers<N>[]
  readonly provider: SolvedProvider<N>
  /** Over the users, weighted. */
  readonly gap: N
  /** Null where it is not known. */
  readonly throttling: Pick<ToldThrottling<N>, 'pays' | 'gain' | 'harm' | 'range'> | null
  /** Utility less cost; null where they are in different units. */
  readonly welfare: N | null
  /** Where users do not see the route. */
  readonly hidden?: HiddenRouting<N>
}

/** A solved game as documents read it. */
export interface SolvedGame<N> extends SolvedNumbers<N> {
  readonly concept: 'strong-stackelberg' | 'weak-stackelberg' | 'user-choice' | 'nash'
  /** Two-model cascade: all escalations that cost the provider the same. */
  readonly escalationSet: readonly EscalationRange<N>[] | null
  readonly users: readonly SolvedUser<N>[]
  readonly bestUtility: N
  /** Null where it is not known. */
  readonly throttling: ToldThrottling<N> | null
  readonly bounds: Bounds<N>
  /** What of it is only near, though as close as many digits: a best reply is a root without a form here, or numbers of unlike roots were added. */
  readonly near?: readonly NearNumber[]
  /** Null where the two values are not told apart. */
  readonly ties: Ties<N> | null
  /** Null where inexact numbers leave them open. */
  readonly orders: Orders | null
  /** Cheapest first. */
  readonly candidates: readonly SolvedCandidate<N>[]
  /** Churn penalties at which the choice changes; null where they are not known. */
  readonly flips: readonly Flip<N>[] | null
}

/** A number of which a certificate tells the exact value. */
export type NearNumber = 'cost' | 'utility' | 'gap' | 'regret' | 'throttlingGain'

/** What one user does and what comes of it. */
export interface UserNumbers<N> {
  /** Signs of the net values in the menu's order. */
  readonly regime: string
  readonly reply:
    | Exclude<UserReply<N>, { readonly kind: 'by-state' }>
    /** Null for a state that is never met. */
    | { readonly kind: 'by-state'; readonly persistence: readonly (N | null)[] }
    | { readonly kind: 'outside' }
    /** Of users who do not see the route: a share never leaves, the others leave at once. */
    | { readonly kind: 'split'; readonly staying: N }
    /** Of users who do not see the route: in several ways, drawn for each task, the most probable first. */
    | { readonly kind: 'mixed'; readonly parts: readonly ReplyShare<N>[] }
    /** Of types that answer differently: their mean, null where they do not all answer with one number. */
    | { readonly kind: 'mean'; readonly abandonment: N | null }
  readonly success: N
  /** Null where infinite. */
  readonly latency: N | null
  readonly attempts: N | null
  readonly utility: N
  /** Her own route, under user choice. */
  readonly route: Route<N> | null
  readonly best: { readonly utility: N; readonly route: Route<N> }
  readonly gap: N
}

/** A user as documents have her. */
export interface SolvedUser<N> extends UserNumbers<N> {
  /** All best persistences, ascending; null where she answers with more than one number. */
  readonly persistenceSet: readonly { readonly from: N; readonly to: N }[] | null
  /** How her types differ; null for one who is of one type. */
  readonly population: PopulationSummary | null
}

export interface SolvedProvider<N> {
  readonly cost: N
  readonly serving: N
  readonly loss: N
  readonly regret: N
}

/** A route that was in question. */
export interface SolvedCandidate<N> {
  readonly id: string
  readonly route: Route<N>
  /** Of the users, weighted; null where they do not answer with one number. */
  readonly abandonment: N | null
  readonly cost: N
  readonly serving: N
  readonly loss: N
  readonly success: N
  readonly latency: N | null
  readonly attempts: N | null
  readonly utility: N
  readonly chosen: boolean
  readonly ties: boolean
}

/** The candidate of a closed form that a flip of the penalty leads from, or to. */
export type FlipSide<N> = Candidate<N>
