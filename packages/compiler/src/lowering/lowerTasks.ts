import type { Task } from '@plumbline/game'
import { plain } from '../dimensions/dimension.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { standIn } from './elaborateFields.ts'
import type { Filled } from './lowerModels.ts'

/** Makes a kind of task of the instance; without a weight its share is that of every other. */
export function lowerTask({ bound, quantities }: Filled): Task {
  return { ...labelsOf(bound.declared), weight: quantities.get('weight') ?? standIn(plain) }
}
