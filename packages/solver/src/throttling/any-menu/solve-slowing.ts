import type { GameInstance } from '@plumbline/game'
import type { SolvedGame } from '../../document/solved.ts'
import { announcedCandidate } from '../../general/candidates.ts'
import { utilityOf } from '../../general/optimum.ts'
import type { Posed } from '../../general/posed.ts'
import { shares } from '../../general/reading.ts'
import { movesOn, solvedUser } from '../../general/solve-general.ts'
import { difference } from '../../misalignment/difference.ts'
import type { SearchLimits } from '../../search/branch-and-bound.ts'
import { slowingAnswer } from './answer.ts'

/**
 * The equilibrium of a game whose provider may slow models down up to its ceiling: that without slowing, where this does not
 * pay. What users would rather have, and what aligning would cost, is of the menu with nothing slowed.
 *
 * @param plain the same game solved with nothing slowed
 */
export function solveSlowing<N>(
  posed: Posed<N>,
  plain: SolvedGame<N>,
  { units }: Pick<GameInstance, 'units'>,
  search: SearchLimits,
): SolvedGame<N> {
  const { game } = posed
  const { arithmetic: ar, provider } = game
  if (plain.route === null) throw new TypeError('a provider without a route')
  const answer = slowingAnswer(posed, plain.route, plain.bounds, provider.throttle, search)
  const told = { method: 'branch-and-bound', tolerance: search.tolerance } as const
  const { best, lower, told: throttling } = answer
  const ended = answer.ended === 'tolerance' ? {} : { ended: answer.ended }
  if (best === null || throttling === null) {
    const least = Math.min(ar.toNumber(plain.bounds.lower), lower)
    return { ...plain, bounds: { ...plain.bounds, ...told, lower: ar.from(least), ...ended }, throttling }
  }
  const { announcement } = best
  const { cost } = announcement
  const utility = utilityOf(best.posed.game, announcement.replies)
  const users = plain.users.map((user, index) => ({
    ...solvedUser(best.posed, index, announcement.replies[index], user.best),
    regime: user.regime,
  }))
  const chosen = announcedCandidate(best.posed, announcement)
  const candidates = plain.candidates.map((each) => ({ ...each, chosen: false, ties: false }))
  return {
    ...plain,
    route: announcement.route,
    escalationSet: null,
    cascades: movesOn(best.posed, announcement),
    users,
    provider: {
      cost,
      ...shares(best.posed, announcement),
      regret: ar.add(plain.provider.regret, difference(ar, plain.provider.cost, cost)),
    },
    gap: difference(ar, plain.bestUtility, utility),
    throttling,
    welfare: units.cost === units.utility ? ar.sub(utility, cost) : null,
    bounds: {
      lower: ar.from(Math.min(lower, ar.toNumber(cost))),
      upper: cost,
      ...told,
      ...ended,
    },
    ties: null,
    candidates: [chosen, ...candidates],
  }
}
