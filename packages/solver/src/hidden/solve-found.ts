import { compare, sum, type GameInstance } from '@plumbline/game'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { weighted } from '../general/announce.ts'
import type { Posed } from '../general/posed.ts'
import { whereMet } from '../general/solve-general.ts'
import type { Payoffs } from '../process/payoffs.ts'
import type { HiddenEquilibrium, Range } from './equilibrium.ts'
import { findProfile, type ProvenProfile } from './find-profile.ts'
import { hiddenGame } from './hidden-game.ts'
import { outcomeOf, type Profile, type ReplyShare } from './strategies.ts'
import { userAnswer } from './user-answer.ts'

/**
 * A game whose route users do not see, of any menu and any users: one Nash equilibrium, with what shows that neither side can do
 * better in its certificate: the provider's cost, and a bound that no route is below against the users' replies.
 *
 * @param announced the same game solved with its route announced, of the same users
 * @returns null where no equilibrium was found
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveFound<N>(
  posed: Posed<N>,
  announced: SolvedGame<N>,
  instance: Pick<GameInstance, 'units'>,
): SolvedGame<N> | null {
  const found = findProfile(posed)
  if (found === null) return null
  const { game } = posed
  const { arithmetic: ar } = game
  const totals = game.users.map((_, user) => userTotals(posed, found.profile, user))
  const users = game.users.flatMap((_, user): readonly SolvedUser<N>[] => {
    const [before, own] = [announced.users[user], totals[user]]
    return before === undefined || own === undefined ? [] : [solvedUser(posed, found, user, before, own)]
  })
  const { temptation, lower, cost } = found.proof
  return hiddenGame(game, announced, instance, {
    equilibria: [equilibriumOf(posed, found, totals)],
    users,
    cascades: totals.some(({ moves }) => moves),
    gap: weighted(game, (_, user) => users[user]?.gap ?? ar.from(0)),
    bounds: {
      lower,
      upper: cost,
      method: 'mutual-best-response',
      tolerance: temptation === 0 ? null : temptation,
    },
  })
}

/** What one user's tasks come to, over routes and replies. */
interface Totals<N> {
  readonly success: N
  readonly latency: N | null
  readonly attempts: N | null
  readonly serving: N | null
  readonly utility: N
  /** Whether some task comes to another model than that of its start. */
  readonly moves: boolean
}

function userTotals<N>(
  { game, processes }: Posed<N>,
  { routes, replies }: Profile<N>,
  user: number,
): Totals<N> {
  const { arithmetic: ar } = game
  const process = processes[user]
  if (process === undefined) throw new RangeError(`no user ${String(user)}`)
  const parts = routes.flatMap(({ share, route }) =>
    (replies[user] ?? []).map((each) => ({
      share: ar.mul(share, each.share),
      start: route.start,
      outcome: outcomeOf(game, process, route, each.reply),
    })),
  )
  const mean = (of: (outcome: Payoffs<N>) => N | null): N | null => {
    const values = parts.map(({ outcome }) => of(outcome))
    const known = values.flatMap((value, index) =>
      value === null ? [] : [ar.mul(parts[index]?.share ?? ar.from(0), value)],
    )
    return known.length < values.length ? null : sum(ar, known)
  }
  return {
    success: mean(({ success }) => success) ?? ar.from(0),
    latency: mean(({ latency }) => latency),
    attempts: mean(({ total }) => total),
    serving: mean(({ serving }) => serving),
    utility: mean(({ utility }) => utility) ?? ar.from(0),
    moves: parts.some(({ outcome, start }) =>
      (outcome.attempts ?? []).some((expected, state) => state !== start && ar.sign(expected) > 0),
    ),
  }
}

function solvedUser<N>(
  posed: Posed<N>,
  { profile }: ProvenProfile<N>,
  user: number,
  before: SolvedUser<N>,
  { success, latency, attempts, utility }: Totals<N>,
): SolvedUser<N> {
  const { game, processes } = posed
  const { arithmetic: ar } = game
  const process = processes[user]
  if (process === undefined) throw new RangeError(`no user ${String(user)}`)
  const answer = userAnswer(game, process, profile.routes)
  const gap = ar.sub(before.best.utility, utility)
  // What the search took for best may miss the best by its tolerance.
  const missed = ar.sign(gap) < 0
  const replies = profile.replies[user] ?? []
  const [only, ...others] = replies
  return {
    ...before,
    reply:
      only !== undefined && others.length === 0 && answer !== null && only.reply.kind === 'by-state'
        ? whereMet(posed, { ...answer, chosen: only.reply })
        : replyOf(posed, replies),
    persistenceSet: answer?.persistenceSet ?? null,
    success,
    latency,
    attempts,
    utility,
    best: { utility: missed ? utility : before.best.utility, route: before.best.route },
    gap: missed ? ar.from(0) : gap,
  }
}

function replyOf<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  replies: readonly ReplyShare<N>[],
): SolvedUser<N>['reply'] {
  const [first, second, ...others] = replies
  if (first === undefined) throw new TypeError('a user without a reply')
  if (second === undefined) return first.reply
  const always = (persistence: number): ReplyShare<N> | undefined =>
    replies.find(
      ({ reply }) =>
        reply.kind === 'stationary' && compare(ar, reply.persistence, ar.from(persistence)) === 0,
    )
  const stays = always(1)
  if (others.length === 0 && stays !== undefined && always(0) !== undefined) {
    return { kind: 'split', staying: stays.share }
  }
  return { kind: 'mixed', parts: replies.toSorted((one, other) => compare(ar, other.share, one.share)) }
}

function equilibriumOf<N>(
  { game }: Posed<N>,
  { profile, proof }: ProvenProfile<N>,
  totals: readonly Totals<N>[],
): HiddenEquilibrium<N> {
  const { arithmetic: ar, chain } = game
  const routes = profile.routes.toSorted((one, other) => compare(ar, other.share, one.share))
  const [likeliest] = routes
  if (likeliest === undefined) throw new TypeError('a provider without a route')
  const alike = routes.every(({ route }) =>
    route.variables.every((value, index) => {
      return compare(ar, value, likeliest.route.variables[index] ?? value) === 0
    }),
  )
  const mean = (of: (own: Totals<N>) => N | null): N | null => {
    const known = totals.flatMap((own) => of(own) ?? [])
    return known.length < totals.length ? null : weighted(game, (_, user) => known[user] ?? ar.from(0))
  }
  const utility = mean((own) => own.utility) ?? ar.from(0)
  const range = persistencesOf(ar, profile)
  const replies = profile.replies.map((own) => own[0])
  return {
    starts: chain.states.map((_, state) =>
      sum(
        ar,
        routes.flatMap(({ share, route }) => (route.start === state ? [share] : [])),
      ),
    ),
    routes: alike ? null : routes,
    variables: likeliest.route.variables,
    variableRange: null,
    persistence:
      range !== null && compare(ar, range.from, range.to) === 0 && replies.length > 0 ? range.from : null,
    persistences: range,
    staying: null,
    cost: proof.cost,
    serving: mean(({ serving }) => serving) ?? ar.from(0),
    loss: ar.sub(ar.from(1), mean(({ success }) => success) ?? ar.from(0)),
    latency: mean(({ latency }) => latency),
    attempts: null,
    utility,
    utilities: { from: utility, to: utility },
  }
}

/** From the least persistence of any user to the greatest; null where some answer by more than one number. */
function persistencesOf<N>(ar: Posed<N>['game']['arithmetic'], { replies }: Profile<N>): Range<N> | null {
  const all = replies.flat().map(({ reply }) => (reply.kind === 'stationary' ? reply.persistence : null))
  const known = all.flatMap((each) => (each === null ? [] : [each]))
  const [first, ...others] = known
  if (first === undefined || known.length < all.length) return null
  return others.reduce<Range<N>>(
    ({ from, to }, each) => ({
      from: compare(ar, each, from) < 0 ? each : from,
      to: compare(ar, each, to) > 0 ? each : to,
    }),
    { from: first, to: first },
  )
}
