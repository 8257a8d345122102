import { sum, type Game } from '@plumbline/game'
import { bestReplies, type BestReplies } from '../follower/general/best-replies.ts'
import type { Process } from '../process/process.ts'
import { playedBy } from './played-by.ts'
import { outcomeOf, type ReplyShare, type RouteShare } from './strategies.ts'

/**
 * A user's best replies to a route that she does not see and of which she knows how probable each is.
 *
 * @returns null where that is not answered: she sees which model answered, and would learn of the route by it
 * @throws Undecided where the arithmetic cannot tell which is better
 */
export function userAnswer<N>(
  game: Game<N>,
  process: Process<N>,
  routes: readonly RouteShare<N>[],
): BestReplies<N> | null {
  const played = playedBy(game, process, routes)
  if (played === null) return null
  return bestReplies(played.process, played.transitions, played.start, game.provider.ties)
}

/** What a user has of her replies; null where one of them has no end. */
export function utilityOfReplies<N>(
  game: Game<N>,
  process: Process<N>,
  routes: readonly RouteShare<N>[],
  replies: readonly ReplyShare<N>[],
): N | null {
  const { arithmetic: ar } = game
  const parts = routes.flatMap(({ share, route }) =>
    replies.map((each) => {
      const { utility } = outcomeOf(game, process, route, each.reply)
      return utility === null ? null : ar.mul(ar.mul(share, each.share), utility)
    }),
  )
  const known = parts.flatMap((part) => (part === null ? [] : [part]))
  return known.length < parts.length ? null : sum(ar, known)
}
