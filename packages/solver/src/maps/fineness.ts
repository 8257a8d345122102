import { at, type GameInstance } from '@plumbline/game'
import { poseProblem } from '../leader/pose-problem.ts'
import { atPopulation } from '../population/population-game.ts'
import type { PopulationOptions } from '../population/types.ts'
import type { SearchOptions } from '../search/limits.ts'

/** How finely a game over some of its numbers is looked at. */
export interface Fineness {
  /** Cells along a side of a map; a prime, so that what happens at round numbers, ties above all, seldom lies on a line of the grid. */
  readonly cells: number
  /** How often a cell in which more than two regions meet is cut into four. */
  readonly cuts: number
  /** How far an edge may be from where it is drawn, as a share of the axis. */
  readonly flatness: number
  /** How near to the place of a change a traced place is, as a share of the axis. */
  readonly precision: number
  /** How long a single point is searched for. */
  readonly search: Pick<SearchOptions, 'tolerance' | 'nodes'>
}

const byFormula: Fineness = { cells: 47, cuts: 16, flatness: 5e-6, precision: 1e-8, search: {} }
/** Every point is a search: enough of them for a picture in seconds. */
const bySearch: Fineness = {
  cells: 13,
  cuts: 1,
  flatness: 5e-3,
  precision: 1e-3,
  search: { tolerance: 1e-3, nodes: 60 },
}

/** As finely as the game can be solved: at many points where there is a formula, at few where each is a search. */
export function finenessOf(instance: GameInstance, options: PopulationOptions): Fineness {
  const isPlain = instance.users.every(({ rationality }) => rationality === null)
  const formula = isPlain
    ? instance.randoms.some(({ purpose }) => purpose === 'population')
      ? atPopulation(instance, new Map(), options, ({ game }) => poseProblem(game).ok)
      : at(instance, new Map(), (game) => poseProblem(game).ok)
    : null
  return formula?.ok === true && formula.value ? byFormula : bySearch
}
