import type { ExactForm } from '../arithmetic/arithmetic.ts'
import type { AlignmentEntry } from './alignment.ts'
import type { AttemptsEntry } from './attempts.ts'
import type { BaselinesEntry } from './baselines.ts'
import type { BoxPart } from './boxes.ts'
import type { FlipsEntry } from './flips.ts'
import type { FrontierEntry } from './frontier.ts'
import type { SensitivitiesEntry } from './sensitivities.ts'
import type { UncertaintyEntry } from './uncertainty.ts'
import type { AnnouncingEntry, EquilibriumEntry } from './hidden.ts'

/**
 * The solution document, `plumbline/solution@1`: what `plumb solve --json` prints. Money in the game's
 * currency, time in seconds, utility in the users' unit; every number is the double nearest the exact value;
 * unbounded or undefined values are null, never NaN. New optional keys do not change the schema's name.
 */
export interface SolutionDocument {
  readonly schema: 'plumbline/solution@1'
  readonly game: string
  readonly label: string | null
  readonly units: {
    readonly cost: string | null
    readonly time: string | null
    readonly utility: string | null
  }
  /** `nash`: users do not see the route. */
  readonly concept: 'strong-stackelberg' | 'weak-stackelberg' | 'user-choice' | 'nash'
  readonly models: readonly ModelEntry[]
  /** Null under user choice; each user then has a route. */
  readonly route: RouteEntry | null
  readonly users: readonly UserEntry[]
  readonly provider: ProviderEntry
  /** Weighted over users; `relative` is to |best utility|, null where that is 0. */
  readonly misalignment: { readonly gap: number; readonly relative: number | null }
  /** Null where it is not known what slowing models down would do. */
  readonly throttling: ThrottlingEntry | null
  /** Users' utility less the provider's cost, where they share a unit. */
  readonly welfare: number | null
  readonly certificate: CertificateEntry
  /** The strong and the weak value where ties of the users make them differ or leave the value unattained. */
  readonly ties?: TiesEntry
  readonly asserts: readonly AssertEntry[]
  /** Every route that was a candidate for the provider's optimum, cheapest first. */
  readonly candidates?: readonly CandidateEntry[]
  /** Values at which a verdict changes, others held fixed. */
  readonly flips?: FlipsEntry
  /** Derivatives and elasticities of the reported numbers. */
  readonly sensitivities?: SensitivitiesEntry
  /** How the two sides rank the models, and whether they disagree. */
  readonly orders?: OrdersEntry
  /** Hidden routing: the equilibria that were found, the one that is told first. */
  readonly equilibria?: readonly EquilibriumEntry[]
  /** Hidden routing: what announcing the route would be worth to each side. */
  readonly announcing?: AnnouncingEntry
  /** How sure the answer is, given how sure we are of its numbers. */
  readonly uncertainty?: UncertaintyEntry
  /** What policies that do not ask how users answer would come to. */
  readonly baselines?: BaselinesEntry
  /** The routes that no other beats for both sides at once. */
  readonly frontier?: FrontierEntry
  /** Who would gain and who would lose by the route that is best for users together. */
  readonly alignment?: AlignmentEntry
  /** How many attempts a task takes. */
  readonly attempts?: AttemptsEntry
  /** Analyses that were asked for and have no answer for this game, each with the reason. */
  readonly unanswered?: readonly UnansweredEntry[]
}

export interface UnansweredEntry {
  /** The key that the answer would have. */
  readonly name: string
  readonly reason: string
}

export interface ModelEntry {
  readonly name: string
  readonly label: string | null
  readonly cost: number
  readonly latency: number
  readonly success: number
  readonly price: number
  readonly costOfPass: number
  readonly latencyOfPass: number
  /** By user: what one attempt is worth to them (`ξ = V p - κ t - f`). */
  readonly netValue: Readonly<Record<string, number>>
}

/** A first model, and for cascades the probability to go one up after a failure and a re-prompt. */
export interface RouteKey {
  readonly start: string
  readonly escalation: Readonly<Record<string, number>> | null
  /** Menus that lead from a model to several: where a failure and a re-prompt lead, by model. */
  readonly transitions?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Menus whose probabilities have names of their own: what the provider sets each to. */
  readonly variables?: Readonly<Record<string, number>>
}

export interface RouteEntry extends Omit<RouteKey, 'start'> {
  /** Null where the start is mixed, as it may be where users do not see the route. */
  readonly start: string | null
  /** Where the start is mixed: the models with their probabilities. */
  readonly starts?: Readonly<Record<string, number>>
  /** Where whole routes are mixed, drawn for each task: all of them, the most probable first. The rest of the entry is of that one. */
  readonly routes?: readonly RouteShareEntry[]
  readonly transitions: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Two models: all escalations that cost the provider the same from this start. */
  readonly escalationSet: readonly EscalationInterval[] | null
  /** An escalation above 0 that is reached: a user who quits never reaches it. */
  readonly cascades: boolean
}

/** A route that is drawn for a share of the tasks. */
export interface RouteShareEntry {
  /** Above 0; those of all routes sum to 1. */
  readonly share: number
  readonly route: RouteKey
}

/** A reply by which a user answers a share of her tasks. */
export interface ReplyShareEntry {
  /** Above 0; those of all replies sum to 1. */
  readonly share: number
  /** False: she does not start. */
  readonly begins: boolean
  /** Null where she does not start, or answers by what she sees. */
  readonly abandonment: number | null
  readonly abandonmentBy?: AbandonmentBy
}

/** A closed interval (a point where both ends agree); `open` names the ends that are not included. */
export interface EscalationInterval {
  readonly from: number
  readonly to: number
  readonly open?: readonly ('from' | 'to')[]
}

export interface UserEntry {
  readonly name: string
  readonly label: string | null
  readonly weight: number
  /** Signs of the net values in the menu's order: `++`, `-+`, `+-`, `--`, with `0` for a zero. */
  readonly regime: string
  /** Whether the first attempt is made; where it is not, the user has her outside option. */
  readonly begins: boolean
  /** The probability to leave after a failure; null for a user who answers with more than one number. */
  readonly abandonment: number | null
  /** Best responses as abandonment probabilities: points and closed intervals, ascending; null as above. */
  readonly abandonmentSet: readonly (readonly [number, number])[] | null
  /** Hidden routing, where users split: the share that never leaves, while the others leave at once. */
  readonly staying?: number
  /** Hidden routing, where users answer in several ways, drawn for each task, other than that: all of them, the most probable first. */
  readonly mixture?: readonly ReplyShareEntry[]
  /** The reply of a user who sees more than that an attempt failed. */
  readonly abandonmentBy?: AbandonmentBy
  readonly success: number
  /** Null where it is infinite. */
  readonly latency: number | null
  readonly attempts: number | null
  /** Present where the expected number of attempts is infinite. */
  readonly finite?: false
  readonly utility: number
  /** The user's own route, under user choice only. */
  readonly route?: RouteKey
  readonly best: { readonly utility: number; readonly route: RouteKey }
  readonly gap: number
  /** Users who differ: how many types stand for them; everything else here is then a mean over the types. */
  readonly types?: number
  /** Share of the types that have a gap. */
  readonly losing?: number
  /** Utility and gap below which a share of the types lies, for each level. */
  readonly quantiles?: {
    readonly levels: readonly number[]
    readonly utility: readonly number[]
    readonly gap: readonly number[]
  }
}

/**
 * How a user replies who sees more than that an attempt failed: by the model that answered (null for one that is never
 * met), or by the number of failures after which she leaves (null: never).
 */
export type AbandonmentBy =
  { readonly model: Readonly<Record<string, number | null>> } | { readonly leavesAfter: number | null }

export interface ProviderEntry {
  readonly name: string
  readonly label: string | null
  readonly menu: string
  /** `J*`, per task. */
  readonly cost: number
  /** `C`: what the attempts cost. */
  readonly serving: number
  /** `P (1 - S)`: what abandoned tasks cost. */
  readonly loss: number
  readonly regret: number
}

export interface ThrottlingEntry {
  readonly pays: boolean
  /** What the provider saves by it, per task; 0 where it does not pay. */
  readonly gain: number
  /** What the users lose by it, weighted; below 0 where they are better off. */
  readonly harm: number
  /** The least latencies that do it, by model; null where it does not pay. */
  readonly latencies: Readonly<Record<string, number>> | null
  /** With ties against the provider: latencies of slowed models must be above these, by anything. */
  readonly above?: boolean
  /** The route announced with them; null where it does not pay. */
  readonly route?: RouteKey | null
  /**
   * Churn penalties between which it pays: those around the game's own, else the least. Null for both where there
   * are none; `endsAt` alone is null where it pays for every greater penalty.
   */
  readonly startsAt: number | null
  readonly endsAt: number | null
  /** Where there are several such ranges: all of them, ascending. */
  readonly ranges?: readonly { readonly from: number; readonly to: number | null }[]
  /** Where it pays: the models that it is of use to slow alone, the most useful first. */
  readonly alone?: readonly ThrottlingAlone[]
  /** Enclosure of the provider's cost with slowing, where that was searched for. */
  readonly search?: ThrottlingSearch
}

/** What slowing a single model does. */
export interface ThrottlingAlone {
  readonly model: string
  /** The least latency that does it, in the document's unit of time. */
  readonly latency: number
  /** What the provider saves by it, per task. */
  readonly gain: number
  /** Whether slowing others as well saves no more. */
  readonly enough: boolean
  /** The route announced with it. */
  readonly route: RouteKey
}

export interface ThrottlingSearch {
  readonly lower: number
  readonly upper: number
  /** Relative. */
  readonly tolerance: number
  /** Why a search ended before `upper - lower` was within the tolerance; absent where it is. */
  readonly ended?: 'time' | 'nodes' | 'cancelled'
}

export interface CertificateEntry {
  /**
   * `closed-form`, or `branch-and-bound` with its relative tolerance; `mutual-best-response`: an equilibrium of hidden routing that
   * was found by search, and in which neither side can do better.
   */
  readonly method: 'closed-form' | 'branch-and-bound' | 'enumeration' | 'mutual-best-response'
  /** The regime that decided, with the paper's ordering or not. */
  readonly case: string
  /** Enclose `J*`. */
  readonly lower: number
  readonly upper: number
  readonly tolerance?: number
  /** Why a search ended before `upper - lower` was within the tolerance; absent where it is. */
  readonly ended?: 'time' | 'nodes' | 'cancelled'
  readonly exact: Readonly<Record<string, ExactForm>>
  /** Exact values of the probabilities that the routes of the document announce, but for those at their limits. */
  readonly probabilities?: readonly ExactForm[]
  /** Where it is asked for: why no route costs less than `lower`, for each start of the menu. */
  readonly boxes?: readonly (readonly BoxPart[])[]
  /** Where it is asked for: the types that stand for people who differ, for each user of whom there are several. */
  readonly types?: readonly TypesEntry[]
}

/** The types of one declared user, all equally frequent. */
export interface TypesEntry {
  readonly user: string
  /** How many there are. */
  readonly of: number
  /** The random variables by which they differ, in the order of the lattice's coordinates. */
  readonly spreads: readonly TypesSpread[]
}

/** A random variable's parts of equal probability. */
export interface TypesSpread {
  readonly name: string
  /** Type `i`, counted from 0, has the part `i · step` modulo their number. */
  readonly step: number
  /** The mean of each part, ascending. */
  readonly means: readonly number[]
}

export interface TiesEntry {
  readonly strong: number
  readonly weak: number
  /** Whether some announcement attains the weak value. */
  readonly attained: boolean
}

export interface AssertEntry {
  readonly text: string
  readonly message?: string | null
  readonly holds: boolean
  /** The two sides of a comparison, null where a side is no number. */
  readonly left: number | string | boolean | null
  readonly right: number | string | boolean | null
}

export interface CandidateEntry {
  /** `C1`, `C2`, `Q1`, `Q2`, `J1(s0)`, `J1(sL)`, `C1+a1C2`, `interior`, or for longer menus `C3`, `Q3`, … */
  readonly id: string
  readonly route: RouteKey
  /** Of the users, weighted; null where one answers with more than one number. */
  readonly abandonment: number | null
  readonly cost: number
  readonly serving: number
  readonly loss: number
  readonly success: number
  /** Null where it is infinite. */
  readonly latency: number | null
  readonly attempts: number | null
  readonly utility: number
  readonly chosen: boolean
  /** Costs the provider exactly as much as the chosen one. */
  readonly ties: boolean
}

export interface OrdersEntry {
  /** Models by cost-of-pass (after prices), ascending; ties in one group. */
  readonly provider: readonly (readonly string[])[]
  /** By user: models by latency-of-pass (with prices), ascending; ties in one group. */
  readonly users: Readonly<Record<string, readonly (readonly string[])[]>>
  /** Some user orders some pair of models strictly the other way round. */
  readonly conflict: boolean
  /** Whether cost, latency and success all rise along the menu, as the paper assumes. */
  readonly paper: boolean
}
