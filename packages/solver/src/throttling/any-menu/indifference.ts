import { compare, type Game } from '@plumbline/game'
import { transitionMatrix } from '../../chain/transitionMatrix.ts'
import type { FullReply } from '../../follower/general/favourites.ts'
import type { Posed } from '../../general/posed.ts'
import type { Route } from '../../leader/equilibrium.ts'
import { payoffs } from '../../process/payoffs.ts'
import type { Process } from '../../process/process.ts'
import type { UserReply } from '../../process/reply.ts'
import type { ModelDelays } from './delays.ts'

/** A fixed reply to a route: what it is worth while nothing is slowed, and the attempts that slowing takes from. */
interface Plan<N> {
  readonly utility: N
  /** By model. */
  readonly attempts: readonly N[]
}

/**
 * Delays of one model, the others' held, at which some user is as well off by one fixed reply as by another: those of leaving
 * at once, of never leaving, of not beginning, and those that are told. Utilities fall in a straight line with a delay,
 * `U(δ) = U - κ Σ n_i δ_i`, so that each is a quotient.
 *
 * @param posed the game before anything is slowed
 * @param told of each user replies to look at as well
 * @returns positive delays, ascending
 */
export function indifferences<N>(
  { game, processes }: Posed<N>,
  route: Route<N>,
  delays: ModelDelays<N>,
  model: number,
  told: readonly FullReply<N>[] = [],
): readonly N[] {
  const { arithmetic: ar } = game
  const transitions = transitionMatrix(game, route.variables)
  const found = processes.flatMap((process, index) => {
    const { patience } = process.user
    if (ar.sign(patience) === 0) return []
    const reply = told[index]
    const replies = [
      ...simplest(process),
      ...(reply === undefined || reply.kind === 'outside' ? [] : [reply]),
    ]
    const plans = [
      ...outsidePlan(game, process),
      ...replies.flatMap((each) => planOf(game, process, transitions, route.start, each)),
    ]
    const worth = ({ utility, attempts }: Plan<N>): N =>
      attempts.reduce(
        (left, n, at) =>
          at === model ? left : ar.sub(left, ar.mul(ar.mul(patience, n), delays[at] ?? ar.from(0))),
        utility,
      )
    return plans.flatMap((one, place) =>
      plans.slice(place + 1).flatMap((other) => {
        const more = ar.sub(one.attempts[model] ?? ar.from(0), other.attempts[model] ?? ar.from(0))
        if (ar.sign(more) === 0) return []
        const delay = ar.div(ar.sub(worth(one), worth(other)), ar.mul(patience, more))
        return ar.sign(delay) > 0 ? [delay] : []
      }),
    )
  })
  return found.toSorted((one, other) => compare(ar, one, other))
}

function simplest<N>({ arithmetic: ar, user, states }: Process<N>): readonly UserReply<N>[] {
  switch (user.sees) {
    case 'nothing':
      return [0, 1].map((r) => ({ kind: 'stationary', persistence: ar.from(r) }))
    case 'model':
      return [0, 1].map((r) => {
        return { kind: 'by-state', persistence: Array.from({ length: states }, () => ar.from(r)) }
      })
    case 'attempts':
      return [1, null].map((failures) => ({ kind: 'leaves-after', failures }))
  }
}

function outsidePlan<N>({ arithmetic: ar, models }: Game<N>, { user }: Process<N>): readonly Plan<N>[] {
  return user.outside === null ? [] : [{ utility: user.outside, attempts: models.map(() => ar.from(0)) }]
}

/** None for a reply without end. */
function planOf<N>(
  { arithmetic: ar, chain, models }: Game<N>,
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: number,
  reply: UserReply<N>,
): readonly Plan<N>[] {
  const { utility, attempts } = payoffs(process, transitions, start, reply)
  if (utility === null || attempts === null) return []
  const byModel = models.map((_, model) =>
    chain.states.reduce(
      (sum, state, index) => (state.model === model ? ar.add(sum, attempts[index] ?? ar.from(0)) : sum),
      ar.from(0),
    ),
  )
  return [{ utility, attempts: byModel }]
}
