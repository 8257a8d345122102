import { sum, type Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { bestReplies, type BestReplies } from '../follower/general/best-replies.ts'
import { EndlessTask } from '../follower/general/endless-task.ts'
import type { Route } from '../leader/equilibrium.ts'
import type { Posed } from './posed.ts'

/** A route as announced, with every user's best replies and what a task comes to, all in the game's own numbers. */
export interface Announcement<N> {
  readonly route: Route<N>
  /** In the game's order of users. */
  readonly replies: readonly BestReplies<N>[]
  /** `J`, weighted over the users. */
  readonly cost: N
}

/**
 * What comes of a route: each user's best replies to it, ties as the provider's rule says, and the provider's expected
 * cost of a task.
 *
 * @throws Undecided where the arithmetic cannot tell which reply is better
 */
export function announce<N>({ game, processes }: Posed<N>, route: Route<N>): Announcement<N> {
  const transitions = transitionMatrix(game, route.variables)
  const replies = processes.map((process) =>
    bestReplies(process, transitions, route.start, game.provider.ties),
  )
  return { route, replies, cost: weighted(game, (_, index) => costOf(replies[index])) }
}

function costOf<N>(replies: BestReplies<N> | undefined): N {
  const cost = replies?.payoffs.cost
  // A best reply of infinite cost would need an attempt that is free to the user and never succeeds.
  if (cost === undefined || cost === null)
    throw new EndlessTask('a task that never ends and costs without end')
  return cost
}

/** The mean over the users. */
export function weighted<N>(
  { arithmetic: ar, users }: Pick<Game<N>, 'arithmetic' | 'users'>,
  of: (user: Game<N>['users'][number], index: number) => N,
): N {
  return sum(
    ar,
    users.map((user, index) => ar.mul(user.weight, of(user, index))),
  )
}
