import { compare, float, mapGame, rational, sum, type Arithmetic, type Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { reachedFrom } from '../follower/general/reachable.ts'
import { solveLinear } from '../algebra/linear.ts'
import { pose, type Posed } from '../general/posed.ts'
import { isBetween, userTables, type UserTable } from './equations.ts'
import type { Profile, ReplyShare, RouteShare } from './strategies.ts'

/** Persistences, or escalations, as near as this are one that the search came ever closer to. */
const together = 0.01
/** Strategies that come to the same but for this are one. */
const same = 1e-11

/**
 * A profile found in doubles as profiles in the game's own numbers, the most exact first: what belongs together put together,
 * persistences made exact by Newton's method and, if they are, simple fractions; and the shares from what they have to fulfil, linear
 * equations that make users indifferent between their replies, and the provider between its routes.
 */
export function settledProfiles<N>(posed: Posed<N>, found: Profile<number>): readonly Profile<N>[] {
  const { game } = posed
  const { arithmetic: ar } = game
  const nearby = pose(mapGame(game, float, (n) => ar.toNumber(n)))
  const merged = withoutTwins(nearby, mergedProfile(found))
  const refined = newton(nearby, merged)
  return [
    exactly(posed, refined, simplest),
    exactly(posed, refined, decimal),
    exactly(posed, found, decimal),
  ].flatMap((profile) => (profile === null ? [] : [profile]))
}

/** Neighbouring persistences and escalations as their mean. */
function mergedProfile({ routes, replies }: Profile<number>): Profile<number> {
  return {
    routes: grouped(
      routes,
      (one, other) =>
        one.route.start === other.route.start &&
        one.route.variables.every((v, index) => Math.abs(v - (other.route.variables[index] ?? 0)) < together),
      (group, share): RouteShare<number> => ({
        share,
        route: {
          start: group[0]?.route.start ?? 0,
          variables: (group[0]?.route.variables ?? []).map((_, index) =>
            meanOf(group, ({ route }) => route.variables[index] ?? 0),
          ),
        },
      }),
    ),
    replies: replies.map((own) =>
      grouped(
        own,
        (one, other) =>
          isBetween(float, one) &&
          isBetween(float, other) &&
          Math.abs(persistenceOf(one) - persistenceOf(other)) < together,
        (group, share): ReplyShare<number> =>
          group.length === 1
            ? { share, reply: group[0]?.reply ?? { kind: 'outside' } }
            : { share, reply: { kind: 'stationary', persistence: meanOf(group, persistenceOf) } },
      ),
    ),
  }
}

function persistenceOf({ reply }: ReplyShare<number>): number {
  return reply.kind === 'stationary' ? reply.persistence : NaN
}

function meanOf<T extends { readonly share: number }>(group: readonly T[], of: (each: T) => number): number {
  const total = group.reduce((all, { share }) => all + share, 0)
  return group.reduce((all, each) => all + (each.share / total) * of(each), 0)
}

function grouped<T extends { readonly share: number }>(
  items: readonly T[],
  isNear: (one: T, other: T) => boolean,
  made: (group: readonly T[], share: number) => T,
): readonly T[] {
  const groups: T[][] = []
  for (const item of items) {
    const group = groups.find((each) => each.some((other) => isNear(item, other)))
    if (group === undefined) groups.push([item])
    else group.push(item)
  }
  return groups.map((group) =>
    made(
      group,
      group.reduce((all, { share }) => all + share, 0),
    ),
  )
}

/** Without routes that come to the same as another for everybody, and replies that do on every route. */
function withoutTwins(posed: Posed<number>, profile: Profile<number>): Profile<number> {
  const tables = userTables(posed, profile)
  if (tables === null) return profile
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <= same * Math.max(Math.abs(a), Math.abs(b), 1e-9)
  const alikeRoutes = (one: number, other: number): boolean =>
    tables.every(({ utilities, costs, slopes }) =>
      [...utilities, ...costs, ...slopes].every((row) => near(row[one] ?? 0, row[other] ?? 0)),
    )
  const alikeReplies = (user: number, one: number, other: number): boolean => {
    const table = tables[user]
    return (
      table !== undefined &&
      [table.utilities, table.costs].every((rows) =>
        (rows[one] ?? []).every((value, route) => near(value, rows[other]?.[route] ?? 0)),
      )
    )
  }
  return {
    routes: kept(profile.routes, alikeRoutes),
    replies: profile.replies.map((own, user) => kept(own, (one, other) => alikeReplies(user, one, other))),
  }
}

function kept<T extends { readonly share: number }>(
  items: readonly T[],
  isAlike: (one: number, other: number) => boolean,
): readonly T[] {
  const first = items.map((_, index) => {
    const before = items.findIndex((__, other) => other < index && isAlike(other, index))
    return before < 0 ? index : before
  })
  return items.flatMap((item, index) => {
    if (first[index] !== index) return []
    const share = items.reduce((all, other, at) => all + (first[at] === index ? other.share : 0), 0)
    return [{ ...item, share }]
  })
}

const steps = 12
const nudge = 1e-6

/** Newton's method on all that an equilibrium of these strategies has to fulfil; the same profile where that fails. */
function newton(posed: Posed<number>, profile: Profile<number>): Profile<number> {
  if (!profile.replies.some((own) => own.some((each) => isBetween(float, each)))) return profile
  let unknowns = unknownsOf(profile)
  for (let step = 0; step < steps; step++) {
    const values = residuals(posed, withUnknowns(profile, unknowns))
    if (values === null || values.length !== unknowns.length) return profile
    const here = unknowns
    const columns = here.map((_, index) => {
      const at = (by: number): readonly number[] | null =>
        residuals(
          posed,
          withUnknowns(
            profile,
            here.map((each, i) => (i === index ? each + by : each)),
          ),
        )
      const [up, down] = [at(nudge), at(-nudge)]
      return up === null || down === null
        ? null
        : up.map((each, row) => (each - (down[row] ?? 0)) / (2 * nudge))
    })
    if (columns.some((column) => column === null)) return profile
    const rows = values.map((value, row) => [...columns.map((column) => column?.[row] ?? 0), -value])
    const move = solveLinear(float, rows)
    if (move === null || move.some((each) => !Number.isFinite(each))) return profile
    unknowns = unknowns.map((each, index) => each + (move[index] ?? 0))
    if (move.every((each) => Math.abs(each) < 1e-15)) break
  }
  const refined = withUnknowns(profile, unknowns)
  return unknowns.every((each) => each > 0) && unknowns.every((each) => each <= 1 + 1e-9) ? refined : profile
}

/** Shares of routes, then of each user's replies, then the persistences between. */
function unknownsOf({ routes, replies }: Profile<number>): readonly number[] {
  return [
    ...routes.map(({ share }) => share),
    ...replies.flat().map(({ share }) => share),
    ...replies.flat().flatMap((each) => (isBetween(float, each) ? [persistenceOf(each)] : [])),
  ]
}

function withUnknowns({ routes, replies }: Profile<number>, unknowns: readonly number[]): Profile<number> {
  let at = 0
  const next = (): number => unknowns[at++] ?? 0
  const shared = routes.map((each) => ({ ...each, share: next() }))
  const answers = replies.map((own) => own.map((each) => ({ ...each, share: next() })))
  return {
    routes: shared,
    replies: answers.map((own) =>
      own.map((each) =>
        isBetween(float, each) ? { ...each, reply: { kind: 'stationary', persistence: next() } } : each,
      ),
    ),
  }
}

/** What is 0 in an equilibrium: as many numbers as unknowns. */
function residuals(posed: Posed<number>, profile: Profile<number>): readonly number[] | null {
  if (profile.replies.flat().some(({ reply }) => reply.kind === 'stationary' && !(reply.persistence >= 0 && reply.persistence <= 1))) return null // prettier-ignore
  const tables = userTables(posed, profile)
  if (tables === null) return null
  const { routes, replies } = profile
  const dot = (row: readonly number[]): number =>
    row.reduce((all, each, index) => all + each * (routes[index]?.share ?? 0), 0)
  const one = (items: readonly { readonly share: number }[]): number =>
    items.reduce((all, { share }) => all + share, -1)
  const costs = routes.map((_, route) =>
    tables.reduce(
      (all, table, user) =>
        all +
        table.costs.reduce((part, row, l) => part + (replies[user]?.[l]?.share ?? 0) * (row[route] ?? 0), 0),
      0,
    ),
  )
  return [
    one(routes),
    ...costs.slice(1).map((each) => each - (costs[0] ?? 0)),
    ...replies.map(one),
    ...tables.flatMap(({ utilities, slopes }) => [
      ...utilities.slice(1).map((row) => dot(row) - dot(utilities[0] ?? [])),
      ...slopes.map(dot),
    ]),
  ]
}

/** As near as this to its limit an escalation is at it. */
const atLimit = 1e-6

/** The game's own number for a double. */
type Settling = (value: number) => string

const decimal: Settling = (value) => value.toPrecision(16)
const greatestUnder = 1_000_000n

/** The simplest fraction within a few units of the last digits, if there is a simple one. */
const simplest: Settling = (value) => {
  const exact = rational(value)
  let [n, d] = [exact.s * exact.n, exact.d]
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n]
  while (d !== 0n) {
    const whole = n / d
    ;[p0, q0, p1, q1] = [p1, q1, whole * p1 + p0, whole * q1 + q0]
    if (q1 > greatestUnder) break
    if (Math.abs(Number(p1) / Number(q1) - value) < 1e-12) return `${p1.toString()}/${q1.toString()}`
    ;[n, d] = [d, n - whole * d]
  }
  return decimal(value)
}

/** A profile in the game's numbers; shares exactly as they have to be where the equations decide them. */
function exactly<N>(posed: Posed<N>, profile: Profile<number>, settle: Settling): Profile<N> | null {
  const { arithmetic: ar, chain } = posed.game
  const number = (value: number): N => ar.from(settle(value))
  const limited = (value: number, index: number): N => {
    const limits = chain.variables[index]
    const exact = number(value)
    if (limits === undefined) return exact
    if (compare(ar, exact, limits.low) < 0 || value - ar.toNumber(limits.low) < atLimit) return limits.low
    return compare(ar, exact, limits.high) > 0 || ar.toNumber(limits.high) - value < atLimit
      ? limits.high
      : exact
  }
  const settled: Profile<N> = {
    routes: inCommon(
      posed.game,
      normalised(
        ar,
        profile.routes.map(({ share, route }) => ({
          share: number(share),
          route: { start: route.start, variables: route.variables.map(limited) },
        })),
      ),
    ),
    replies: profile.replies.map((own) =>
      normalised(
        ar,
        own.map(({ share, reply }): ReplyShare<N> => {
          const exact = number(share)
          if (reply.kind === 'stationary') {
            return { share: exact, reply: { kind: 'stationary', persistence: number(reply.persistence) } }
          }
          return reply.kind === 'by-state'
            ? { share: exact, reply: { kind: 'by-state', persistence: reply.persistence.map(number) } }
            : { share: exact, reply }
        }),
      ),
    ),
  }
  const tables = userTables(posed, settled)
  if (tables === null) return null
  return { routes: exactRoutes(ar, settled, tables), replies: exactReplies(ar, settled, tables) }
}

/**
 * The same routes with what they never come to set as on a route that does: routes that differ in nothing else are then one set of
 * transitions with several starts.
 */
function inCommon<N>(game: Game<N>, routes: readonly RouteShare<N>[]): readonly RouteShare<N>[] {
  const { arithmetic: ar, chain } = game
  const reached = routes.map(({ route }) =>
    reachedFrom(ar, transitionMatrix(game, route.variables), route.start),
  )
  return routes.map(({ share, route }, own) => ({
    share,
    route: {
      start: route.start,
      variables: route.variables.map((value, index) => {
        const state = chain.variables[index]?.state ?? -1
        if (reached[own]?.includes(state) === true) return value
        const other = reached.findIndex((states) => states.includes(state))
        return routes[other]?.route.variables[index] ?? chain.variables[index]?.low ?? value
      }),
    },
  }))
}

/** Shares divided by their sum. */
function normalised<N, T extends { readonly share: N }>(
  ar: Arithmetic<N>,
  items: readonly T[],
): readonly T[] {
  const total = sum(
    ar,
    items.map(({ share }) => share),
  )
  return items.map((item) => ({ ...item, share: ar.div(item.share, total) }))
}

/** The shares of routes at which users are indifferent between their replies, where these decide them. */
function exactRoutes<N>(
  ar: Arithmetic<N>,
  { routes }: Profile<N>,
  tables: readonly UserTable<N>[],
): readonly RouteShare<N>[] {
  const conditions = tables.flatMap(({ utilities, slopes }) => [
    ...utilities.slice(1).map((row) => row.map((each, i) => ar.sub(each, utilities[0]?.[i] ?? ar.from(0)))),
    ...slopes,
  ])
  const equations = [
    routes.map(() => ar.from(1)).concat(ar.from(1)),
    ...conditions.map((row) => [...row, ar.from(0)]),
  ]
  return withShares(ar, routes, equations.length === routes.length ? solveLinear(ar, equations) : null)
}

/** The shares of replies at which the provider is indifferent between its routes, where these decide them. */
function exactReplies<N>(
  ar: Arithmetic<N>,
  { routes, replies }: Profile<N>,
  tables: readonly UserTable<N>[],
): Profile<N>['replies'] {
  const all = replies.flat()
  const owner = replies.flatMap((own, user) => own.map(() => user))
  const [zero, one] = [ar.from(0), ar.from(1)]
  const columns = tables.flatMap(({ costs }) => costs)
  const equations = [
    ...replies.map((_, user) => [...owner.map((each) => (each === user ? one : zero)), one]),
    ...routes
      .slice(1)
      .map((_, i) => [...columns.map((row) => ar.sub(row[i + 1] ?? zero, row[0] ?? zero)), zero]),
  ]
  const solution = equations.length === all.length ? solveLinear(ar, equations) : null
  let at = 0
  const exact = withShares(ar, all, solution)
  return replies.map((own) => exact.slice(at, (at += own.length)))
}

/** The items with new shares; as they are where these are none. */
function withShares<N, T extends { readonly share: N }>(
  ar: Arithmetic<N>,
  items: readonly T[],
  shares: readonly N[] | null,
): readonly T[] {
  if (shares?.every((share) => ar.sign(share) > 0) !== true) return items
  return items.map((item, index) => ({ ...item, share: shares[index] ?? item.share }))
}
