/**
 * `@plumbline/solver`: game instance to solution. Best responses, the provider's optimum, misalignment and
 * throttling; pure, without input or output.
 */
export type * from './leader/equilibrium.ts'
export type { Reply } from './follower/reply-cells.ts'
export { type PersistenceSet, persistenceIntervals } from './follower/persistence-set.ts'
export type { PopulationOptions } from './population/types.ts'
export { solveLeader } from './leader/solve-leader.ts'
export type { Analysis } from './analyses/analysis.ts'
export { analyses } from './analyses/registry.ts'
export { type SolveOptions, type SolveResult, solve } from './document/solve.ts'
export { type Contour } from './maps/contours.ts'
export { type Behaviour, type Extent, type Regime } from './maps/regime.ts'
export { type MapAxis, shareOf, valueAt } from './maps/map-axis.ts'
export {
  type LineResult,
  type LinePoint,
  type LineStretch,
  regimeLine,
  type RegimeLine,
} from './maps/regime-line.ts'
export {
  type MapOptions,
  type MapRegion,
  type MapResult,
  type MapValue,
  regimeMap,
  type RegimeMap,
} from './maps/regime-map.ts'
export { type Place } from './maps/trace-regions.ts'
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
export { solveManyTypes } from './population/two-models/in-bulk.ts'
export type { BulkTypes } from './population/two-models/people-in-bulk.ts'
export type { Announced } from './population/two-models/announced.ts'
export type { Announcement } from './population/two-models/replies.ts'
export type { Side } from './population/two-models/exact-cost.ts'
export type { PopulationLimits, PopulationOptimum } from './population/two-models/solve-population.ts'
export { type AxisValue, type NumberedAxis } from './sweeps/axis-values.ts'
export type { Cell, SweepColumn } from './sweeps/columns.ts'
export { sweepTable, type SweepResult, type SweepRow, type SweepTable } from './sweeps/sweep-table.ts'
export {
  prepareSimulation,
  simulate,
  type SimulatedQuantity,
  type Simulation,
  type SimulationDocument,
  type SimulationResult,
  type ToldAttempt,
  type ToldTask,
} from './simulation/simulate.ts'
export type { SimulationSize, TaskTally, UserTally } from './simulation/blocks.ts'
export type { Tally } from './simulation/tally.ts'
export type { SearchOptions } from './search/limits.ts'
export type { SearchState } from './search/branch-and-bound.ts'
