import type { Quantity, Verifier } from '@plumbline/game'
import { plain } from '../dimensions/dimension.ts'
import type { Compilation } from '../expressions/site.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { standIn } from './elaborateFields.ts'
import { defaultOf, type Filled } from './lowerModels.ts'
import { reportMissing } from './reportMissing.ts'
import type { GameDimensions } from './settleDimensions.ts'

/** Makes a verifier of the instance. Reports missing fields. */
export function lowerVerifier(
  compilation: Compilation,
  { bound, quantities }: Filled,
  dimensions: GameDimensions,
): Verifier {
  const { declared, excused } = bound
  const { fields } = declared.kind
  reportMissing(
    compilation,
    declared,
    fields.filter(({ name, required }) => required && !excused.has(name)),
  )
  const quantity = (name: string): Quantity => {
    const field = fields.find((other) => other.name === name)
    const given = quantities.get(name)
    if (given) return given
    return !field?.default || excused.has(name) ? standIn(plain) : defaultOf(field, dimensions)
  }
  return {
    ...labelsOf(declared),
    passes: quantity('passes'),
    catches: quantity('catches'),
    latency: quantity('latency'),
    cost: quantity('cost'),
  }
}
