import type { Param } from '@plumbline/game'
import { walk } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { sameDimension } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Compilation, type Site, type Typed } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import { quantityOf } from './quantityOf.ts'

/** Bounds of a param; `wrong-value` where its bounds agree with one another and not with its value. */
export type LoweredBounds = Param['bounds'] | 'wrong-value'

/** `in low .. high` of a param, null where there is none or it is wrong (which is reported). */
export function lowerBounds(compilation: Compilation, param: Param): LoweredBounds {
  const declared = compilation.declarations.things.get(param.name)
  const within = declared?.node.within
  if (!declared || !within) return null
  const site = makeSite(compilation, null, declared.mended, declared.file)
  const inner = withoutGroup(within)
  if (inner.kind !== 'binary' || inner.operator !== '..') {
    if (inner.kind === 'bad') return null
    const details = { notes: [`for example 'param ${param.name} = … in 0 .. 1'`] }
    const parameters = { wanted: "a range 'low .. high'", found: describeSort(within) }
    site.reporter.report(wrongSort, parameters, placeAt(site, within), details)
    return null
  }
  const [low, high] = [elaborate(inner.left, site), elaborate(inner.right, site)]
  if (low === null || high === null) return null
  return checkBounds(param, declared, low, high, site)
}

/** Whether the bounds of a param may be elaborated already: all names in it have been. */
export function areBoundsReady({ values, declarations }: Compilation, { node }: Declared): boolean {
  if (node.within === null) return true
  return [...walk(node.within)].every((inner) => {
    const name = inner.kind === 'name' ? inner.text : inner.kind === 'number' ? inner.unit?.text : undefined
    if (name === undefined || values.has(name)) return true
    return !declarations.things.has(name) && !declarations.rates.has(name)
  })
}

function checkBounds(
  { name, value: { dimension, expression } }: Param,
  { node }: Declared,
  low: Typed,
  high: Typed,
  site: Site,
): LoweredBounds {
  const what = `param '${name}'`
  const { file } = site
  const agrees = (bound: Typed): boolean => sameDimension(bound.dimension, dimension)
  if (agrees(low) && agrees(high)) return { low: quantityOf(low, site), high: quantityOf(high, site) }
  if (node.value !== null && node.within !== null && sameDimension(low.dimension, high.dimension)) {
    const value: Typed = { term: expression, dimension, node: node.value }
    const text = `its bounds are ${describeDimension(low.dimension)}`
    const secondary = [{ file, span: node.within.span, text }]
    reportWrongDimension(what, low.dimension, value, site, { secondary })
    return 'wrong-value'
  }
  const wrong = agrees(low) ? high : low
  const secondary = node.value === null ? [] : [{ file, span: node.value.span, text: "the param's value" }]
  reportWrongDimension(what, dimension, wrong, site, { secondary })
  return null
}
