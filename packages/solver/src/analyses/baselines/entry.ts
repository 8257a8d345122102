import { sum, type BaselineEntry, type BaselineUserEntry, type Game } from '@plumbline/game'
import type { BestReplies } from '../../follower/general/best-replies.ts'
import { weighted } from '../../general/announce.ts'
import type { Subject } from '../analysis.ts'
import type { Plan } from './exogenous.ts'
import { isAnnounceable } from './announceable.ts'

/** A policy as it was played: one reply of each user of the numeric game. */
export interface Played<N> {
  readonly name: BaselineEntry['name']
  /** Indices of models, in the order in which they are tried. */
  readonly models: readonly number[]
  /** By user of the numeric game: the model that she picks; null where the policy is one for all. */
  readonly picks: readonly number[] | null
  /** What was thought of it, where it was chosen as if nobody left. */
  readonly plan?: Plan<N>
  readonly replies: readonly BestReplies<N>[]
}

/** What a policy comes to, beside the equilibrium. */
export function baselineEntry<N>(subject: Subject<N>, played: Played<N>): BaselineEntry {
  const { name, models, picks, plan, replies } = played
  const { population, solved } = subject
  const { game } = population
  const { arithmetic: ar, provider } = game
  const mean = (of: (reply: BestReplies<N>) => N): N =>
    weighted(game, (_, index) => {
      const reply = replies[index]
      if (reply === undefined) throw new RangeError(`no user ${String(index)}`)
      return of(reply)
    })
  const zero = ar.from(0)
  const cost = mean(({ payoffs }) => payoffs.cost ?? zero)
  const success = mean(({ payoffs }) => payoffs.success)
  const utility = mean((reply) => reply.utility)
  const orders = picks === null ? [models] : models.map((model) => [model])
  return {
    name,
    models: models.map((model) => game.models[model]?.name ?? ''),
    allowed: orders.every((order) => isAnnounceable(game, order)),
    ...(plan === undefined
      ? {}
      : {
          believed: {
            worth: ar.toNumber(provider.penalty),
            quality: ar.toNumber(plan.quality),
            cost: ar.toNumber(plan.cost),
          },
        }),
    cost: ar.toNumber(cost),
    serving: ar.toNumber(mean(({ payoffs }) => payoffs.serving ?? zero)),
    loss: ar.toNumber(ar.mul(provider.penalty, ar.sub(ar.from(1), success))),
    success: ar.toNumber(success),
    utility: ar.toNumber(utility),
    gap: ar.toNumber(ar.sub(solved.bestUtility, utility)),
    users: userEntries(subject, played),
    price: ar.toNumber(ar.sub(cost, solved.provider.cost)),
  }
}

function userEntries<N>(
  { instance, population: { game, declared } }: Subject<N>,
  { replies, picks }: Played<N>,
): readonly BaselineUserEntry[] {
  return instance.users.map(({ name }, user): BaselineUserEntry => {
    const types = declared.flatMap((index, place) => {
      const reply = replies[place]
      const weight = game.users[place]?.weight
      const picked = game.models[picks?.[place] ?? -1]?.name ?? null
      return index !== user || reply === undefined || weight === undefined ? [] : [{ reply, weight, picked }]
    })
    const [first] = types
    const alike = types.every(({ picked }) => picked === first?.picked)
    return {
      name,
      ...(picks === null ? {} : { model: alike ? (first?.picked ?? null) : null }),
      abandonment: abandonmentOf(
        game,
        types.map(({ reply }) => reply),
      ),
      begins: types.some(({ reply }) => reply.chosen.kind !== 'outside'),
      utility: game.arithmetic.toNumber(meanUtility(game, types)),
    }
  })
}

/** The one number that all answer with, else null. */
function abandonmentOf<N>({ arithmetic: ar }: Game<N>, replies: readonly BestReplies<N>[]): number | null {
  const numbers = replies.map(({ chosen }) =>
    chosen.kind === 'stationary' ? ar.toNumber(ar.sub(ar.from(1), chosen.persistence)) : null,
  )
  const [first = null] = numbers
  return numbers.every((each) => each === first) ? first : null
}

function meanUtility<N>(
  { arithmetic: ar }: Game<N>,
  types: readonly { readonly reply: BestReplies<N>; readonly weight: N }[],
): N {
  const [first] = types
  if (types.length === 1 && first !== undefined) return first.reply.utility
  const total = sum(
    ar,
    types.map(({ reply, weight }) => ar.mul(weight, reply.utility)),
  )
  return ar.div(
    total,
    sum(
      ar,
      types.map(({ weight }) => weight),
    ),
  )
}
