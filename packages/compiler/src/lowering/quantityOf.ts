import type { Quantity } from '@plumbline/game'
import { asExpression } from '../expressions/asExpression.ts'
import { placeAt, type Site, type Typed } from '../expressions/site.ts'
import { originOf } from '../reporting/originOf.ts'

/** A typed value with its origin. */
export function quantityOf(typed: Typed, site: Site): Quantity {
  return {
    expression: asExpression(typed),
    dimension: typed.dimension,
    origin: originOf(placeAt(site, typed.node)),
  }
}
