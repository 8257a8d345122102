import { compare, float, mapGame, sum, type Game } from '@plumbline/game'
import { pose, type Posed } from '../general/posed.ts'
import { searchProblem } from '../general/problem.ts'
import { userTables } from './equations.ts'
import { provenLeast } from './proven-answer.ts'
import { answerTo } from './search-profile.ts'
import { outcomeOf, type Profile } from './strategies.ts'
import { userAnswer, utilityOfReplies } from './user-answer.ts'

/** How closely, and over how many boxes, the provider's best answer is bounded where it is not decided. */
const thorough = { enough: 1e-11, boxes: 5000 }

/** A reply at which her utility is level, and this near to the best, is the best: that is known to so many digits only. */
const agreement = 1e-80

/** How sure it is that neither side can do better. */
export interface ProfileProof<N> {
  /** The provider's expected cost of a task. */
  readonly cost: N
  /** No route costs the provider less against these replies; a double where it was bounded and not decided. */
  readonly lower: N
  /** The most that a side could gain, relative to what is at stake for it; 0 where neither could gain anything, decided exactly. */
  readonly temptation: number
}

/**
 * Checks that each side's strategy is a best answer to the other's: for every user by all her best replies, in the game's own
 * numbers; for the provider by transitions that are best at every node, exactly, or where there are none by a search over all
 * routes in doubles.
 *
 * @returns null where an answer is not known
 * @throws Undecided where the arithmetic cannot tell
 */
export function profileProof<N>(posed: Posed<N>, profile: Profile<N>): ProfileProof<N> | null {
  const { game, processes } = posed
  const { arithmetic: ar } = game
  const { routes, replies } = profile
  let temptation = 0
  const slopes = slopesOf(posed, profile)
  for (const [user, process] of processes.entries()) {
    const answer = userAnswer(game, process, routes)
    const own = utilityOfReplies(game, process, routes, replies[user] ?? [])
    if (answer === null || own === null) return null
    const loss = lossOf(ar, answer.utility, own, stakeOf(posed, user))
    const isPeak = loss < agreement && !answer.exact && slopes?.[user]?.every((slope) => ar.sign(slope) === 0)
    temptation = Math.max(temptation, isPeak === true ? 0 : loss)
  }
  const costs = routes.map(({ route }) => costOfRoute(posed, route, replies))
  const known = costs.flatMap((cost) => (cost === null ? [] : [cost]))
  if (known.length < costs.length) return null
  const cost = sum(
    ar,
    known.map((each, index) => ar.mul(routes[index]?.share ?? ar.from(0), each)),
  )
  const [first] = routes
  const proven = provenLeast(game, processes, replies, first?.route.variables ?? [])
  const lower = proven === null ? null : leastOf(game, proven)
  const stake = Math.max(Math.abs(ar.toNumber(cost)), Math.abs(ar.toNumber(game.provider.penalty)))
  if (lower !== null) {
    return { cost, lower, temptation: Math.max(temptation, lossOf(ar, cost, lower, stake)) }
  }
  const nearby = pose(mapGame(game, float, (n) => ar.toNumber(n)))
  const near = inDoubles(ar, profile)
  const bound = answerTo(nearby, searchProblem(nearby.game, 'provider', false), near.replies, thorough).lower
  const gain = ar.toNumber(cost) - bound
  return {
    cost,
    lower: ar.from(Math.min(bound, ar.toNumber(cost))),
    // What rounding may have made of the bound.
    temptation: Math.max(temptation, gain / (stake || 1), 1e-13),
  }
}

/** How each user's utility leans at each reply strictly between leaving and staying; null where a task never ends. */
function slopesOf<N>(posed: Posed<N>, profile: Profile<N>): readonly (readonly N[])[] | null {
  const { arithmetic: ar } = posed.game
  const tables = userTables(posed, profile)
  return (
    tables?.map(({ slopes }) =>
      slopes.map((row) =>
        sum(
          ar,
          row.map((each, index) => ar.mul(profile.routes[index]?.share ?? ar.from(0), each)),
        ),
      ),
    ) ?? null
  )
}

/** A profile in doubles. */
export function inDoubles<N>(ar: Game<N>['arithmetic'], { routes, replies }: Profile<N>): Profile<number> {
  return {
    routes: routes.map(({ share, route }) => ({
      share: ar.toNumber(share),
      route: { start: route.start, variables: route.variables.map((value) => ar.toNumber(value)) },
    })),
    replies: replies.map((own) =>
      own.map(({ share, reply }) => ({
        share: ar.toNumber(share),
        reply:
          reply.kind === 'stationary'
            ? { kind: 'stationary', persistence: ar.toNumber(reply.persistence) }
            : reply.kind === 'by-state'
              ? { kind: 'by-state', persistence: reply.persistence.map((each) => ar.toNumber(each)) }
              : reply,
      })),
    ),
  }
}

function costOfRoute<N>(
  { game, processes }: Posed<N>,
  route: Profile<N>['routes'][number]['route'],
  replies: Profile<N>['replies'],
): N | null {
  const { arithmetic: ar } = game
  const parts = processes.flatMap((process, user) =>
    (replies[user] ?? []).map(({ share, reply }) => {
      const { cost } = outcomeOf(game, process, route, reply)
      return cost === null ? null : ar.mul(ar.mul(process.user.weight, share), cost)
    }),
  )
  const known = parts.flatMap((part) => (part === null ? [] : [part]))
  return known.length < parts.length ? null : sum(ar, known)
}

function leastOf<N>({ arithmetic: ar, chain }: Game<N>, costs: readonly N[]): N | null {
  return chain.starts
    .flatMap((start) => costs[start] ?? [])
    .reduce<N | null>((least, cost) => (least === null || compare(ar, cost, least) < 0 ? cost : least), null)
}

/** What is lost by `now` where `best` might be had, relative to the stake; 0 where exactly nothing. */
function lossOf<N>(ar: Game<N>['arithmetic'], best: N, now: N, stake: number): number {
  const difference = ar.sub(best, now)
  const sign = ar.sign(difference)
  return sign === 0 ? 0 : Math.abs(ar.toNumber(difference)) / (stake || 1)
}

/** What a solved task is worth to a user, or what she might lose waiting, whichever is more. */
function stakeOf<N>({ game, processes }: Posed<N>, user: number): number {
  const { arithmetic: ar } = game
  const numbers = (processes[user]?.kinds ?? []).flatMap(({ stages }) =>
    stages.flat().map(({ netValue }) => Math.abs(ar.toNumber(netValue))),
  )
  return Math.max(Math.abs(ar.toNumber(game.users[user]?.value ?? ar.from(0))), ...numbers)
}
