import type { Game } from '@plumbline/game'
import type { FullReply } from '../follower/general/favourites.ts'
import { cornerRoutes } from '../general/corner-routes.ts'
import type { Posed } from '../general/posed.ts'
import { searchProblem } from '../general/problem.ts'
import type { FloatRoute } from '../general/simple-routes.ts'
import type { Process } from '../process/process.ts'
import { finiteEquilibrium, type FiniteGame } from './finite-game.ts'
import { fixedReply, providerAnswer, type ProviderAnswer } from './provider-answer.ts'
import { outcomeOf, type Profile, type ReplyShare, type RouteShare } from './strategies.ts'
import { userAnswer } from './user-answer.ts'

/** Both sides' strategies in doubles, and by how much either could do better, relative to what is at stake for it. */
export interface FoundProfile {
  readonly profile: Profile<number>
  readonly temptation: number
}

/** Boxes of routes that may be looked at for one answer of the provider. */
const mostBoxes = 100
const mostRounds = 60
/** Temptations below this are what doubles make of none. */
const none = 1e-12
/** Shares below this are what rounding makes of 0. */
const hardlyAny = 1e-9
/** What stands for a loss without end, times all else that is at stake. */
const endless = 1000

/**
 * The simple routes that are best for the provider against the users' best replies to them, as far as doubles tell: places in the
 * list of {@link cornerRoutes}, cheapest first.
 */
export function pureRoutes(posed: Posed<number>): readonly number[] {
  const { game, processes } = posed
  const problem = searchProblem(game, 'provider', false)
  return cornerRoutes(posed)
    .flatMap((route, place): readonly { readonly place: number; readonly cost: number }[] => {
      const routes = [{ share: 1, route }]
      const answers = processes.map((process) => userAnswer(game, process, routes))
      const replies = answers.flatMap((each) => (each === null ? [] : [[{ share: 1, reply: each.chosen }]]))
      if (replies.length < answers.length) return []
      const cost = costOf(posed, { routes, replies })
      const best = answerTo(posed, problem, replies)
      return cost - best.cost <= 1e-9 * (Math.abs(cost) || 1) ? [{ place, cost }] : []
    })
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ place }) => place)
}

/**
 * An equilibrium by the method of the double oracle (McMahan, Gordon and Blum, ICML 2003; for continuous games Adam, Horčík,
 * Kasl and Kroupa, AAAI 2021): the finite game of the routes and replies that are known is solved, and each side's best
 * answer to the other's mixture is added, until none is better than what is known.
 *
 * @returns the nearest that was come to; null where a user's answer to a mixture is not known
 */
export function mixedProfile(posed: Posed<number>): FoundProfile | null {
  const { game, processes } = posed
  const problem = searchProblem(game, 'provider', false)
  const routes: FloatRoute[] = [...cornerRoutes(posed)].slice(0, posed.game.users.length > 8 ? 6 : 12)
  const replies: FullReply<number>[][] = []
  for (const process of processes) {
    const known: FullReply<number>[] = []
    for (const route of routes) {
      const answer = userAnswer(game, process, [{ share: 1, route }])
      if (answer === null) return null
      addReply(known, answer.chosen)
    }
    replies.push(known)
  }
  let nearest: FoundProfile | null = null
  for (let round = 0; round < mostRounds; round++) {
    const finite = tablesOf(game, processes, routes, replies)
    const solution = finiteEquilibrium(finite.game)
    if (solution === null) return nearest
    const profile: Profile<number> = {
      routes: shares(solution.routes).map(({ share, index }) => {
        return { share, route: routes[index] ?? { start: 0, variables: [] } }
      }),
      replies: solution.replies.map((own, user) =>
        shares(own).flatMap(({ share, index }) => {
          const reply = replies[user]?.[index]
          return reply === undefined ? [] : [{ share, reply }]
        }),
      ),
    }
    const before = routes.length + replies.flat().length
    let temptation = 0
    for (const [user, process] of processes.entries()) {
      const answer = userAnswer(game, process, profile.routes)
      if (answer === null) return nearest
      const now = meanUtility(game, process, profile.routes, profile.replies[user] ?? [])
      temptation = Math.max(temptation, (answer.utility - now) / finite.worth)
      addReply(replies[user] ?? [], answer.chosen)
    }
    const answer = answerTo(posed, problem, profile.replies)
    temptation = Math.max(temptation, (costOf(posed, profile) - answer.cost) / finite.cost)
    if (!routes.some((known) => isSame(known, answer.route))) routes.push(answer.route)
    if (nearest === null || temptation < nearest.temptation) nearest = { profile, temptation }
    if (temptation < none || before === routes.length + replies.flat().length) return nearest
  }
  return nearest
}

/** What is at stake, and the finite game of known routes and replies. */
function tablesOf(
  game: Game<number>,
  processes: readonly Process<number>[],
  routes: readonly FloatRoute[],
  replies: readonly (readonly FullReply<number>[])[],
): { readonly game: FiniteGame; readonly worth: number; readonly cost: number } {
  const tables = processes.map((process, user) =>
    routes.map((route) => (replies[user] ?? []).map((reply) => outcomeOf(game, process, route, reply))),
  )
  const size = (of: (outcome: (typeof tables)[number][number][number]) => number | null): number =>
    tables.flat(2).reduce((most, outcome) => Math.max(most, Math.abs(of(outcome) ?? 0)), 0) || 1
  const worth = size(({ utility }) => utility)
  const cost = size((outcome) => outcome.cost)
  return {
    worth,
    cost,
    game: {
      costs: tables.map((table, user) => {
        const weight = game.users[user]?.weight ?? 0
        return table.map((row) => row.map((outcome) => weight * (outcome.cost ?? endless * cost)))
      }),
      utilities: tables.map((table) =>
        table.map((row) => row.map(({ utility }) => utility ?? -endless * worth)),
      ),
    },
  }
}

/** The provider's best answer to what users do. */
export function answerTo(
  { processes }: Posed<number>,
  problem: ReturnType<typeof searchProblem>,
  replies: Profile<number>['replies'],
  { enough, boxes }: { readonly enough: number; readonly boxes: number } = {
    enough: 1e-13,
    boxes: mostBoxes,
  },
): ProviderAnswer {
  const fixed = processes.flatMap((process, user) =>
    (replies[user] ?? []).map(({ share, reply }) =>
      fixedReply(process, problem, reply, share * process.user.weight),
    ),
  )
  return providerAnswer(problem, fixed, enough, boxes)
}

/** The provider's cost of a profile. */
export function costOf({ game, processes }: Posed<number>, { routes, replies }: Profile<number>): number {
  let total = 0
  for (const [user, process] of processes.entries()) {
    for (const { share, route } of routes) {
      for (const each of replies[user] ?? []) {
        const { cost } = outcomeOf(game, process, route, each.reply)
        total += process.user.weight * share * each.share * (cost ?? Infinity)
      }
    }
  }
  return total
}

function meanUtility(
  game: Game<number>,
  process: Process<number>,
  routes: readonly RouteShare<number>[],
  replies: readonly ReplyShare<number>[],
): number {
  let total = 0
  for (const { share, route } of routes) {
    for (const each of replies) {
      total += share * each.share * (outcomeOf(game, process, route, each.reply).utility ?? -Infinity)
    }
  }
  return total
}

function shares(
  probabilities: readonly number[],
): readonly { readonly share: number; readonly index: number }[] {
  const kept = probabilities.flatMap((share, index) => (share > hardlyAny ? [{ share, index }] : []))
  const total = kept.reduce((sum, { share }) => sum + share, 0)
  return kept.map(({ share, index }) => ({ share: share / total, index }))
}

function isSame(one: FloatRoute, other: FloatRoute): boolean {
  return one.start === other.start && one.variables.every((value, index) => value === other.variables[index])
}

function addReply(known: FullReply<number>[], reply: FullReply<number>): void {
  const key = JSON.stringify(reply)
  if (!known.some((each) => JSON.stringify(each) === key)) known.push(reply)
}
