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
  /** How often a cell that touches two regions is cut into four for lines of equal value. */
  readonly lineCuts: number
  /** How far an edge may be from where it is drawn, as a share of the axis. */
  readonly flatness: number
  /** How near to the place of a change a traced place is, as a share of the axis. */
  readonly precision: number
  /** How long a single point is searched for. */
  readonly search: Pick<SearchOptions, 'tolerance' | 'nodes'>
}

const byFormula: Fineness = { cells: 47, cuts: 16, lineCuts: 3, flatness: 5e-6, precision: 1e-8, search: {} }
/** Every point is a search: enough of them for a picture in seconds. */
const bySearch: Fineness = {
  cells: 13,
  cuts: 0,
  lineCuts: 0,
  flatness: 2e-2,
  precision: 2e-3,
  search: { tolerance: 1e-3, nodes: 60 },
}

/** A search takes a tenth of a second or more. */
const byLongSearch: Fineness = {
  ...bySearch,
  cells: 7,
  precision: 1e-2,
  search: { tolerance: 1e-2, nodes: 12 },
}

/** As finely as the game can be solved: at many points where there is a formula, at few where each is a search. */
export function finenessOf(instance: GameInstance, options: PopulationOptions): Fineness {
  const isPlain = instance.users.every(({ rationality }) => rationality === null)
  const alike = instance.randoms.every(({ purpose }) => purpose !== 'population')
  const formula = isPlain
    ? alike
      ? at(instance, new Map(), (game) => poseProblem(game).ok)
      : atPopulation(instance, new Map(), options, ({ game }) => poseProblem(game).ok)
    : null
  if (formula?.ok === true && formula.value) return byFormula
  return isPlain && alike && instance.tasks.length === 0 ? bySearch : byLongSearch
}
