import { compare, sum, Undecided, type GameInstance } from '@plumbline/game'
import { netValue } from '../chain/netValue.ts'
import type { SolvedCandidate, SolvedGame, SolvedUser } from '../document/solved.ts'
import type { BestReplies } from '../follower/general/best-replies.ts'
import type { Route } from '../leader/equilibrium.ts'
import { ordersOf, type Orders } from '../misalignment/orders.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { announce, weighted, type Announcement } from './announce.ts'
import { cornerRoutes } from './corner-routes.ts'
import { optimum, utilityOf } from './optimum.ts'
import { alone, type Posed } from './posed.ts'

/**
 * The equilibrium of any game that a provider announces a route in, by branch and bound: any menu, several users, hidden
 * kinds of task, success by attempt, users who see more than failures or have an outside option.
 *
 * The route, the replies to it and all that they come to are exact; that no route costs the provider less than
 * `bounds.lower` is what the search has shown.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveGeneral<N>(
  posed: Posed<N>,
  { units }: Pick<GameInstance, 'units'>,
  limits: SearchLimits,
): SolvedGame<N> {
  const { game } = posed
  const { arithmetic: ar, users, provider } = game
  const found = optimum(posed, 'provider', limits)
  const { announcement } = found
  const { route, replies, cost } = announcement
  const best = users.map((_, index) => optimum(alone(posed, index), 'users', limits).announcement)
  const preferred = users.length === 1 ? best[0] : optimum(posed, 'users', limits).announcement
  const solvedUsers = users.map((_, index) => solvedUser(posed, index, replies[index], best[index]))
  const utility = utilityOf(game, replies)
  const bestUtility = weighted(game, (_, index) => solvedUsers[index]?.best.utility ?? ar.from(0))
  return {
    game,
    concept: provider.ties === 'strong' ? 'strong-stackelberg' : 'weak-stackelberg',
    case: solvedUsers.map(({ regime }) => regime).join(' '),
    route,
    escalationSet: null,
    cascades: movesOn(posed, announcement),
    users: solvedUsers,
    provider: {
      cost,
      ...shares(posed, announcement),
      regret: atLeastZero(posed, ar.sub(preferred?.cost ?? cost, cost)),
    },
    gap: weighted(game, (_, index) => solvedUsers[index]?.gap ?? ar.from(0)),
    bestUtility,
    throttling: null,
    welfare: units.cost === units.utility ? ar.sub(utility, cost) : null,
    bounds: {
      lower: ar.from(Math.min(found.lower, ar.toNumber(cost))),
      upper: cost,
      method: 'branch-and-bound',
      tolerance: limits.tolerance,
    },
    ties: null,
    orders: orders(posed),
    candidates: candidates(posed, announcement),
    flips: null,
  }
}

function solvedUser<N>(
  { game }: Posed<N>,
  index: number,
  replies: BestReplies<N> | undefined,
  best: Announcement<N> | undefined,
): SolvedUser<N> {
  const { arithmetic: ar } = game
  const [own] = best?.replies ?? []
  if (replies === undefined || best === undefined || own === undefined) {
    throw new RangeError(`no user ${String(index)}`)
  }
  const { success, latency, total } = replies.payoffs
  const gap = ar.sub(own.utility, replies.utility)
  // What the search took for best may miss the best by its tolerance, and so be no better than what is announced.
  const missed = ar.sign(gap) < 0
  return {
    regime: regimeOf(game, index),
    reply: replies.chosen,
    persistenceSet: replies.persistenceSet,
    success,
    latency,
    attempts: total,
    utility: replies.utility,
    route: null,
    best: { utility: missed ? replies.utility : own.utility, route: best.route },
    gap: missed ? ar.from(0) : gap,
  }
}

/** Signs of the net values in the menu's order, tasks of unequal kinds averaged: `+-`. */
export function regimeOf<N>(game: Posed<N>['game'], index: number): string {
  const { arithmetic: ar, chain, models, users } = game
  const user = users[index]
  if (user === undefined) throw new RangeError(`no user ${String(index)}`)
  return chain.states
    .map(({ model }) => {
      const played = models[model]
      if (played === undefined) throw new TypeError('a state without its model')
      const sign = ar.sign(netValue(game, played, user))
      return sign > 0 ? '+' : sign < 0 ? '-' : '0'
    })
    .join('')
}

/** `C` and `P (1 - S)`, weighted. */
function shares<N>(
  { game }: Posed<N>,
  { replies }: Announcement<N>,
): { readonly serving: N; readonly loss: N; readonly success: N } {
  const { arithmetic: ar, provider } = game
  const of = (read: (reply: BestReplies<N>) => N | null): N =>
    weighted(game, (_, index) => {
      const reply = replies[index]
      return (reply === undefined ? null : read(reply)) ?? ar.from(0)
    })
  const success = of(({ payoffs }) => payoffs.success)
  return {
    serving: of(({ payoffs }) => payoffs.serving),
    loss: ar.mul(provider.penalty, ar.sub(ar.from(1), success)),
    success,
  }
}

/** Whether some user comes to a state other than the first. */
function movesOn<N>({ game: { arithmetic: ar } }: Posed<N>, { route, replies }: Announcement<N>): boolean {
  return replies.some(({ payoffs }) =>
    (payoffs.attempts ?? []).some((expected, state) => state !== route.start && ar.sign(expected) > 0),
  )
}

function atLeastZero<N>({ game: { arithmetic: ar } }: Posed<N>, value: N): N {
  return ar.sign(value) < 0 ? ar.from(0) : value
}

/** How the two sides rank the models; null where that is open, or a model never succeeds. */
export function orders<N>({ game }: Posed<N>): Orders | null {
  if (game.models.some(({ success }) => game.arithmetic.sign(success) === 0)) return null
  try {
    return ordersOf(game)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return null
  }
}

/** The announced route and those without chance, cheapest first. */
function candidates<N>(posed: Posed<N>, chosen: Announcement<N>): readonly SolvedCandidate<N>[] {
  const { arithmetic: ar } = posed.game
  const all = cornerRoutes(posed).map((route) => announce(posed, route))
  const simple = all.filter(
    (one, index) => ![chosen, ...all.slice(0, index)].some((other) => isAlike(posed, one, other)),
  )
  return [chosen, ...simple]
    .toSorted((one, other) => compare(ar, one.cost, other.cost))
    .map((announcement) => candidateOf(posed, announcement, chosen))
}

/** Whether two announcements with one start come to the same for everybody, as where they differ only in what is never reached. */
function isAlike<N>({ game }: Posed<N>, one: Announcement<N>, other: Announcement<N>): boolean {
  const { arithmetic: ar } = game
  return (
    one.route.start === other.route.start &&
    compare(ar, one.cost, other.cost) === 0 &&
    one.replies.every(({ utility }, index) => {
      const against = other.replies[index]
      return against !== undefined && compare(ar, utility, against.utility) === 0
    })
  )
}

function candidateOf<N>(
  posed: Posed<N>,
  announcement: Announcement<N>,
  chosen: Announcement<N>,
): SolvedCandidate<N> {
  const { game } = posed
  const { arithmetic: ar } = game
  const { route, replies, cost } = announcement
  const mean = (read: (reply: BestReplies<N>) => N | null): N | null => {
    const values = replies.map(read)
    const known = values.flatMap((value, index) =>
      value === null ? [] : [ar.mul(game.users[index]?.weight ?? ar.from(0), value)],
    )
    return known.length < values.length ? null : sum(ar, known)
  }
  return {
    id: idOf(posed, route),
    route,
    abandonment: mean(({ chosen: reply }) =>
      reply.kind === 'stationary' ? ar.sub(ar.from(1), reply.persistence) : null,
    ),
    cost,
    ...shares(posed, announcement),
    latency: mean(({ payoffs }) => payoffs.latency),
    attempts: mean(({ payoffs }) => payoffs.total),
    utility: utilityOf(game, replies),
    chosen: announcement === chosen,
    ties: compare(ar, cost, chosen.cost) === 0,
  }
}

/** `start 1`, or with the escalations in percent: `start 1, escalation 0 %, 35 %`. */
function idOf<N>({ game: { arithmetic: ar, chain } }: Posed<N>, { start, variables }: Route<N>): string {
  const values = variables.map((value) => `${String(Number((100 * ar.toNumber(value)).toPrecision(3)))} %`)
  const name = chain.states[start]?.name ?? String(start)
  return values.length === 0 ? name : `${name}, ${values.join(', ')}`
}
