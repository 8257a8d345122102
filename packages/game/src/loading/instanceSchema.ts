import { instanceShape, namedShapes } from './instanceShape.ts'
import { jsonSchemaOf, type JsonSchema } from './jsonSchema.ts'

/**
 * The JSON Schema (draft 2020-12) of a compiled game, `plumbline/game@1`, made from the shape by which
 * {@link loadInstance} reads one. That names are known and indices within range no schema says: loading checks it.
 */
export function instanceSchema(): JsonSchema {
  return jsonSchemaOf(instanceShape, namedShapes, 'A compiled game, plumbline/game@1')
}
