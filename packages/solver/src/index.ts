/**
 * `@plumbline/solver`: game instance to solution. Best responses, the provider's optimum, misalignment and
 * throttling; pure, without input or output.
 */
export type * from './leader/equilibrium.ts'
export { type PersistenceSet, persistenceIntervals } from './follower/persistence-set.ts'
export { solveLeader } from './leader/solve-leader.ts'
