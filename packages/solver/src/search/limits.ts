import type { SearchLimits, SearchState } from './branch-and-bound.ts'

/** What a caller may say of a search: nothing, and it ends by itself. */
export interface SearchOptions {
  /** Of the provider's cost, relative: `upper - lower <= tolerance |upper|`; `1e-6` unless told. */
  readonly tolerance?: number
  /** Most boxes to look at; 20,000 unless told. The same game then always gives the same answer. */
  readonly nodes?: number
  /** Most milliseconds by `now`; without limit unless told. */
  readonly time?: number
  /** The clock for `time`. */
  readonly now?: () => number
  /** Asked now and then; where it says yes, the best so far is the answer, with its bound. */
  readonly cancelled?: () => boolean
  /** Told now and then. */
  readonly progress?: (state: SearchState) => void
}

/** When a search stops. */
export function searchLimits({
  tolerance = 1e-6,
  nodes = 20_000,
  time = Infinity,
  now = () => 0,
  ...told
}: SearchOptions): SearchLimits {
  return { tolerance, nodes, time, now, began: now(), ...told }
}

/** The same for a further question of the same game: a share of the time, counted anew. */
export function furtherLimits(limits: SearchLimits, share: number): SearchLimits {
  return { ...limits, time: limits.time * share, began: limits.now() }
}

/** Whether a search that keeps to the limits would end at once. */
export function isOver({ now, began, time, cancelled }: SearchLimits): boolean {
  return now() - began > time || cancelled?.() === true
}
