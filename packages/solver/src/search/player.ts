import type { Process } from '../process/process.ts'
import type { Row } from './box.ts'

/** One user's side of the game in floats. Nodes are pairs of a stage and a state: `stage * states + state`. */
export interface Player {
  /** Share of the users. */
  readonly weight: number
  readonly rows: readonly Row[]
  readonly states: number
  readonly stages: number
  readonly nodes: number
  readonly kinds: readonly PlayerKind[]
  /** What every task costs before its attempts are counted: `P`. */
  readonly penalty: number
  /** What it costs where the user does not begin. */
  readonly absent: number
  /** `o`, null where the first attempt is always made. */
  readonly outside: number | null
  readonly sees: 'nothing' | 'model' | 'attempts'
}

/** One kind of task, by node. */
export interface PlayerKind {
  readonly weight: number
  /** `a`. */
  readonly failure: Float64Array
  /** `ξ`. */
  readonly worth: Float64Array
  /** `η`. */
  readonly cost: Float64Array
}

/**
 * Whose interest a search serves: the provider's, who pays `J = P + Σ n η`, or the users', for whom `-U = -Σ n ξ` takes the
 * place of a cost. In both a user replies as is best for her.
 */
export type Interest = 'provider' | 'users'

/**
 * Where a model never succeeds at a kind of task, a user who never leaves would try without end. Doubles see so many attempts
 * at most: whoever pays for them, in time or money, has lost more than by any other reply.
 */
const surestFailure = 1 - 1e-12

/** The player of a process; attempts that only a user who counts them tells apart get stages of their own. */
export function playerOf(
  process: Process<number>,
  rows: readonly Row[],
  stages: number,
  interest: Interest = 'provider',
): Player {
  const { user, penalty, kinds, depth, states } = process
  const count = Math.max(stages, depth)
  return {
    weight: user.weight,
    rows,
    states,
    stages: count,
    nodes: count * states,
    penalty: interest === 'provider' ? penalty : 0,
    absent: interest === 'provider' ? penalty : -(user.outside ?? 0),
    outside: user.outside,
    sees: user.sees,
    kinds: kinds
      .filter(({ weight }) => weight > 0)
      .map((kind) => {
        const steps = Array.from(
          { length: count },
          (_, stage) => kind.stages[Math.min(stage, depth - 1)] ?? [],
        ).flat()
        return {
          weight: kind.weight,
          failure: Float64Array.from(steps, ({ failure }) => Math.min(failure, surestFailure)),
          worth: Float64Array.from(steps, ({ netValue }) => netValue),
          cost: Float64Array.from(steps, ({ netCost, netValue }) =>
            interest === 'provider' ? netCost : -netValue,
          ),
        }
      }),
  }
}
