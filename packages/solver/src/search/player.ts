import type { Process } from '../process/process.ts'
import type { Row } from './box.ts'
import type { Amounts, Failures } from './sub-solution.ts'

/** One user's side of the game in floats. */
export interface Player {
  /** Share of the users. */
  readonly weight: number
  readonly rows: readonly Row[]
  readonly kinds: readonly PlayerKind[]
  /** What every task costs before its attempts are counted: `P`. */
  readonly penalty: number
  /** What it costs where the user does not begin. */
  readonly absent: number
  /** `o`, null where the first attempt is always made. */
  readonly outside: number | null
  readonly sees: 'nothing' | 'model' | 'attempts'
}

export interface PlayerKind extends Failures {
  readonly weight: number
  /** `ξ` by stage and state. */
  readonly worth: Amounts
  /** `η` by stage and state. */
  readonly cost: Amounts
}

/**
 * Whose interest a search serves: the provider's, who pays `J = P + Σ n η`, or the users', for whom `-U = -Σ n ξ` takes the
 * place of a cost. In both a user replies as is best for her.
 */
export type Interest = 'provider' | 'users'

/** The player of a process; attempts that only a user who counts them tells apart get stages of their own. */
export function playerOf(
  process: Process<number>,
  rows: readonly Row[],
  stages: number,
  interest: Interest = 'provider',
): Player {
  const { user, penalty, kinds, depth } = process
  const count = Math.max(stages, depth)
  return {
    weight: user.weight,
    rows,
    penalty: interest === 'provider' ? penalty : 0,
    absent: interest === 'provider' ? penalty : -(user.outside ?? 0),
    outside: user.outside,
    sees: user.sees,
    kinds: kinds.map((kind) => {
      const unrolled = Array.from(
        { length: count },
        (_, stage) => kind.stages[Math.min(stage, depth - 1)] ?? [],
      )
      return {
        weight: kind.weight,
        stages: unrolled.map((steps) => steps.map(({ failure }) => failure)),
        worth: unrolled.map((steps) => steps.map(({ netValue }) => netValue)),
        cost: unrolled.map((steps) =>
          steps.map(({ netCost, netValue }) => (interest === 'provider' ? netCost : -netValue)),
        ),
      }
    }),
  }
}
