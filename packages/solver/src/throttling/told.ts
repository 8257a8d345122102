import type { Game } from '@plumbline/game'
import type { Route } from '../leader/equilibrium.ts'
import type { SearchResult } from '../search/branch-and-bound.ts'
import type { Throttling } from './throttle.ts'

/** What slowing models down would do, whichever solver says so. */
export interface ToldThrottling<N> extends Pick<
  Throttling<N>,
  'pays' | 'gain' | 'harm' | 'range' | 'ranges'
> {
  /** By state of the chain; null where it does not pay. */
  readonly latencies: readonly N[] | null
  /** Announced with them; null where it does not pay. */
  readonly route: Route<N> | null
  /** Latencies of slowed models must be above these, by anything. */
  readonly above: boolean
  /** How closely a search has bounded the cost with slowing; null for a closed form. */
  readonly search: SlowedSearch | null
  /** Models that are enough to slow alone for some of the gain, the most useful first. */
  readonly alone: readonly SlowedAlone<N>[]
}

/** What a search over latencies has shown of the provider's cost. */
export interface SlowedSearch {
  readonly lower: number
  readonly upper: number
  /** Relative. */
  readonly tolerance: number
  readonly ended: SearchResult['ended']
}

/** What comes of slowing a single model. */
export interface SlowedAlone<N> {
  /** State of the chain. */
  readonly state: number
  readonly latency: N
  readonly gain: N
  /** Whether nothing more is gained by slowing others as well. */
  readonly enough: boolean
  readonly route: Route<N>
}

/** What a closed form says. */
export function toldThrottling<N>(
  { provider }: Game<N>,
  throttling: Throttling<N>,
  alone: () => readonly SlowedAlone<N>[],
): ToldThrottling<N> {
  const { pays, gain, harm, range, ranges, action } = throttling
  let known: readonly SlowedAlone<N>[] | null = null
  return {
    pays,
    gain,
    harm,
    range,
    ranges,
    latencies: action?.latencies ?? null,
    route: action?.candidate.route ?? null,
    above: pays && provider.ties === 'weak',
    search: null,
    get alone() {
      known ??= pays ? alone() : []
      return known
    },
  }
}
