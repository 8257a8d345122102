import { compare, Undecided, type Arithmetic, type Game, type Sign } from '@plumbline/game'
import { compareCosts } from '../../leader/compare-costs.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { announcedAtThresholds, type Announced } from './announced.ts'
import { costFromSecond } from './exact-cost.ts'
import { groupTypes, menuInDoubles } from './groups.ts'
import { withoutIndifference } from './indifferent.ts'
import { twoModelPopulation, type TwoModelPopulation, type TwoModels } from './people.ts'
import { replyOf } from './replies.ts'
import { addNearly, searchAnnounced, type SearchedAnnouncements } from './search-announced.ts'

/** The provider's optimum in front of a population. */
export interface PopulationOptimum<N> extends Announced<N> {
  /** The start as a state of the chain, and a value for each of its variables. */
  readonly route: Route<N>
  /** False where ties break against the provider and the cost is only approached. */
  readonly attained: boolean
  /** `lower <= J* <= upper`. */
  readonly lower: N
  readonly upper: N
  readonly method: 'closed-form' | 'branch-and-bound'
  /** Relative, as reached; null for a closed form. */
  readonly tolerance: number | null
  /** Pieces of the escalation that were looked at. */
  readonly nodes: number
}

/** When the search for replies strictly between staying and leaving stops. */
export interface PopulationLimits {
  /** Of `upper - lower`, relative to `|upper|`; `1e-7` unless told. */
  readonly tolerance?: number
  /** Most pieces looked at; 20,000 unless told. */
  readonly nodes?: number
}

/**
 * The provider's optimum in front of the users of a game as types that each answer for themselves, where the menu is a
 * cascade of two models and nobody sees more than failures nor has an outside option; null elsewhere.
 *
 * Without a type that is `+-` (`ξ1 > 0 > ξ2`, `p2 < 1`) the answer is exact: `J(s)` is monotone between the types'
 * thresholds. With such types it comes from a branch and bound over the escalation, with bounds that hold.
 *
 * @throws Undecided where the arithmetic cannot tell which announcement costs less
 */
export function solvePopulation<N>(
  game: Game<N>,
  limits: PopulationLimits = {},
): PopulationOptimum<N> | null {
  const population = twoModelPopulation(game)
  if (population === null) return null
  const optimum = solveTypes(population, limits)
  const { start, escalation } = optimum
  const variables = game.chain.variables.map(() => escalation)
  return { ...optimum, route: { start: population.menu.states[start], variables } }
}

/** {@link solvePopulation} for types and a menu however they came about; its route has one variable. */
export function solveTypes<N>(
  told: TwoModelPopulation<N>,
  { tolerance = 1e-7, nodes = 20_000 }: PopulationLimits = {},
): PopulationOptimum<N> {
  const population = withoutIndifference(told)
  const { menu } = population
  const { arithmetic: ar } = menu
  const announced: Announced<N>[] = []
  let search: SearchedAnnouncements<N> | null = null
  if (menu.starts[1]) {
    announced.push({ start: 1, escalation: idle(menu), side: 'at', cost: costFromSecond(population) })
  }
  if (menu.starts[0]) {
    const inDoubles = menuInDoubles(menu)
    const groups = groupTypes(population, inDoubles)
    if (ar.sign(menu.failure[0]) === 0) {
      announced.push({ start: 0, escalation: idle(menu), side: 'at', cost: menu.serving[0] })
    } else if (groups.curves.order.length === 0) {
      announced.push(...announcedAtThresholds(population, groups, inDoubles))
    } else {
      const known = announced.reduce((least, { cost }) => Math.min(least, ar.toNumber(cost)), Infinity)
      search = searchAnnounced(population, groups, inDoubles, known, { tolerance, nodes })
      announced.push(...search.announced)
    }
  }
  const chosen = choose(told, announced, search === null ? compareCosts : compareNearly)
  const route = { start: menu.states[chosen.start], variables: [chosen.escalation] }
  const own = { ...chosen, route, attained: chosen.side === 'at' }
  if (search === null) {
    return {
      ...own,
      lower: chosen.cost,
      upper: chosen.cost,
      method: 'closed-form',
      tolerance: null,
      nodes: 0,
    }
  }
  const below = ar.from(Math.max(search.lower, leastThinkable(menu)))
  const lower = compare(ar, chosen.cost, below) < 0 ? chosen.cost : below
  const gap = ar.toNumber(ar.sub(chosen.cost, lower))
  const reached = gap / Math.max(Math.abs(ar.toNumber(chosen.cost)), Number.MIN_VALUE)
  return {
    ...own,
    lower,
    upper: chosen.cost,
    method: 'branch-and-bound',
    tolerance: reached,
    nodes: search.nodes,
  }
}

/** Where no attempt earns the provider anything, nothing costs it less than nothing. */
function leastThinkable<N>({ arithmetic: ar, serving }: TwoModels<N>): number {
  return serving.every((cost) => ar.sign(cost) >= 0) ? 0 : -Infinity
}

/** Of two costs that a search found, which is less; 0 where they agree to the last digit and no exact form tells. */
export function compareNearly<N>(ar: Arithmetic<N>, a: N, b: N): Sign {
  try {
    return compareCosts(ar, a, b)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return 0
  }
}

/** The escalation to announce where none is reached: 0, else 1, else the least. */
function idle<N>({ arithmetic: ar, low, high }: TwoModels<N>): N {
  if (ar.sign(low) === 0) return low
  return compare(ar, high, ar.from(1)) === 0 ? high : low
}

/** Users asked, tied announcements times types, to tell which is best for them. */
const asked = 5_000

/**
 * The cheapest announcement; of those, what is best for the users, then what is attained, then the earlier start, then the
 * escalation 0, else 1, else the least.
 */
function choose<N>(
  population: TwoModelPopulation<N>,
  announced: readonly Announced<N>[],
  order: (ar: Arithmetic<N>, a: N, b: N) => Sign,
): Announced<N> {
  const { menu, people } = population
  const { arithmetic: ar } = menu
  const [first, ...rest] = announced
  if (first === undefined) throw new TypeError('a menu without a start')
  const least = rest.reduce((best, { cost }) => (order(ar, cost, best) < 0 ? cost : best), first.cost)
  const best = announced.filter(({ cost }) => order(ar, cost, least) === 0)
  const [only] = best
  if (only !== undefined && best.length === 1) return only
  const utility = new Map<Announced<N>, N>()
  if (best.length * people.count <= asked) {
    for (const each of best) utility.set(each, utilityOf(population, each))
  }
  const place = ({ start, escalation }: Announced<N>): number =>
    2 * start + (ar.sign(escalation) === 0 ? 0 : compare(ar, escalation, ar.from(1)) === 0 ? 0.25 : 0.5)
  const [chosen] = best.toSorted((x, y) => {
    const [ofX, ofY] = [utility.get(x), utility.get(y)]
    const attained = Number(y.side === 'at') - Number(x.side === 'at')
    const better = ofX === undefined || ofY === undefined ? 0 : order(ar, ofY, ofX)
    return attained || better || place(x) - place(y) || order(ar, x.escalation, y.escalation)
  })
  return chosen ?? first
}

/** The users' expected utility, weighted. */
export function utilityOf<N>({ menu, people }: TwoModelPopulation<N>, announcement: Announced<N>): N {
  const { arithmetic: ar } = menu
  const parts = Array.from({ length: people.count }, (_, index) => {
    const type = people.exactType(index)
    return ar.mul(type.weight, replyOf(menu, type, announcement).utility)
  })
  return parts.reduce((total, part) => addNearly(ar, total, part), ar.from(0))
}
