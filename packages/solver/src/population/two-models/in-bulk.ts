import { type Exact, type Game } from '@plumbline/game'
import { peopleInBulk, type BulkTypes } from './people-in-bulk.ts'
import { twoModelPopulation } from './people.ts'
import { solveTypes, type PopulationLimits, type PopulationOptimum } from './solve-population.ts'

/**
 * The provider's optimum in front of very many types, a million say, given as typed arrays: the menu and the provider are
 * those of a game whose users do not matter. Null where its menu is no cascade of two models, or its users see more than
 * failures or have an outside option.
 *
 * The doubles are meant exactly, and the answer is as exact as that of a game: what doubles cannot tell apart is decided
 * by rational numbers. The work grows as `n log n`.
 */
export function solveManyTypes(
  game: Game<Exact>,
  types: BulkTypes,
  limits: PopulationLimits = {},
): PopulationOptimum<Exact> | null {
  const population = twoModelPopulation(game)
  if (population === null) return null
  const { menu } = population
  const models = menu.states.map((state) => game.models[game.chain.states[state]?.model ?? -1])
  const [one, two] = models
  if (one === undefined || two === undefined) throw new TypeError('a state without its model')
  const seen = { latency: [one.latency, two.latency], price: [one.price, two.price] } as const
  return solveTypes({ menu, people: peopleInBulk(menu, seen, types) }, limits)
}
