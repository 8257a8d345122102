import type { Param, Quantity } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { sameDimension } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import { quantityOf } from './lowerDefinitions.ts'

/** `in low .. high` of a param, null where there is none or it is wrong (which is reported). */
export function lowerBounds(compilation: Compilation, param: Param): Param['bounds'] {
  const declared = compilation.declarations.things.get(param.name)
  const within = declared?.node.within ?? null
  if (declared === undefined || within === null) return null
  const site = makeSite(compilation, null, declared.mended)
  const inner = withoutGroup(within)
  if (inner.kind !== 'binary' || inner.operator !== '..') {
    if (inner.kind === 'bad') return null
    const details = { notes: [`for example 'param ${param.name} = … in 0 .. 1'`] }
    const parameters = { wanted: "a range 'low .. high'", found: describeSort(within) }
    site.reporter.report(wrongSort, parameters, placeAt(site, within), details)
    return null
  }
  const [low, high] = [lowerBound(inner.left, param, site), lowerBound(inner.right, param, site)]
  return low === null || high === null ? null : { low, high }
}

function lowerBound(node: Expr, param: Param, site: Site): Quantity | null {
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (sameDimension(typed.dimension, param.value.dimension)) return quantityOf(typed, site)
  const place = site.compilation.declarations.things.get(param.name)?.node.value?.span
  reportWrongDimension(`param '${param.name}'`, param.value.dimension, typed, site, {
    secondary: place === undefined ? [] : [{ file: site.compilation.file, span: place, text: "the param's value" }],
  })
  return null
}
