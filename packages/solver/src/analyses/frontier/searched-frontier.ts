import { float, mapGame, type FrontierBound, type Game } from '@plumbline/game'
import { searchProblem } from '../../general/problem.ts'
import { simpleRoutes } from '../../general/simple-routes.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { branchAndBound, type SearchLimits } from '../../search/branch-and-bound.ts'
import { playAt } from '../../search/play.ts'
import type { SearchProblem } from '../../search/search-problem.ts'
import type { Weights } from '../../search/weighted.ts'

/** A route found in doubles, with what it comes to. */
export interface FoundRoute {
  readonly cost: number
  readonly utility: number
  readonly route: Route<number>
}

/** The corners of the frontier, and lines that every route lies beyond. */
export interface SearchedFrontier {
  readonly found: readonly FoundRoute[]
  readonly bounds: readonly FrontierBound[]
}

/** Most searches. */
const most = 12
/** Corners closer to the line between two others than this, relative to their distance, are no corners. */
const flat = 1e-6

/**
 * The corners of the convex hull of all routes, by cost and utility, from the provider's optimum to the users': each line
 * between two known ones is pushed outwards by a search that weighs both sides, until it meets no other (Aneja and Nair,
 * Bicriteria Transportation Problem, Management Science 25, 1979). Every search proves a line that no route lies beyond.
 *
 * @param known routes to begin with, at least the provider's optimum
 */
export function searchedFrontier<N>(
  game: Game<N>,
  known: readonly Route<N>[],
  limits: SearchLimits,
): SearchedFrontier {
  const nearby = mapGame(game, float, (n) => game.arithmetic.toNumber(n))
  const own = searchProblem(nearby)
  const tried = [
    ...known.map(({ start, variables }) => ({
      start,
      variables: variables.map((n) => game.arithmetic.toNumber(n)),
    })),
    ...simpleRoutes(own),
  ]
  const bounds: FrontierBound[] = []
  let searches = 0
  const outermost = (weights: Weights): FoundRoute => {
    searches++
    const { best, lower } = branchAndBound(searchProblem(nearby, weights), tried, limits)
    if (weights.cost > 0) bounds.push({ rate: weights.utility / weights.cost, least: lower / weights.cost })
    return foundAt(own, best)
  }
  const cheapest = outermost({ cost: 1, utility: 0 })
  const nicest = outermost({ cost: 0, utility: 1 })
  const between = (from: FoundRoute, to: FoundRoute): readonly FoundRoute[] => {
    const [dearer, better] = [to.cost - from.cost, to.utility - from.utility]
    if (searches >= most || dearer <= 0 || better <= 0) return []
    const middle = outermost({ cost: better, utility: dearer })
    const out = better * (from.cost - middle.cost) - dearer * (from.utility - middle.utility)
    if (out <= flat * dearer * better) return []
    return [...between(from, middle), middle, ...between(middle, to)]
  }
  return { found: undominated([cheapest, ...between(cheapest, nicest), nicest]), bounds }
}

/** What a route comes to, in doubles. */
function foundAt(problem: SearchProblem, route: Route<number>): FoundRoute {
  const { start, variables } = route
  const plays = problem.players.map((player) => ({ player, ...playAt(player, variables, start) }))
  const total = (of: (play: (typeof plays)[number]) => number): number =>
    plays.reduce((sum, play) => sum + play.player.weight * of(play), 0)
  return {
    cost: total(({ cost }) => cost),
    utility: total(({ utility }) => utility),
    route: { start, variables },
  }
}

function undominated(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  return routes
    .filter(
      (one, index) =>
        !routes.some(
          (other, at) =>
            at !== index &&
            other.cost <= one.cost &&
            other.utility >= one.utility &&
            (other.cost < one.cost || other.utility > one.utility || at < index),
        ),
    )
    .toSorted((one, other) => one.cost - other.cost)
}
