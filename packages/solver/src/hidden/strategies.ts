import type { Game } from '@plumbline/game'
import type { FullReply } from '../follower/general/favourites.ts'
import type { Route } from '../leader/equilibrium.ts'
import { notBegun } from '../process/not-begun.ts'
import { payoffs, type Payoffs } from '../process/payoffs.ts'
import type { Process } from '../process/process.ts'
import { transitionMatrix } from '../chain/transitionMatrix.ts'

/** A route and the share of tasks that go by it; shares are positive and sum to 1. */
export interface RouteShare<N> {
  readonly share: N
  readonly route: Route<N>
}

/** A reply and the share of a user's tasks that she answers by it; shares are positive and sum to 1. */
export interface ReplyShare<N> {
  readonly share: N
  readonly reply: FullReply<N>
}

/** What both sides do: the provider draws a route for each task, and every user a reply. */
export interface Profile<N> {
  readonly routes: readonly RouteShare<N>[]
  /** In the game's order of users. */
  readonly replies: readonly (readonly ReplyShare<N>[])[]
}

/** What a task on one route comes to when it is answered in one way. */
export function outcomeOf<N>(
  game: Game<N>,
  process: Process<N>,
  route: Route<N>,
  reply: FullReply<N>,
): Payoffs<N> {
  if (reply.kind !== 'outside')
    return payoffs(process, transitionMatrix(game, route.variables), route.start, reply)
  return notBegun(process)
}
