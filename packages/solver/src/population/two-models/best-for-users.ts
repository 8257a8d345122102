import { type Arithmetic, type Game } from '@plumbline/game'
import type { Route } from '../../leader/equilibrium.ts'
import { twoModelPopulation, type TwoModels } from './people.ts'
import { repliesTo, type Announcement, type TypeReply } from './replies.ts'
import { addNearly } from './search-announced.ts'
import { compareNearly } from './solve-population.ts'

/** The routes that are best for the users of a population. */
export interface BestForUsers<N> {
  /** Of all routes the one of the greatest weighted utility, the cheapest for the provider where several are. */
  readonly route: Route<N>
  readonly utility: N
  /** What it costs the provider. */
  readonly cost: N
  /** For each type the route that is best for it alone, and what it gets there; in the game's order. */
  readonly types: readonly { readonly route: Route<N>; readonly utility: N }[]
}

/**
 * What the users of a game would have announced, together and each type alone, where {@link solvePopulation} takes the
 * game; null elsewhere.
 *
 * Only three routes come into question: the start at the second model, and from the first the least and the greatest
 * escalation. A type's greatest utility `max_r U(s, r)` is convex in `p1/(p1 + a1 s)`, the share of the first model in what
 * one who never leaves gets: linear while it stays, constant once it leaves, and in between of a slope that rises (checked
 * on 20,000 random types). A weighted sum of such is convex too, and so greatest at an end. With several types the answer
 * may be the greatest escalation, which for one type is never better than both static routes.
 *
 * @throws Undecided where the arithmetic cannot tell which is better
 */
export function bestForUsers<N>(game: Game<N>): BestForUsers<N> | null {
  const population = twoModelPopulation(game)
  if (population === null) return null
  const { menu, people } = population
  const { arithmetic: ar } = menu
  const announcements = endsOf(menu)
  const routeOf = ({ start, escalation }: Announcement<N>): Route<N> => {
    return { start: menu.states[start], variables: game.chain.variables.map(() => escalation) }
  }
  const played = announcements.map((announcement) => ({
    route: routeOf(announcement),
    replies: repliesTo(population, announcement),
  }))
  const totals = played.map(({ route, replies }) => {
    const total = (read: (reply: TypeReply<N>) => N): N => weightedSum(ar, game.users, replies.map(read))
    return { route, utility: total((reply) => reply.utility), cost: total((reply) => reply.cost) }
  })
  const together = totals.reduce((best, next) => {
    const sign = compareNearly(ar, next.utility, best.utility)
    return sign > 0 || (sign === 0 && compareNearly(ar, next.cost, best.cost) < 0) ? next : best
  })
  const types = Array.from({ length: people.count }, (_, index) =>
    played
      .flatMap(({ route, replies }) => {
        const reply = replies[index]
        return reply === undefined ? [] : [{ route, utility: reply.utility }]
      })
      .reduce((best, next) => (compareNearly(ar, next.utility, best.utility) > 0 ? next : best)),
  )
  return { ...together, types }
}

/** The first model first, as in the menu; its greatest escalation last. */
function endsOf<N>({ low, high, starts, arithmetic }: TwoModels<N>): readonly Announcement<N>[] {
  const from = (start: 0 | 1, escalation: N): Announcement<N> => ({ start, escalation, side: 'at' })
  const moves = arithmetic.sign(arithmetic.sub(high, low)) > 0
  return [
    ...(starts[0] ? [from(0, low)] : []),
    ...(starts[1] ? [from(1, low)] : []),
    ...(starts[0] && moves ? [from(0, high)] : []),
  ]
}

function weightedSum<N>(ar: Arithmetic<N>, users: Game<N>['users'], values: readonly N[]): N {
  return users.reduce((sum, { weight }, index) => {
    const value = values[index]
    if (value === undefined) throw new RangeError(`no user ${String(index)}`)
    return addNearly(ar, sum, ar.mul(weight, value))
  }, ar.from(0))
}
