import type { Quantity } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { isPlain, plain } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { originOf } from '../reporting/originOf.ts'
import { withoutGroup } from '../syntax/children.ts'
import type { VariableLimits } from '../vocabulary/define.ts'
import { quantityOf } from './quantityOf.ts'

/**
 * `0.3` (fixed) or `0.1 .. 0.5` (bounds) as the limits of a leader's variable; null where it is wrong.
 *
 * @param what - the field, for messages
 */
export function lowerProbabilityRange(what: string, node: Expr | null, site: Site): VariableLimits | null {
  if (node === null) return null
  const inner = withoutGroup(node)
  const [from, to] =
    inner.kind === 'binary' && inner.operator === '..' ? [inner.left, inner.right] : [node, null]
  const low = lowerProbability(what, from, site)
  const high = to === null ? low : lowerProbability(what, to, site)
  if (low === null || high === null) return null
  return { low: low.expression, high: high.expression, origin: originOf(placeAt(site, node)) }
}

function lowerProbability(what: string, node: Expr, site: Site): Quantity | null {
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (isPlain(typed.dimension)) return quantityOf(typed, site)
  reportWrongDimension(what, plain, typed, site)
  return null
}
