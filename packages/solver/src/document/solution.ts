import { compare, sum, Undecided, type Game, type GameInstance } from '@plumbline/game'
import { courseOf, type Course } from '../chain/outcome.ts'
import type { Candidate, Equilibrium } from '../leader/equilibrium.ts'
import type { LeaderProblem } from '../leader/leader-problem.ts'
import { solveOffers } from '../leader/solve-offers.ts'
import { solveUserChoice } from '../leader/user-choice.ts'
import { difference } from '../misalignment/difference.ts'
import { ordersOf, type Orders } from '../misalignment/orders.ts'
import { userOptimum } from '../misalignment/user-optimum.ts'
import { extendedProblem } from '../throttling/extended-problem.ts'
import { slowedModel } from '../throttling/any-menu/delays.ts'
import { throttle, type Throttling } from '../throttling/throttle.ts'

/** A solved game, its numbers still in the game's arithmetic. */
export interface Solution<N> {
  readonly game: Game<N>
  /** What the provider chooses from, slowing included where it may slow models down. */
  readonly problem: LeaderProblem<N>
  /** Of the game as declared: of that with throttling where the provider throttles. */
  readonly equilibrium: Equilibrium<N>
  /** What is chosen where nothing is slowed. */
  readonly base: Candidate<N>
  /** What a task comes to. */
  readonly course: Course<N>
  /** The user's own optimum, never slowed. */
  readonly best: Candidate<N>
  /** `best.utility - utility`, not negative. */
  readonly gap: N
  /** The provider's cost at `best` less that of the equilibrium. */
  readonly regret: N
  /** With the provider's ceiling, or without any where it does not throttle. */
  readonly throttling: Throttling<N>
  /** Utility less cost; null where they are in different units. */
  readonly welfare: N | null
  /** Null where inexact numbers leave them open. */
  readonly orders: Orders | null
}

/**
 * Solves a game that has a closed form: the equilibrium, what it costs either side against the other's wishes, and what
 * throttling would do.
 *
 * @param problem what the provider chooses from, as things are
 * @param units whether users' utility and the provider's money are in one unit
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveProblem<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  instance: Pick<GameInstance, 'units'>,
): Solution<N> {
  const { provider } = game
  const chooses = game.chain.chooser === 'user'
  const base = chooses ? solveUserChoice(problem) : solveOffers(problem)
  const throttling = throttle(game, problem, base, provider.throttle)
  const equilibrium = provider.throttle === null ? base : throttling.equilibrium
  const best = chooses ? base.chosen : userOptimum(problem)
  return {
    game,
    problem: provider.throttle === null ? problem : extendedProblem(game, problem, throttling.slowed),
    equilibrium,
    base: base.chosen,
    ...reckon(game, equilibrium.chosen, best, throttling, instance),
    throttling,
    orders: decided(() => ordersOf(game)),
  }
}

/** What a choice comes to for both sides, and how far it is from what is best for the user. */
export type Reckoning<N> = Pick<Solution<N>, 'course' | 'best' | 'gap' | 'regret' | 'welfare'>

/**
 * @param chosen what the provider announces
 * @param best what is best for the user
 * @param slowing by which latencies, where the provider may slow models down
 */
export function reckon<N>(
  game: Game<N>,
  chosen: Candidate<N>,
  best: Candidate<N>,
  slowing: Pick<Throttling<N>, 'action'>,
  { units }: Pick<GameInstance, 'units'>,
): Reckoning<N> {
  const { arithmetic: ar, provider } = game
  const slowed = provider.throttle === null ? null : slowing.action
  // One and the same reply differs by nothing, which inexact numbers would not tell.
  const same = best.line === chosen.line
  const played = slowed === null ? game : withLatencies(game, slowed.latencies)
  return {
    course: courseOf(played, chosen.route.start, chosen.route.variables, chosen.persistence),
    best,
    gap: same ? ar.from(0) : difference(ar, best.utility, chosen.utility),
    regret: same ? ar.from(0) : difference(ar, best.cost, chosen.cost),
    welfare: units.cost === units.utility ? difference(ar, chosen.utility, chosen.cost) : null,
  }
}

function decided<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return null
  }
}

/** The game with other latencies, one for each state of its chain. */
export function withLatencies<N>(game: Game<N>, latencies: readonly N[]): Game<N> {
  const byModel = new Map(game.chain.states.map(({ model }, state) => [model, latencies[state]]))
  return {
    ...game,
    models: game.models.map((model, index) => {
      const latency = byModel.get(index) ?? model.latency
      if (model.later.length === 0 && model.kinds.length === 0) return { ...model, latency }
      return slowedModel(game, model, game.arithmetic.sub(latency, model.latency))
    }),
  }
}

/** Expected number of attempts at a task. */
export function attemptsOf<N>({ arithmetic }: Game<N>, { attempts }: Course<N>): N {
  return sum(arithmetic, attempts)
}

/** Whether an escalation above 0 is reached: announced by the start, and stayed for after a failure. */
export function cascades<N>(game: Game<N>, chosen: Candidate<N>): boolean {
  const { arithmetic: ar, chain, models } = game
  const model = models[chain.states[chosen.route.start]?.model ?? -1]
  if (model === undefined) throw new TypeError('a start that is no state')
  const fails = compare(ar, model.success, ar.from(1)) < 0
  const announced = chain.variables.some(({ state }, variable) => {
    const value = chosen.route.variables[variable]
    return state === chosen.route.start && value !== undefined && ar.sign(value) > 0
  })
  return announced && fails && ar.sign(chosen.persistence) > 0
}
