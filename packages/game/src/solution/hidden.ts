import { dictionary, flag, list, nullable, number, pair, record, type Shape } from '../loading/shape.ts'
import type { EscalationInterval, RouteKey, RouteShareEntry } from './document.ts'
import { escalationInterval, routeKey, routeShares, transitionsShape } from './parts.ts'

/**
 * What both sides do where the route is hidden, each as is best for it given the other: one equilibrium, or a connected set
 * of equilibria that cost the provider the same.
 */
export interface EquilibriumEntry {
  /** Where a task starts: each model that it may start at with its probability. */
  readonly starts: Readonly<Record<string, number>>
  /** Of cascades: the probability to go one up, by model. */
  readonly escalation: RouteKey['escalation']
  readonly transitions?: RouteKey['transitions']
  /** Where whole routes are mixed: all of them, the most probable first; escalation and transitions are of that one. */
  readonly routes?: readonly RouteShareEntry[]
  /** Two models: all escalations of the set; each has a start of its own where the start is mixed. Null where it is never reached. */
  readonly escalationSet: readonly EscalationInterval[] | null
  /** Null where users split, or answer otherwise than with one number for all. */
  readonly abandonment: number | null
  /**
   * All abandonments of the set: more than one where the user does not care, or users split; of several users from
   * the least to the greatest; none where no number says it.
   */
  readonly abandonmentSet: readonly (readonly [number, number])[]
  /** Where users split: the share that never leaves; the others leave at once. */
  readonly staying?: number
  /** To the provider, per task. */
  readonly cost: number
  readonly serving: number
  readonly loss: number
  readonly success: number
  /** To the users, weighted; of the set the most. */
  readonly utility: number
  /** The least and the most over the set. */
  readonly utilityRange: readonly [number, number]
  /** The one that the rest of the document is about. */
  readonly chosen: boolean
}

/** What it would be worth to announce the route: the same game with `routing: announced`, against the chosen equilibrium. */
export interface AnnouncingEntry {
  /** What the provider would save, per task; not negative. */
  readonly provider: number
  /** What users would gain, weighted; below 0 where they would lose. */
  readonly users: number
  /** The provider's cost and the users' utility with the route announced, and that route. */
  readonly cost: number
  readonly utility: number
  readonly route: RouteKey | null
}

export const equilibriumShape: Shape<EquilibriumEntry> = record<EquilibriumEntry>(
  {
    starts: dictionary(number),
    escalation: nullable(dictionary(number)),
    transitions: transitionsShape,
    routes: routeShares,
    escalationSet: nullable(list(escalationInterval)),
    abandonment: nullable(number),
    abandonmentSet: list(pair(number, number)),
    staying: number,
    cost: number,
    serving: number,
    loss: number,
    success: number,
    utility: number,
    utilityRange: pair(number, number),
    chosen: flag,
  },
  ['transitions', 'routes', 'staying'],
)

export const announcingShape: Shape<AnnouncingEntry> = record<AnnouncingEntry>({
  provider: number,
  users: number,
  cost: number,
  utility: number,
  route: nullable(routeKey),
})
