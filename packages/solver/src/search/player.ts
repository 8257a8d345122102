import type { Process } from '../process/process.ts'
import type { Row } from './box.ts'
import type { Amounts, Failures } from './sub-solution.ts'

/** One user's side of the game in floats. */
export interface Player {
  /** Share of the users. */
  readonly weight: number
  readonly rows: readonly Row[]
  readonly kinds: readonly PlayerKind[]
  /** `P`. */
  readonly penalty: number
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

/** The player of a process; attempts that only a user who counts them tells apart get stages of their own. */
export function playerOf(process: Process<number>, rows: readonly Row[], stages: number): Player {
  const { user, penalty, kinds, depth } = process
  const count = Math.max(stages, depth)
  return {
    weight: user.weight,
    rows,
    penalty,
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
        cost: unrolled.map((steps) => steps.map(({ netCost }) => netCost)),
      }
    }),
  }
}
