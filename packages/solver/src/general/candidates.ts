import { compare, sum } from '@plumbline/game'
import type { SolvedCandidate, SolvedUser } from '../document/solved.ts'
import type { BestReplies } from '../follower/general/best-replies.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Route } from '../leader/equilibrium.ts'
import { announce, type Announcement } from './announce.ts'
import { cornerRoutes } from './corner-routes.ts'
import { utilityOf } from './optimum.ts'
import type { Posed } from './posed.ts'
import { shares } from './reading.ts'

/** The announced route and those without chance, cheapest first. */
export function candidates<N>(posed: Posed<N>, chosen: Announcement<N>): readonly SolvedCandidate<N>[] {
  const { arithmetic: ar } = posed.game
  const all = cornerRoutes(posed).map((route) => announce(posed, route))
  const simple = all.filter(
    (one, index) => ![chosen, ...all.slice(0, index)].some((other) => isAlike(posed, one, other)),
  )
  return [chosen, ...simple]
    .toSorted((one, other) => compare(ar, one.cost, other.cost))
    .map((announcement) => candidateOf(posed, announcement, chosen))
}

/** An announcement that was chosen, as a candidate. */
export function announcedCandidate<N>(posed: Posed<N>, announcement: Announcement<N>): SolvedCandidate<N> {
  return candidateOf(posed, announcement, announcement)
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
  chosen: Announcement<N> | null,
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
    ties: chosen !== null && compare(ar, cost, chosen.cost) === 0,
  }
}

/** `start 1`, or with the escalations in percent: `start 1, escalation 0 %, 35 %`. */
function idOf<N>({ game: { arithmetic: ar, chain } }: Posed<N>, { start, variables }: Route<N>): string {
  const values = variables.map((value) => `${String(Number((100 * ar.toNumber(value)).toPrecision(3)))} %`)
  const name = chain.states[start]?.name ?? String(start)
  return values.length === 0 ? name : `${name}, ${values.join(', ')}`
}

/** What a chosen route comes to, weighted over the users. */
interface ChosenTotals<N> {
  readonly cost: N
  readonly serving: N
  readonly loss: N
  readonly success: N
  readonly utility: N
  readonly users: readonly SolvedUser<N>[]
}

/** Most types for which the routes without chance are played as well. */
const mostTypes = 40

/** A chosen route of many types, and beside it the routes without chance, cheapest first. */
export function cornerCandidates<N>(
  posed: Posed<N>,
  route: Route<N>,
  { users, ...totals }: ChosenTotals<N>,
): readonly SolvedCandidate<N>[] {
  const { game } = posed
  const { arithmetic: ar } = game
  const replies = users.map(({ reply }) => (reply.kind === 'stationary' ? reply.persistence : null))
  const [first = null] = replies
  const alike =
    first !== null && replies.every((each) => each !== null && compareCosts(ar, each, first) === 0)
  const chosen: SolvedCandidate<N> = {
    id: idOf(posed, route),
    route,
    abandonment: alike ? ar.sub(ar.from(1), first) : null,
    ...totals,
    latency: null,
    attempts: null,
    chosen: true,
    ties: true,
  }
  if (users.length > mostTypes) return [chosen]
  const corners = cornerRoutes(posed)
    .map((corner) => announce(posed, corner))
    .filter(
      ({ cost }, index, all) => all.findIndex((other) => compareCosts(ar, other.cost, cost) === 0) === index,
    )
    .filter(({ cost }) => compareCosts(ar, cost, totals.cost) > 0)
    .map((announcement) => candidateOf(posed, announcement, null))
  return [chosen, ...corners.toSorted((one, other) => compareCosts(ar, one.cost, other.cost))]
}
