import type { AbandonmentBy, Game, GameInstance, ReplyShareEntry, UserEntry } from '@plumbline/game'
import { routeKey } from './route-entry.ts'
import type { SolvedGame, SolvedUser } from './solved.ts'

/** The users' side of a solved game: their replies, what these come to, and what they would rather have. */
export function userEntries<N>(instance: GameInstance, { game, users }: SolvedGame<N>): readonly UserEntry[] {
  const { arithmetic: ar } = game
  return users.map((solved, index): UserEntry => {
    const declared = game.users[index]
    if (declared === undefined) throw new TypeError('a solved user who is not in the game')
    const { latency, attempts, route, best } = solved
    const by = abandonmentBy(game, solved.reply)
    return {
      name: declared.name,
      label: instance.users[index]?.label ?? null,
      weight: ar.toNumber(declared.weight),
      regime: solved.regime,
      begins: begins(solved.reply),
      abandonment: abandonment(game, solved),
      abandonmentSet: setOf(game, solved),
      ...(solved.reply.kind === 'split' ? { staying: ar.toNumber(solved.reply.staying) } : {}),
      ...(solved.reply.kind === 'mixed' ? { mixture: mixtureOf(game, solved.reply.parts) } : {}),
      ...(by === null ? {} : { abandonmentBy: by }),
      success: ar.toNumber(solved.success),
      latency: latency === null ? null : ar.toNumber(latency),
      attempts: attempts === null ? null : ar.toNumber(attempts),
      ...(attempts === null ? { finite: false as const } : {}),
      utility: ar.toNumber(solved.utility),
      ...(route === null ? {} : { route: routeKey(game, route) }),
      best: { utility: ar.toNumber(best.utility), route: routeKey(game, best.route) },
      gap: ar.toNumber(solved.gap),
      ...populationEntry(solved),
    }
  })
}

/** Whether some of her tasks are begun. */
function begins<N>(reply: SolvedUser<N>['reply']): boolean {
  return reply.kind === 'mixed'
    ? reply.parts.some(({ reply: each }) => each.kind !== 'outside')
    : reply.kind !== 'outside'
}

function mixtureOf<N>(
  game: Game<N>,
  parts: Extract<SolvedUser<N>['reply'], { readonly kind: 'mixed' }>['parts'],
): readonly ReplyShareEntry[] {
  return parts.map(({ share, reply }) => {
    const by = abandonmentBy(game, reply)
    return {
      share: game.arithmetic.toNumber(share),
      begins: reply.kind !== 'outside',
      abandonment: reply.kind === 'stationary' ? leaves(game, reply.persistence) : null,
      ...(by === null ? {} : { abandonmentBy: by }),
    }
  })
}

function abandonment<N>(game: Game<N>, { reply }: SolvedUser<N>): number | null {
  if (reply.kind === 'stationary') return leaves(game, reply.persistence)
  return reply.kind === 'mean' && reply.abandonment !== null
    ? game.arithmetic.toNumber(reply.abandonment)
    : null
}

function populationEntry<N>({
  population,
}: SolvedUser<N>): Pick<UserEntry, 'types' | 'losing' | 'quantiles'> {
  if (population === null) return {}
  const { types, losing, quantiles } = population
  return { types, losing, quantiles }
}

function leaves<N>({ arithmetic: ar }: Game<N>, persistence: N): number {
  return ar.toNumber(ar.sub(ar.from(1), persistence))
}

function setOf<N>(game: Game<N>, { persistenceSet }: SolvedUser<N>): UserEntry['abandonmentSet'] {
  if (persistenceSet === null) return null
  return persistenceSet.map(({ from, to }) => [leaves(game, to), leaves(game, from)] as const).toReversed()
}

function abandonmentBy<N>(game: Game<N>, reply: SolvedUser<N>['reply']): AbandonmentBy | null {
  switch (reply.kind) {
    case 'stationary':
    case 'outside':
    case 'mean':
    case 'split':
    case 'mixed':
      return null
    case 'leaves-after':
      return { leavesAfter: reply.failures }
    case 'by-state': {
      const states = game.chain.states.map(({ name }, state) => {
        const persistence = reply.persistence[state]
        return [
          name,
          persistence === undefined || persistence === null ? null : leaves(game, persistence),
        ] as const
      })
      return { model: Object.fromEntries(states) }
    }
  }
}
