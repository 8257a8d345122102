import type { Game, NumericModel } from '@plumbline/game'
import { netCost, netValue, servingCost } from './netValue.ts'
import { visits } from './visits.ts'

/** How a task is expected to go. */
export interface Course<N> {
  /** `n`: expected attempts in each state of the chain. */
  readonly attempts: readonly N[]
  /** `S`: the probability that the task is solved. */
  readonly success: N
  /** `L`: expected time that the user waits. */
  readonly latency: N
}

/** What is expected of one task, for both sides. */
export interface Outcome<N> extends Course<N> {
  /** `C`: expected cost of the attempts to the provider, less the prices paid for them. */
  readonly cost: N
  /** `U = Σ n ξ`: expected utility of the user. */
  readonly utility: N
  /** `J = P + Σ n η = C + P (1 − S)`: expected cost of the provider, churn included. */
  readonly providerCost: N
}

/**
 * The expected outcome of a task on a route, in any arithmetic: both sides' payoffs as sums over expected
 * attempts. For two models it is the chain of Mahmood, arXiv 2602.09902; it holds for any menu.
 *
 * @param user index of the user who plays.
 * @param start index of the state in which the task begins.
 * @param variables values of the leader's variables, in the chain's order.
 * @param persistence `r = 1 − q`, in [0, 1].
 * @throws RangeError when there is no such user, start or variable.
 */
export function outcome<N>(
  game: Game<N>,
  user: number,
  start: number,
  variables: readonly N[],
  persistence: N,
): Outcome<N> {
  const { arithmetic: ar, provider, users } = game
  const player = users[user]
  if (player === undefined) throw new RangeError(`no user ${String(user)}`)
  const course = courseOf(game, start, variables, persistence)
  const total = (perAttempt: (model: NumericModel<N>) => N) => expected(game, course.attempts, perAttempt)
  return {
    ...course,
    cost: total((model) => servingCost(game, model)),
    utility: total((model) => netValue(game, model, player)),
    providerCost: ar.add(
      provider.penalty,
      total((model) => netCost(game, model)),
    ),
  }
}

/** The part of {@link outcome} that is the same for both sides, with the same parameters. */
export function courseOf<N>(
  game: Game<N>,
  start: number,
  variables: readonly N[],
  persistence: N,
): Course<N> {
  const attempts = visits(game, variables, start, persistence)
  return {
    attempts,
    success: expected(game, attempts, (model) => model.success),
    latency: expected(game, attempts, (model) => model.latency),
  }
}

/** `Σ n_i x_i` over the states, with `x` of the state's model. */
function expected<N>(game: Game<N>, attempts: readonly N[], perAttempt: (model: NumericModel<N>) => N): N {
  const { arithmetic: ar, chain, models } = game
  const each = models.map(perAttempt)
  return attempts.reduce((total, n, state) => {
    const amount = each[chain.states[state]?.model ?? -1]
    return amount === undefined ? total : ar.add(total, ar.mul(n, amount))
  }, ar.from(0))
}
