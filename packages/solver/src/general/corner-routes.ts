import { float, mapGame } from '@plumbline/game'
import type { Route } from '../leader/equilibrium.ts'
import type { Posed } from './posed.ts'
import { searchProblem } from './problem.ts'

const most = 12

/**
 * Routes to show beside the best one: from each start that which stays there as far as the limits allow, and those that
 * escalate as far as they allow at one step.
 */
export function cornerRoutes<N>({ game }: Posed<N>): readonly Route<N>[] {
  const { arithmetic: ar, chain } = game
  const { isRoute } = searchProblem(mapGame(game, float, (n) => ar.toNumber(n)))
  const low = chain.variables.map((variable) => variable.low)
  const raised = chain.variables.map((_, index) =>
    chain.variables.map((variable, at) => (at === index ? variable.high : variable.low)),
  )
  const sets = [low, ...raised].filter((variables) => isRoute(variables.map((value) => ar.toNumber(value))))
  // The first of all starts before the second of any.
  return sets.flatMap((variables) => chain.starts.map((start) => ({ start, variables }))).slice(0, most)
}
