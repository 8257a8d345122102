import type { Process } from '../process/process.ts'
import type { Row } from './box.ts'
import { playerOf, type Player } from './player.ts'

/** How much a search minds the provider's cost and how much it likes the users' utility: it minimises `cost·J - utility·U`. */
export interface Weights {
  readonly cost: number
  readonly utility: number
}

/** The player of a process in a search that minds both sides. */
export function weightedPlayer(
  process: Process<number>,
  rows: readonly Row[],
  stages: number,
  { cost, utility }: Weights,
): Player {
  const kinds = process.kinds.map((kind) => ({
    ...kind,
    stages: kind.stages.map((steps) =>
      steps.map((step) => ({ ...step, netCost: cost * step.netCost - utility * step.netValue })),
    ),
  }))
  const penalty = cost * process.penalty
  const player = playerOf({ ...process, penalty, kinds }, rows, stages)
  return { ...player, absent: penalty - utility * (process.user.outside ?? 0) }
}
