import type { GameInstance } from '@plumbline/game'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { persistenceIntervals } from '../follower/persistence-set.ts'
import { difference } from '../misalignment/difference.ts'
import { bestForUsers } from '../population/two-models/best-for-users.ts'
import { twoModelPopulation } from '../population/two-models/people.ts'
import { repliesTo, type TypeReply } from '../population/two-models/replies.ts'
import { addNearly } from '../population/two-models/search-announced.ts'
import { solvePopulation } from '../population/two-models/solve-population.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { cornerCandidates } from './candidates.ts'
import type { Posed } from './posed.ts'
import { orders, regimeOf } from './reading.ts'

/**
 * The equilibrium of a two-model cascade in front of several types of user, exact where no type is torn between the two
 * models; null where the game is of another shape.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveTwoModelTypes<N>(
  posed: Posed<N>,
  { units }: Pick<GameInstance, 'units'>,
  { tolerance, nodes }: Pick<SearchLimits, 'tolerance' | 'nodes'>,
): SolvedGame<N> | null {
  const { game } = posed
  const { arithmetic: ar, provider } = game
  const optimum = solvePopulation(game, { tolerance, nodes })
  const population = twoModelPopulation(game)
  const best = bestForUsers(game)
  if (optimum === null || population === null || best === null) return null
  const replies = repliesTo(population, optimum)
  const mean = (of: (reply: TypeReply<N>) => N): N =>
    replies.reduce((sum, reply, index) => {
      const weight = game.users[index]?.weight ?? ar.from(0)
      return addNearly(ar, sum, ar.mul(weight, of(reply)))
    }, ar.from(0))
  const { states } = population.menu
  const latencies = states.map(
    (state) => game.models[game.chain.states[state]?.model ?? -1]?.latency ?? ar.from(0),
  )
  const users = replies.map((reply, index): SolvedUser<N> => {
    const own = best.types[index]
    if (own === undefined) throw new RangeError(`no type ${String(index)}`)
    return {
      regime: regimeOf(game, index),
      reply: { kind: 'stationary', persistence: reply.persistence },
      persistenceSet: persistenceIntervals(ar, reply.set),
      success: ar.sub(ar.from(1), reply.loss),
      latency: ar.add(
        ar.mul(reply.attempts.first, latencies[0] ?? ar.from(0)),
        ar.mul(reply.attempts.second, latencies[1] ?? ar.from(0)),
      ),
      attempts: ar.add(reply.attempts.first, reply.attempts.second),
      utility: reply.utility,
      route: null,
      best: own,
      gap: difference(ar, own.utility, reply.utility),
      population: null,
    }
  })
  const utility = mean((reply) => reply.utility)
  const bestUtility = best.types.reduce((sum, each, index) => {
    return addNearly(ar, sum, ar.mul(game.users[index]?.weight ?? ar.from(0), each.utility))
  }, ar.from(0))
  const loss = mean((reply) => reply.loss)
  const torn = isTorn(ar, replies)
  // The search has it in doubles.
  const cost = torn && optimum.attained ? mean((reply) => reply.cost) : optimum.cost
  const regret = difference(ar, best.cost, cost)
  return {
    game,
    concept: provider.ties === 'strong' ? 'strong-stackelberg' : 'weak-stackelberg',
    case: [...new Set(users.map(({ regime }) => regime))].join(' '),
    route: optimum.route,
    escalationSet: null,
    cascades: replies.some(({ attempts }) => optimum.start === 0 && ar.sign(attempts.second) > 0),
    users,
    provider: {
      cost,
      serving: mean((reply) => reply.serving),
      loss: ar.mul(provider.penalty, loss),
      regret: ar.sign(regret) < 0 ? ar.from(0) : regret,
    },
    gap: difference(ar, bestUtility, utility),
    bestUtility,
    throttling: null,
    welfare: units.cost === units.utility ? difference(ar, utility, cost) : null,
    bounds: torn ? { ...optimum, upper: cost, tolerance: reached(ar, optimum.lower, cost) } : optimum,
    near: torn ? ['cost', 'utility', 'gap', 'regret'] : [],
    ties: optimum.attained ? null : { strong: cost, weak: cost, attained: false },
    orders: orders(posed),
    candidates: cornerCandidates(posed, optimum.route, {
      cost,
      serving: mean((reply) => reply.serving),
      loss: ar.mul(provider.penalty, loss),
      success: ar.sub(ar.from(1), loss),
      utility,
      users,
    }),
    flips: null,
  }
}

/** Whether a type persists with a probability strictly between 0 and 1: its numbers are then doubles. */
function isTorn<N>(ar: Posed<N>['game']['arithmetic'], replies: readonly TypeReply<N>[]): boolean {
  return replies.some(({ persistence }) => {
    return ar.sign(persistence) !== 0 && ar.sign(ar.sub(persistence, ar.from(1))) !== 0
  })
}

function reached<N>(ar: Posed<N>['game']['arithmetic'], lower: N, cost: N): number {
  return ar.toNumber(ar.sub(cost, lower)) / Math.max(Math.abs(ar.toNumber(cost)), Number.MIN_VALUE)
}
