import { announce, type Announcement } from '../../general/announce.ts'
import { utilityOf } from '../../general/optimum.ts'
import type { Posed } from '../../general/posed.ts'
import type { Bounds, Route } from '../../leader/equilibrium.ts'
import type { SearchLimits, SearchResult } from '../../search/branch-and-bound.ts'
import { furtherLimits } from '../../search/limits.ts'
import type { SlowedAlone, ToldThrottling } from '../told.ts'
import { rangeAt } from '../throttle.ts'
import { slowedAlone } from './alone.ts'
import { delayLimits, slowableModels } from './delays.ts'
import { payingPenalties, type PayingPenalties } from './penalties.ts'
import type { SlowedAnnouncement } from './slowed-announcement.ts'
import { slowedOptimum } from './slowed-optimum.ts'

/** Of the time, for each of what is asked of slowing. */
const share = 0.3

/** Tolerances that the bound with slowing may stay behind where it is said not to pay: each search has one of its own. */
const leeway = 3

/** What slowing does in a game that is solved by search, and what is announced with it. */
export interface SlowingAnswer<N> {
  /** Null where the search ended before it could tell. */
  readonly told: ToldThrottling<N> | null
  /** Null where it does not pay. */
  readonly best: SlowedAnnouncement<N> | null
  /** What no route costs less than, however slow its models are. */
  readonly lower: number
  readonly ended: SearchResult['ended']
}

/**
 * Whether slowing pays in any game that a provider announces a route in, by how much, to whose harm, by which least latencies,
 * and for which churn penalties. A gain counts where it is more than what the search without slowing leaves open.
 *
 * @param route the provider's optimum with nothing slowed
 * @param bounds of the cost of that
 */
export function slowingAnswer<N>(
  posed: Posed<N>,
  route: Route<N>,
  bounds: Bounds<N>,
  ceiling: N | null,
  search: SearchLimits,
): SlowingAnswer<N> {
  const { game } = posed
  const { arithmetic: ar } = game
  const base = announce(posed, route)
  const limits = delayLimits(game, ceiling)
  const models = slowableModels(game, limits)
  const found = slowedOptimum(posed, base, limits, models, furtherLimits(search, share))
  const { lower, ended } = found
  const cost = ar.toNumber(base.cost)
  const open = Math.max(0, cost - ar.toNumber(bounds.lower))
  const best = found.best !== null && isBeyond(posed, base, found.best, open) ? found.best : null
  if (best === null && cost - lower > leeway * search.tolerance * Math.abs(cost))
    return { told: null, best, lower, ended }
  const gain = best === null ? ar.from(0) : ar.sub(base.cost, best.announcement.cost)
  const upper = best === null ? cost : ar.toNumber(best.announcement.cost)
  let penalties: PayingPenalties<N> | null = null
  const paying = (): PayingPenalties<N> =>
    (penalties ??= payingPenalties(posed, limits, models, furtherLimits(search, share)))
  let alone: readonly SlowedAlone<N>[] | null = null
  const told: ToldThrottling<N> = {
    pays: best !== null,
    gain,
    harm:
      best === null
        ? ar.from(0)
        : ar.sub(utilityOf(game, base.replies), utilityOf(best.posed.game, best.announcement.replies)),
    latencies: best === null ? null : latenciesOf(best),
    route: best?.announcement.route ?? null,
    above: false,
    get search() {
      const over = ended === 'tolerance' ? paying().ended : ended
      return { lower: Math.min(lower, upper), upper, tolerance: search.tolerance, ended: over }
    },
    get ranges() {
      return paying().ranges
    },
    get range() {
      return rangeAt(game, told.ranges)
    },
    get alone() {
      alone ??=
        best === null
          ? []
          : slowedAlone(posed, base, ceiling, best, ar.toNumber(gain), furtherLimits(search, share))
      return alone
    },
  }
  return { told, best, lower, ended }
}

/** Whether it is cheaper than what may be had without slowing, by more than is left open there. */
function isBeyond<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  base: Announcement<N>,
  { announcement }: SlowedAnnouncement<N>,
  open: number,
): boolean {
  return ar.toNumber(ar.sub(base.cost, announcement.cost)) > open
}

/** By state of the chain. */
function latenciesOf<N>({ posed: { game } }: SlowedAnnouncement<N>): readonly N[] {
  return game.chain.states.map(({ model }) => {
    const slowed = game.models[model]
    if (slowed === undefined) throw new TypeError('a state without its model')
    return slowed.latency
  })
}
