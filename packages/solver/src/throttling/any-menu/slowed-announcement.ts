import type { Game } from '@plumbline/game'
import { announce, type Announcement } from '../../general/announce.ts'
import { pose, type Posed } from '../../general/posed.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { slowedGame, type ModelDelays } from './delays.ts'

/** What the provider announces with models slowed down, and what comes of it. */
export interface SlowedAnnouncement<N> {
  readonly delays: ModelDelays<N>
  /** The game with those delays. */
  readonly posed: Posed<N>
  readonly announcement: Announcement<N>
}

/**
 * What comes of a route with its models slowed down to given latencies.
 *
 * @param latencies by state of the chain, none less than its model's own
 * @throws Undecided where the arithmetic cannot tell whether a model is slowed
 */
export function slowedAnnouncement<N>(
  game: Game<N>,
  latencies: readonly N[],
  route: Route<N>,
): SlowedAnnouncement<N> {
  const { arithmetic: ar, chain, models } = game
  const delays = models.map((model, index) => {
    const latency = latencies[chain.states.findIndex((state) => state.model === index)]
    return latency === undefined ? ar.from(0) : ar.sub(latency, model.latency)
  })
  const posed = pose(slowedGame(game, delays))
  return { delays, posed, announcement: announce(posed, route) }
}
