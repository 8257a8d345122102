import type { Game, ThrottlingEntry } from '@plumbline/game'
import type { ToldThrottling } from '../throttling/told.ts'
import { routeKey } from './route-entry.ts'

/** What slowing models down would do; latencies are of the menu's models, those not slowed as they are. */
export function throttlingEntry<N>(game: Game<N>, throttling: ToldThrottling<N>): ThrottlingEntry {
  const { arithmetic: ar, chain } = game
  const { pays, gain, harm, latencies, route, above, range, ranges, search, alone } = throttling
  const numbers = ranges.map(({ from, to }) => {
    return { from: ar.toNumber(from), to: to === null ? null : ar.toNumber(to) }
  })
  const nameOf = (state: number): string => chain.states[state]?.name ?? ''
  return {
    pays,
    gain: ar.toNumber(gain),
    harm: ar.toNumber(harm),
    latencies:
      latencies === null
        ? null
        : Object.fromEntries(latencies.map((latency, state) => [nameOf(state), ar.toNumber(latency)])),
    route: route === null ? null : routeKey(game, route),
    ...(above ? { above: true } : {}),
    startsAt: range === null ? null : ar.toNumber(range.from),
    endsAt: range === null || range.to === null ? null : ar.toNumber(range.to),
    ...(numbers.length > 1 ? { ranges: numbers } : {}),
    ...(pays
      ? {
          alone: alone.map((one) => ({
            model: nameOf(one.state),
            latency: ar.toNumber(one.latency),
            gain: ar.toNumber(one.gain),
            enough: one.enough,
            route: routeKey(game, one.route),
          })),
        }
      : {}),
    ...(search === null
      ? {}
      : {
          search: {
            lower: search.lower,
            upper: search.upper,
            tolerance: search.tolerance,
            ...(search.ended === 'tolerance' ? {} : { ended: search.ended }),
          },
        }),
  }
}
