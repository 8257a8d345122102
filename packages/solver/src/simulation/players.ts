import { float, mapGame, type Game, type GameInstance, type Problem } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { solvedGame } from '../document/solved-game.ts'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { unsupported } from '../document/unsupported.ts'
import { withLatencies } from '../document/solution.ts'
import type { Route } from '../leader/equilibrium.ts'
import { atPopulation } from '../population/population-game.ts'
import { payoffs } from '../process/payoffs.ts'
import { processOf, type Process } from '../process/process.ts'
import { searchLimits, type SearchOptions } from '../search/limits.ts'

/** One type of user with all that a task of theirs needs to be played, in doubles. */
export interface Player {
  /** Index of the declared user. */
  readonly user: number
  readonly weight: number
  /** What a task is worth that is not begun; null for a player who always begins. */
  readonly outside: number | null
  readonly process: Process<number>
  /** Where a task begins, by state; one entry is 1 unless the provider mixes. */
  readonly starts: readonly number[]
  readonly transitions: readonly (readonly number[])[]
  readonly reply: PlayedReply
  /** What the solution says that a task comes to; null where that is infinite. */
  readonly expected: {
    readonly success: number
    readonly attempts: number | null
    readonly latency: number | null
    readonly utility: number
  }
}

/** How a player answers a failure. */
export type PlayedReply =
  /** The probability to go on, by state of the chain. */
  | { readonly kind: 'by-state'; readonly persistence: readonly number[] }
  /** Null: never leaves. */
  | { readonly kind: 'leaves-after'; readonly failures: number | null }
  /** A share never leaves, the others leave at once. */
  | { readonly kind: 'split'; readonly staying: number }

/** A solved game ready to be played. */
export interface Cast {
  readonly players: readonly Player[]
  /** What the solution says that a task costs the provider. */
  readonly provider: { readonly cost: number; readonly serving: number; readonly loss: number }
  readonly penalty: number
  readonly states: readonly string[]
  /** Names of the kinds of task; one, null, where all are alike. */
  readonly kinds: readonly (string | null)[]
}

/** A game ready to be played, or what stands in the way of its solution. */
export type CastResult =
  { readonly ok: true; readonly cast: Cast } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Solves an instance and gives each type of user the route and the reply of the equilibrium. */
export function castOf(instance: GameInstance, options: SearchOptions = {}): CastResult {
  const unsolved = unsupported(instance)
  const evaluation = atPopulation<CastResult>(instance, new Map(), {}, ({ game, declared }) => {
    if (unsolved.length > 0) return { ok: false, problems: [] }
    // Every type as a declared user of its own, so that none is told as a mean.
    const users = declared.flatMap((user) => instance.users[user] ?? [])
    const alone = declared.map((_, index) => index)
    const found = solvedGame({ game, declared: alone }, { ...instance, users }, searchLimits(options))
    return found.ok ? { ok: true, cast: playable(found.solved, declared) } : found
  })
  if (!evaluation.ok) return { ok: false, problems: [...unsolved, ...evaluation.problems] }
  const result = evaluation.value
  return result.ok ? result : { ok: false, problems: [...unsolved, ...result.problems] }
}

function playable<N>(solved: SolvedGame<N>, declared: readonly number[]): Cast {
  const { game: exactly, provider } = solved
  const { arithmetic: ar } = exactly
  const latencies = exactly.provider.throttle === null ? null : (solved.throttling?.latencies ?? null)
  const number = (x: N): number => ar.toNumber(x)
  const optional = (x: N | null): number | null => (x === null ? null : number(x))
  const game = mapGame(latencies === null ? exactly : withLatencies(exactly, latencies), float, number)
  const { chain, tasks, users } = game
  const players = solved.users.flatMap((user, index): readonly Player[] => {
    const declaredAs = users[index]
    const route = user.route ?? solved.route
    if (declaredAs === undefined || route === null) throw new TypeError('a player without a route')
    const process = processOf(game, declaredAs)
    const player = {
      user: declared[index] ?? index,
      weight: declaredAs.weight,
      outside: user.reply.kind === 'outside' ? number(user.utility) : null,
      process,
      starts: startsOf(solved, route),
      transitions: transitionMatrix(game, route.variables.map(number)),
      expected: {
        success: number(user.success),
        attempts: optional(user.attempts),
        latency: optional(user.latency),
        utility: number(user.utility),
      },
    }
    const routes = solved.hidden?.equilibria[0]?.routes ?? null
    if (routes === null && user.reply.kind !== 'mixed') {
      return [{ ...player, reply: replyOf(user.reply, chain.states.length, number) }]
    }
    // A player of her own for each route and each reply that are drawn together.
    const replies = user.reply.kind === 'mixed' ? user.reply.parts : [{ share: null, reply: user.reply }]
    return (routes ?? [{ share: null, route }]).flatMap((each) =>
      replies.map(({ share, reply }): Player => {
        const mixed = routes === null ? {} : alongRoute(game, mapRoute(each.route, number))
        const one: Player = {
          ...player,
          ...mixed,
          weight:
            player.weight *
            (each.share === null ? 1 : number(each.share)) *
            (share === null ? 1 : number(share)),
          outside: reply.kind === 'outside' ? declaredAs.outside : null,
          reply: replyOf(reply, chain.states.length, number),
        }
        return { ...one, expected: expectedOf(one) }
      }),
    )
  })
  return {
    players,
    provider: { cost: number(provider.cost), serving: number(provider.serving), loss: number(provider.loss) },
    penalty: game.provider.penalty,
    states: chain.states.map(({ name }) => name),
    kinds: tasks.length === 0 ? [null] : tasks.map(({ name }) => name),
  }
}

/** Mixed only where users do not see the route. */
function startsOf<N>(
  { game: { arithmetic: ar, chain }, hidden }: SolvedGame<N>,
  route: Route<N>,
): readonly number[] {
  const mixed = hidden?.equilibria[0]?.starts
  return chain.states.map((_, state) => {
    const share = mixed?.[state]
    return share === undefined ? Number(state === route.start) : ar.toNumber(share)
  })
}

function mapRoute<N>({ start, variables }: Route<N>, number: (x: N) => number): Route<number> {
  return { start, variables: variables.map(number) }
}

/** Where a task begins and goes on one route. */
function alongRoute(
  game: Game<number>,
  { start, variables }: Route<number>,
): Pick<Player, 'starts' | 'transitions'> {
  return {
    starts: game.chain.states.map((_, state) => Number(state === start)),
    transitions: transitionMatrix(game, variables),
  }
}

/** What a task of a player comes to. */
function expectedOf({
  process,
  transitions,
  starts,
  reply,
  outside,
}: Omit<Player, 'expected'>): Player['expected'] {
  if (outside !== null) return { success: 0, attempts: 0, latency: 0, utility: outside }
  const parts =
    reply.kind === 'split'
      ? [
          { share: reply.staying, reply: { kind: 'stationary', persistence: 1 } as const },
          { share: 1 - reply.staying, reply: { kind: 'stationary', persistence: 0 } as const },
        ]
      : [{ share: 1, reply }]
  const found = parts.map((part) => {
    return { share: part.share, ...payoffs(process, transitions, starts, part.reply) }
  })
  const mean = (of: (part: (typeof found)[number]) => number | null): number | null =>
    found.some((part) => of(part) === null)
      ? null
      : found.reduce((sum, part) => sum + part.share * (of(part) ?? 0), 0)
  return {
    success: mean(({ success }) => success) ?? 0,
    attempts: mean(({ total }) => total),
    latency: mean(({ latency }) => latency),
    utility: mean(({ utility }) => utility) ?? 0,
  }
}

function replyOf<N>(reply: SolvedUser<N>['reply'], states: number, number: (x: N) => number): PlayedReply {
  switch (reply.kind) {
    case 'stationary': {
      const persistence = number(reply.persistence)
      return { kind: 'by-state', persistence: Array.from({ length: states }, () => persistence) }
    }
    case 'by-state':
      return {
        kind: 'by-state',
        persistence: reply.persistence.map((each) => (each === null ? 0 : number(each))),
      }
    case 'leaves-after':
      return reply
    case 'split':
      return { kind: 'split', staying: number(reply.staying) }
    case 'outside':
      return { kind: 'leaves-after', failures: 1 }
    case 'mean':
      throw new TypeError('types that are told as a mean cannot be played')
    case 'mixed':
      throw new TypeError('replies that are mixed are players of their own')
  }
}
