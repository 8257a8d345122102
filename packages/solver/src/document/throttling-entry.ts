import type { Game, ThrottlingEntry } from '@plumbline/game'
import { routeKey } from './route-entry.ts'
import type { Throttling } from '../throttling/throttle.ts'

/** What slowing models down would do; latencies are of the menu's models, those not slowed as they are. */
export function throttlingEntry<N>(game: Game<N>, throttling: Throttling<N>): ThrottlingEntry {
  const { arithmetic: ar, chain, provider } = game
  const { pays, gain, harm, action, range, ranges } = throttling
  const numbers = ranges.map(({ from, to }) => {
    return { from: ar.toNumber(from), to: to === null ? null : ar.toNumber(to) }
  })
  return {
    pays,
    gain: ar.toNumber(gain),
    harm: ar.toNumber(harm),
    latencies:
      action === null
        ? null
        : Object.fromEntries(
            chain.states.map(({ name }, state) => {
              const latency = action.latencies[state]
              if (latency === undefined) throw new TypeError('a state without its latency')
              return [name, ar.toNumber(latency)]
            }),
          ),
    route: action === null ? null : routeKey(game, action.candidate.route),
    ...(pays && provider.ties === 'weak' ? { above: true } : {}),
    startsAt: range === null ? null : ar.toNumber(range.from),
    endsAt: range === null || range.to === null ? null : ar.toNumber(range.to),
    ...(numbers.length > 1 ? { ranges: numbers } : {}),
  }
}
