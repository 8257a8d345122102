import type { GameInstance, UserEntry } from '@plumbline/game'
import { persistenceIntervals } from '../follower/persistence-set.ts'
import { routeKey } from './route-entry.ts'
import { attemptsOf, type Solution } from './solution.ts'

/** The user's side of a solved game: her reply, what it comes to, and what she would rather have. */
export function userEntries<N>(instance: GameInstance, solution: Solution<N>): readonly UserEntry[] {
  const { game, equilibrium, outcome, best, gap } = solution
  const { arithmetic: ar } = game
  const leaves = (persistence: N): number => ar.toNumber(ar.sub(ar.from(1), persistence))
  const intervals = persistenceIntervals(ar, equilibrium.bestResponses).toReversed()
  return game.users.map((user, index) => ({
    name: user.name,
    label: instance.users[index]?.label ?? null,
    weight: ar.toNumber(user.weight),
    regime: equilibrium.regimeByUser[index] ?? equilibrium.case,
    begins: true,
    abandonment: leaves(equilibrium.persistence),
    abandonmentSet: intervals.map(({ from, to }) => [leaves(to), leaves(from)] as const),
    success: ar.toNumber(outcome.success),
    latency: ar.toNumber(outcome.latency),
    attempts: ar.toNumber(attemptsOf(game, outcome)),
    utility: ar.toNumber(equilibrium.chosen.utility),
    ...(equilibrium.concept === 'user-choice' ? { route: routeKey(game, equilibrium.route) } : {}),
    best: { utility: ar.toNumber(best.utility), route: routeKey(game, best.route) },
    gap: ar.toNumber(gap),
  }))
}
