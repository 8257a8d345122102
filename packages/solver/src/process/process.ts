import type { Arithmetic, Game, NumericPerformance, NumericSequence, NumericUser } from '@plumbline/game'
import { netCost, netValue, servingCost } from '../chain/netValue.ts'

/** One attempt in a state of the chain, as one user and the provider see it. */
export interface Step<N> {
  /** `p`, in [0, 1]. */
  readonly success: N
  /** `a = 1 - p`. */
  readonly failure: N
  /** `t`. */
  readonly latency: N
  /** `c - f`: what the attempt costs the provider less what the user pays for it. */
  readonly serving: N
  /** `ξ = V p - κ t - f`: what the attempt is worth to the user. */
  readonly netValue: N
  /** `η = c - f - P p`: what it costs the provider, net of the churn that it averts. */
  readonly netCost: N
}

/** One hidden kind of task, unrolled over the attempts that differ. */
export interface ProcessKind<N> {
  /** Weights of a process sum to 1. */
  readonly weight: N
  /** `stages[k][i]`: attempt `k + 1` of the task, made in state `i`; the last stage stands for all further ones. */
  readonly stages: readonly (readonly Step<N>[])[]
}

/**
 * A game as one user plays it: an absorbing chain for each hidden kind of task, whose nodes are pairs of a stage
 * (the number of the attempt, as far as attempts differ) and a state of the menu's chain. A failure that the user
 * answers with a re-prompt leads from `(k, i)` to `(min(k + 1, last), j)` with the probability `K_ij` of the route.
 */
export interface Process<N> {
  readonly arithmetic: Arithmetic<N>
  /** How many states the menu's chain has. */
  readonly states: number
  /** Stages of every kind: 1 where all attempts are alike. */
  readonly depth: number
  /** One where all tasks are of one kind. */
  readonly kinds: readonly ProcessKind<N>[]
  /** `P`. */
  readonly penalty: N
  readonly user: NumericUser<N>
}

/** Where a task begins: the index of a state, or the probability of each. */
export type Start<N> = number | readonly N[]

/** The process of a game for one of its users. */
export function processOf<N>(game: Game<N>, user: NumericUser<N>): Process<N> {
  const { arithmetic: ar, chain, models, tasks, provider } = game
  const sequences = tasks.length === 0 ? 1 : tasks.length
  const modelAt = (state: number) => {
    const model = models[chain.states[state]?.model ?? -1]
    if (model === undefined) throw new RangeError(`no state ${String(state)} with a model`)
    return model
  }
  const sequenceAt = (state: number, kind: number): NumericSequence<N> =>
    modelAt(state).kinds[kind] ?? modelAt(state)
  const indices = chain.states.map((_, state) => state)
  const depth = Math.max(
    1,
    ...Array.from({ length: sequences }, (_, kind) => kind).flatMap((kind) =>
      indices.map((state) => sequenceAt(state, kind).later.length + 1),
    ),
  )
  const step = (performance: NumericPerformance<N>): Step<N> => ({
    success: performance.success,
    failure: ar.sub(ar.from(1), performance.success),
    latency: performance.latency,
    serving: servingCost(game, performance),
    netValue: netValue(game, performance, user),
    netCost: netCost(game, performance),
  })
  return {
    arithmetic: ar,
    states: indices.length,
    depth,
    penalty: provider.penalty,
    user,
    kinds: Array.from({ length: sequences }, (_, kind) => ({
      weight: tasks[kind]?.weight ?? ar.from(1),
      stages: Array.from({ length: depth }, (_, stage) =>
        indices.map((state) => step(performanceAt(sequenceAt(state, kind), stage))),
      ),
    })),
  }
}

/** The same process in another arithmetic, number by number. */
export function mapProcess<N, M>(
  process: Process<N>,
  arithmetic: Arithmetic<M>,
  convert: (n: N) => M,
): Process<M> {
  const step = (one: Step<N>): Step<M> => ({
    success: convert(one.success),
    failure: convert(one.failure),
    latency: convert(one.latency),
    serving: convert(one.serving),
    netValue: convert(one.netValue),
    netCost: convert(one.netCost),
  })
  const { user } = process
  return {
    arithmetic,
    states: process.states,
    depth: process.depth,
    penalty: convert(process.penalty),
    kinds: process.kinds.map(({ weight, stages }) => ({
      weight: convert(weight),
      stages: stages.map((steps) => steps.map(step)),
    })),
    user: {
      ...user,
      weight: convert(user.weight),
      value: convert(user.value),
      patience: convert(user.patience),
      outside: user.outside === null ? null : convert(user.outside),
      rationality: user.rationality === null ? null : convert(user.rationality),
    },
  }
}

/** The performance of the attempt `stage + 1` of a task. */
function performanceAt<N>(sequence: NumericSequence<N>, stage: number): NumericPerformance<N> {
  if (stage === 0 || sequence.later.length === 0) return sequence
  return sequence.later[Math.min(stage, sequence.later.length) - 1] ?? sequence
}
