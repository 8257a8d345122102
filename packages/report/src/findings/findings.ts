import type { FindingDefinition } from './finding.ts'
import { cascadeAtThreshold } from './cascade-at-threshold.ts'
import { churnDevice } from './churn-device.ts'
import { conflictOfOrders } from './conflict-of-orders.ts'
import { equallyGood } from './equally-good.ts'
import { notWorthStarting } from './not-worth-starting.ts'
import { outOfTheUsualOrder } from './out-of-the-usual-order.ts'
import { slowness } from './slowness.ts'
import { startThatDrivesOut } from './start-that-drives-out.ts'
import { unattained } from './unattained.ts'
import { undecidedUser } from './undecided-user.ts'
import { unmovedUser } from './unmoved-user.ts'

/** Findings about why the provider's route is what it is. */
export const routeFindings: readonly FindingDefinition[] = [
  churnDevice,
  startThatDrivesOut,
  cascadeAtThreshold,
  undecidedUser,
  unmovedUser,
  equallyGood,
  unattained,
]

/** Findings about whose interest the route serves. */
export const interestFindings: readonly FindingDefinition[] = [conflictOfOrders, notWorthStarting]

/** Findings about slowness on purpose. */
export const slownessFindings: readonly FindingDefinition[] = [slowness]

/** Findings about the menu itself. */
export const menuFindings: readonly FindingDefinition[] = [outOfTheUsualOrder]
