import { compare, less, type Arithmetic, type Game } from '@plumbline/game'
import { servingCost } from '../chain/netValue.ts'

/** How the two sides rank the models of a menu: indices of models, best first, equals in one group. */
export interface Orders {
  /** By cost-of-pass after prices, `(c - f)/p`. */
  readonly provider: readonly (readonly number[])[]
  /** For each user by latency-of-pass with prices, `(κ t + f)/p`: the order of `ξ/p`, whatever a task is worth. */
  readonly users: readonly (readonly (readonly number[])[])[]
  /** Some user orders some pair of models strictly the other way round. */
  readonly conflict: boolean
  /** Cost, latency and success all rise along the menu, as Mahmood, arXiv 2602.09902, assumes. */
  readonly paper: boolean
}

/**
 * The orders of the menu's models by what a solved task costs each side when nobody leaves. The two are in
 * conflict when they order some pair the opposite way: without conflict nobody is worse off by the provider's
 * choice among models that all are worth their wait (Mahmood, arXiv 2602.09902, Prop. 1), and no strict
 * cascade is optimal.
 *
 * @throws Undecided where the arithmetic cannot tell which is less
 */
export function ordersOf<N>(game: Game<N>): Orders {
  const { arithmetic: ar, chain, models, users } = game
  const menu = [...new Set(chain.states.map(({ model }) => model))]
  const offered = menu.flatMap((index) => {
    const model = models[index]
    return model === undefined ? [] : [{ index, model }]
  })
  const provider = grouped(
    ar,
    offered.map(({ index, model }) => ({ index, key: ar.div(servingCost(game, model), model.success) })),
  )
  const byUser = users.map(({ patience }) =>
    grouped(
      ar,
      offered.map(({ index, model }) => {
        const paid = ar.add(ar.mul(patience, model.latency), model.price)
        return { index, key: ar.div(paid, model.success) }
      }),
    ),
  )
  const rises = (key: 'cost' | 'latency' | 'success'): boolean =>
    offered.every(({ model }, place) => {
      const next = offered[place + 1]
      return next === undefined || less(ar, model[key], next.model[key])
    })
  return {
    provider,
    users: byUser,
    conflict: byUser.some((order) => disagree(provider, order)),
    paper: rises('cost') && rises('latency') && rises('success'),
  }
}

function grouped<N>(
  ar: Arithmetic<N>,
  keyed: readonly { readonly index: number; readonly key: N }[],
): readonly (readonly number[])[] {
  const sorted = [...keyed].sort((x, y) => compare(ar, x.key, y.key))
  const groups: number[][] = []
  sorted.forEach(({ index, key }, place) => {
    const before = sorted[place - 1]
    const last = groups.at(-1)
    if (before !== undefined && last !== undefined && compare(ar, before.key, key) === 0) last.push(index)
    else groups.push([index])
  })
  return groups
}

function disagree(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): boolean {
  const rank = new Map(other.flatMap((group, place) => group.map((index) => [index, place] as const)))
  let greatest = -1
  for (const group of one) {
    const ranks = group.map((index) => rank.get(index) ?? 0)
    if (ranks.some((each) => each < greatest)) return true
    greatest = Math.max(greatest, ...ranks)
  }
  return false
}
