/**
 * `@plumbline/solver`: game instance to solution. Best responses, the provider's optimum, misalignment and
 * throttling; pure, without input or output.
 */
export type * from './leader/equilibrium.ts'
export type { Reply } from './follower/reply-cells.ts'
export { type PersistenceSet, persistenceIntervals } from './follower/persistence-set.ts'
export { solveLeader } from './leader/solve-leader.ts'
export { type SolveResult, solve } from './document/solve.ts'
export {
  type CostCurve,
  type CostPicture,
  costOverPenalty,
  type EnvelopePiece,
} from './curves/cost-over-penalty.ts'
export {
  curvesOverEscalation,
  type EscalationPicture,
  type EscalationPiece,
  type EscalationPoint,
  type SecondStart,
} from './curves/curves-over-escalation.ts'
