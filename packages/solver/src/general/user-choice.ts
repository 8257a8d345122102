import { compare, type GameInstance } from '@plumbline/game'
import type { SolvedGame } from '../document/solved.ts'
import type { BestReplies } from '../follower/general/best-replies.ts'
import type { Route } from '../leader/equilibrium.ts'
import { announce, weighted } from './announce.ts'
import { alone, type Posed } from './posed.ts'
import { orders, regimeOf } from './reading.ts'
import { nearNumbers, whereMet } from './solve-general.ts'

/** What one user picks for herself. */
interface Pick<N> {
  readonly route: Route<N>
  readonly replies: BestReplies<N>
}

/**
 * Every user picks the model that is best for her and uses it for every attempt; where several are, the one that costs the
 * provider least (or most, where ties go against it), then the first of the menu.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveEachChoice<N>(
  posed: Posed<N>,
  { units }: { readonly units: GameInstance['units'] },
): SolvedGame<N> {
  const { game } = posed
  const { arithmetic: ar, provider, users } = game
  const picks = users.map((_, index) => pick(alone(posed, index)))
  const mean = (of: (picked: Pick<N>) => N | null): N =>
    weighted(game, (_, index) => {
      const picked = picks[index]
      return (picked === undefined ? null : of(picked)) ?? ar.from(0)
    })
  const cost = mean(({ replies }) => replies.payoffs.cost)
  const utility = mean(({ replies }) => replies.utility)
  const zero = ar.from(0)
  return {
    game,
    concept: 'user-choice',
    case: users.map((_, index) => regimeOf(game, index)).join(' '),
    route: null,
    escalationSet: null,
    cascades: false,
    users: picks.map(({ route, replies }, index) => ({
      regime: regimeOf(game, index),
      reply: whereMet(posed, replies),
      persistenceSet: replies.persistenceSet,
      success: replies.payoffs.success,
      latency: replies.payoffs.latency,
      attempts: replies.payoffs.total,
      utility: replies.utility,
      route,
      best: { utility: replies.utility, route },
      gap: zero,
      population: null,
    })),
    provider: {
      cost,
      serving: mean(({ replies }) => replies.payoffs.serving),
      loss: ar.mul(
        provider.penalty,
        mean(({ replies }) => ar.sub(ar.from(1), replies.payoffs.success)),
      ),
      regret: zero,
    },
    gap: zero,
    bestUtility: utility,
    throttling: null,
    welfare: units.cost === units.utility ? ar.sub(utility, cost) : null,
    bounds: { lower: cost, upper: cost, method: 'enumeration', tolerance: null },
    near: nearNumbers(
      picks.map(({ replies }) => replies),
      [],
    ),
    ties: null,
    orders: orders(posed),
    candidates: [],
    flips: null,
  }
}

function pick<N>(posed: Posed<N>): Pick<N> {
  const { game } = posed
  const { arithmetic: ar, chain, provider } = game
  const options = chain.starts.flatMap((start): readonly Pick<N>[] => {
    const route = { start, variables: chain.variables.map(({ low }) => low) }
    const [replies] = announce(posed, route).replies
    return replies === undefined ? [] : [{ route, replies }]
  })
  const better = (one: Pick<N>, other: Pick<N>): number => {
    const worth = compare(ar, other.replies.utility, one.replies.utility)
    if (worth !== 0) return worth
    const [a, b] = [one.replies.payoffs.cost, other.replies.payoffs.cost]
    if (a === null || b === null) return 0
    return provider.ties === 'strong' ? compare(ar, a, b) : compare(ar, b, a)
  }
  return options.reduce((one, other) => (better(other, one) < 0 ? other : one))
}
