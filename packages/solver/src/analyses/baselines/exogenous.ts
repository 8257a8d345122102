import { compare, less, type Arithmetic, type Game } from '@plumbline/game'
import { servingCost } from '../../chain/netValue.ts'

/** Models tried in an order until one succeeds or none is left, by somebody who thinks that nobody ever leaves. */
export interface Plan<N> {
  /** Indices of models. */
  readonly order: readonly number[]
  /** `1 - Π a_i`. */
  readonly quality: N
  /** `c_1 + a_1 c_2 + …`, after prices. */
  readonly cost: N
}

/** Plans to choose from: by one model, by how far to go along the menu, or by any set of models in any order. */
export type Family = 'routing' | 'cascading' | 'cascade-routing'

/**
 * The plans of a family that are best for some worth of a solved task, in expected values (Dekoninck, Baader and Vechev, A
 * Unified Approach to Routing and Cascading for LLMs, arXiv 2410.10347).
 *
 * Of all ordered sets the best for a worth `v` takes the models with `c/p < v`, the least cost-of-pass first: exchanging two
 * neighbours `i`, `j` gains `(p_i c_j - p_j c_i)/v`, and one more model gains while `v p > c`. So cascade routing needs no
 * other plans than the beginnings of that one order.
 */
export function plansOf<N>(game: Game<N>, menu: readonly number[], family: Family): readonly Plan<N>[] {
  const { arithmetic: ar } = game
  const beginnings = (order: readonly number[]): readonly Plan<N>[] =>
    order.map((_, last) => planOf(game, order.slice(0, last + 1)))
  const singles = menu.map((model) => planOf(game, [model]))
  switch (family) {
    case 'routing':
      return singles
    case 'cascading':
      return beginnings(menu)
    case 'cascade-routing': {
      const byCostOfPass = singles.toSorted((one, other) =>
        compare(ar, ar.mul(one.cost, other.quality), ar.mul(other.cost, one.quality)),
      )
      return [...beginnings(byCostOfPass.flatMap(({ order }) => order)), ...singles]
    }
  }
}

/** What a plan is thought to come to. */
export function planOf<N>(game: Game<N>, order: readonly number[]): Plan<N> {
  const { arithmetic: ar, models } = game
  let missed = ar.from(1)
  let cost = ar.from(0)
  for (const index of order) {
    const model = models[index]
    if (model === undefined) throw new RangeError(`no model ${String(index)}`)
    cost = ar.add(cost, ar.mul(missed, servingCost(game, model)))
    missed = ar.mul(missed, ar.sub(ar.from(1), model.success))
  }
  return { order, quality: ar.sub(ar.from(1), missed), cost }
}

/** The plan with the greatest `worth · quality - cost`; among equals the cheaper, then the first. */
export function bestFor<N>(ar: Arithmetic<N>, plans: readonly Plan<N>[], worth: N): Plan<N> {
  const gain = ({ quality, cost }: Plan<N>): N => ar.sub(ar.mul(worth, quality), cost)
  return plans.reduce((best, each) => {
    const order = compare(ar, gain(each), gain(best))
    return order > 0 || (order === 0 && less(ar, each.cost, best.cost)) ? each : best
  })
}

/** Two plans, the first taken with a probability. */
export interface Mixture<N> {
  readonly plans: readonly [Plan<N>, Plan<N>]
  readonly share: N
}

/**
 * The mixture of greatest quality whose expected cost is within a budget: two neighbours on the concave frontier of cost and
 * quality, mixed so that the budget is met exactly; one plan alone where it reaches the top. Null where the cheapest costs
 * more.
 */
export function bestWithin<N>(ar: Arithmetic<N>, plans: readonly Plan<N>[], budget: N): Mixture<N> | null {
  const frontier = concaveFrontier(ar, plans)
  const dear = frontier.findIndex(({ cost }) => less(ar, budget, cost))
  const [last] = frontier.slice(dear < 0 ? -1 : dear)
  if (last === undefined || dear === 0) return null
  const before = dear < 0 ? last : frontier[dear - 1]
  if (before === undefined) return null
  const one = ar.from(1)
  if (before === last) return { plans: [last, last], share: one }
  const share = ar.div(ar.sub(last.cost, budget), ar.sub(last.cost, before.cost))
  return { plans: [before, last], share }
}

/** The plans that no mixture of others beats, cheapest first: for each budget two neighbours are mixed so that it is met. */
export function concaveFrontier<N>(ar: Arithmetic<N>, plans: readonly Plan<N>[]): readonly Plan<N>[] {
  const sorted = plans.toSorted(
    (one, other) => compare(ar, one.cost, other.cost) || compare(ar, other.quality, one.quality),
  )
  const frontier: Plan<N>[] = []
  for (const plan of sorted) {
    const top = frontier.at(-1)
    if (top !== undefined && compare(ar, plan.quality, top.quality) <= 0) continue
    for (
      let [before, middle] = frontier.slice(-2);
      before !== undefined && middle !== undefined;
      [before, middle] = frontier.slice(-2)
    ) {
      // The middle one stays if it lies strictly above the line from the one before to the new one.
      const rise = ar.mul(ar.sub(middle.quality, before.quality), ar.sub(plan.cost, before.cost))
      const line = ar.mul(ar.sub(plan.quality, before.quality), ar.sub(middle.cost, before.cost))
      if (less(ar, line, rise)) break
      frontier.pop()
    }
    frontier.push(plan)
  }
  return frontier
}
