import { compare } from '@plumbline/game'
import type { Announcement } from '../../general/announce.ts'
import type { Posed } from '../../general/posed.ts'
import type { SearchLimits } from '../../search/branch-and-bound.ts'
import type { SlowedAlone } from '../told.ts'
import { delayLimits, slowableModels } from './delays.ts'
import type { SlowedAnnouncement } from './slowed-announcement.ts'
import { slowedOptimum } from './slowed-optimum.ts'

/** Relative to the cost: gains that differ by less are one gain. */
const alike = 1e-9

/**
 * What slowing one model alone saves the provider, the route chosen to go with it: for each model of which that is anything,
 * with the least latency that does it, the most useful first.
 *
 * @param base the optimum with nothing slowed
 * @param all the optimum where all models may be slowed, known already; null where it is not
 * @param gain what slowing saves in all
 */
export function slowedAlone<N>(
  posed: Posed<N>,
  base: Announcement<N>,
  ceiling: N | null,
  all: SlowedAnnouncement<N> | null,
  gain: number,
  search: SearchLimits,
): readonly SlowedAlone<N>[] {
  const { game } = posed
  const { arithmetic: ar, chain, models } = game
  const limits = delayLimits(game, ceiling)
  const slowed = all === null ? [] : models.flatMap((_, at) => (isSlowed(posed, all, at) ? [at] : []))
  const found = slowableModels(game, limits).flatMap((model): readonly SlowedAlone<N>[] => {
    const known = all !== null && slowed.length === 1 && slowed[0] === model ? all : null
    const best = known ?? slowedOptimum(posed, base, limits, [model], search).best
    if (best === null || isWithoutEnd(posed, best.delays[model] ?? ar.from(0), ceiling)) return []
    const saved = ar.sub(base.cost, best.announcement.cost)
    const latency = models[model]?.latency
    const delay = best.delays[model]
    if (latency === undefined || delay === undefined) throw new TypeError('a model without a latency')
    return [
      {
        state: chain.states.findIndex((state) => state.model === model),
        latency: ar.add(latency, delay),
        gain: saved,
        enough: ar.toNumber(saved) >= gain - alike * Math.abs(ar.toNumber(base.cost)),
        route: best.announcement.route,
      },
    ]
  })
  return found.toSorted((one, other) => compare(ar, other.gain, one.gain))
}

/** Delays of so many times what makes every attempt worthless stand for one without end. */
const endless = 1000

/** Whether what is saved is only approached as the delay grows. */
function isWithoutEnd<N>({ game }: Posed<N>, delay: N, ceiling: N | null): boolean {
  const { arithmetic: ar, users } = game
  if (ceiling !== null) return false
  const longest = users.map(({ value, patience }) =>
    ar.sign(patience) > 0 ? ar.toNumber(value) / ar.toNumber(patience) : 0,
  )
  return ar.toNumber(delay) > endless * Math.max(...longest)
}

function isSlowed<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  { delays }: SlowedAnnouncement<N>,
  model: number,
): boolean {
  return ar.sign(delays[model] ?? ar.from(0)) > 0
}
