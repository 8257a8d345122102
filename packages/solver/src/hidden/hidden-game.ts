import type { Game, GameInstance } from '@plumbline/game'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { weighted } from '../general/announce.ts'
import { difference, isMixed } from '../misalignment/difference.ts'
import type { HiddenEquilibrium } from './equilibrium.ts'

/** What is known of a game whose route users do not see. */
export interface HiddenAnswer<N> {
  /** The one that is told first. */
  readonly equilibria: readonly [HiddenEquilibrium<N>, ...HiddenEquilibrium<N>[]]
  /** What users do in it, in the game's order. */
  readonly users: readonly SolvedUser<N>[]
  /** An escalation above 0 is reached. */
  readonly cascades: boolean
  /** Over the users, weighted. */
  readonly gap: N
  readonly bounds: SolvedGame<N>['bounds']
}

/**
 * A solved game whose route users do not see: what both sides do in equilibrium, beside the same game with its route announced.
 * Nothing is slowed down in it: users answer what they expect, so that the provider would gain nothing by it.
 *
 * @param announced the same game solved with its route announced, of the same users
 */
export function hiddenGame<N>(
  game: Game<N>,
  announced: SolvedGame<N>,
  { units }: Pick<GameInstance, 'units'>,
  { equilibria, users, cascades, gap, bounds }: HiddenAnswer<N>,
): SolvedGame<N> {
  const { arithmetic: ar, provider } = game
  const [chosen] = equilibria
  const best = ar.add(announced.provider.cost, announced.provider.regret)
  return {
    ...announced,
    game,
    concept: 'nash',
    route: { start: likeliestStart(game, chosen), variables: chosen.variables },
    escalationSet: null,
    cascades,
    users,
    provider: {
      cost: chosen.cost,
      serving: chosen.serving,
      loss: ar.mul(provider.penalty, chosen.loss),
      regret: difference(ar, best, chosen.cost),
    },
    gap,
    throttling: null,
    welfare: units.cost === units.utility ? difference(ar, chosen.utility, chosen.cost) : null,
    bounds,
    near: [
      ...(announced.users.some(({ best: own }, user) => {
        const now = users[user]?.utility
        return now !== undefined && isMixed(ar, own.utility, now)
      })
        ? (['gap'] as const)
        : []),
      ...(isMixed(ar, best, chosen.cost) ? (['regret'] as const) : []),
    ],
    ties: null,
    candidates: [],
    flips: null,
    hidden: {
      equilibria,
      announced: {
        route: announced.route,
        cost: announced.provider.cost,
        utility: weighted(game, (_, user) => announced.users[user]?.utility ?? ar.from(0)),
      },
    },
  }
}

/** Where a task starts, or most probably does. */
function likeliestStart<N>({ arithmetic: ar }: Game<N>, { starts, routes }: HiddenEquilibrium<N>): number {
  const [likeliest] = routes ?? []
  return likeliest?.route.start ?? starts.findIndex((share) => ar.sign(share) !== 0)
}
