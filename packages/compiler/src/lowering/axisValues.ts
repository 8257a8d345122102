import type { AxisValues, Dimension, Expression } from '@plumbline/game'
import type { CallNode, Expr } from '@plumbline/parser'
import { unknownFunction } from '../diagnostics/names.ts'
import { wrongArguments, wrongSort } from '../diagnostics/structure.ts'
import { outOfRange } from '../diagnostics/values.ts'
import { plain, sameDimension } from '../dimensions/dimension.ts'
import { asExpression } from '../expressions/asExpression.ts'
import { constantValue, isWhole, numberOf } from '../expressions/constantValue.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { nearest } from '../names/nearest.ts'
import { countGiven, didYouMean } from '../reporting/suggest.ts'
import { withoutGroup } from '../syntax/children.ts'
import { mostPoints, pointsOfRange, spacings } from '../vocabulary/axes.ts'

/**
 * The values of an axis: a range, a list, `linear(…)`, `geometric(…)`, or one value. Null where something is wrong.
 *
 * @param dimension what the values must be in; null where that is not known
 */
export function axisValues(
  node: Expr,
  what: string,
  dimension: Dimension | null,
  site: Site,
): AxisValues | null {
  const value = (one: Expr): Expression | null => valueOf(one, what, dimension, site)
  const inner = withoutGroup(node)
  if (inner.kind === 'binary' && inner.operator === '..') {
    // One mistake of both ends is said once.
    const from = value(inner.left)
    const to = from && value(inner.right)
    return from && to && { kind: 'linear', from, to, points: pointsOfRange }
  }
  if (inner.kind === 'list') {
    if (inner.items.length === 0) {
      const parameters = { wanted: 'at least one value', found: 'an empty list' }
      site.reporter.report(wrongSort, parameters, placeAt(site, inner))
      return null
    }
    const items = inner.items.map(value).filter((item) => item !== null)
    return items.length < inner.items.length ? null : { kind: 'list', items }
  }
  const isSpacing =
    inner.kind === 'call' &&
    inner.callee.kind === 'name' &&
    !site.compilation.vocabulary.functions.has(inner.callee.text)
  if (isSpacing) return spacedValues(inner, value, site)
  const only = value(node)
  return only && { kind: 'list', items: [only] }
}

function valueOf(node: Expr, what: string, dimension: Dimension | null, site: Site): Expression | null {
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (dimension === null || sameDimension(typed.dimension, dimension)) return asExpression(typed)
  reportWrongDimension(what, dimension, typed, site)
  return null
}

function spacedValues(
  node: CallNode,
  value: (node: Expr) => Expression | null,
  site: Site,
): AxisValues | null {
  const { callee, args } = node
  const name = callee.kind === 'name' ? callee.text : ''
  const spacing = spacings.find((each) => each.name === name)
  if (spacing === undefined) {
    const names = spacings.map((each) => each.name)
    const details = didYouMean(site.file, callee.span, nearest(name, names), [
      "an axis is a range, a list, 'linear(from, to, points)' or 'geometric(from, to, points)'",
    ])
    site.reporter.report(unknownFunction, { wanted: 'axis', name }, placeAt(site, callee), details)
    return null
  }
  const [first, second, third] = args
  if (first === undefined || second === undefined || third === undefined || args.length > 3) {
    const parameters = { callee: name, takes: 'three arguments', given: countGiven(args.length) }
    const details = { notes: [`for example '${spacing.example}'`] }
    site.reporter.report(wrongArguments, parameters, placeAt(site, node), details)
    return null
  }
  const from = value(first.value)
  const to = from && value(second.value)
  const points = pointsOf(third.value, site)
  if (from === null || to === null || points === null) return null
  if (spacing.name === 'geometric') {
    const wrong = [
      [from, first.value],
      [to, second.value],
    ] as const
    for (const [end, written] of wrong) {
      const constant = constantValue(end)
      if (constant === null || numberOf(constant) > 0) continue
      reportRange('an end of a geometric axis', String(numberOf(constant)), 'more than 0', written, site)
      return null
    }
  }
  return { kind: spacing.name, from, to, points }
}

function pointsOf(node: Expr, site: Site): number | null {
  const typed = elaborate(node, site)
  if (typed === null) return null
  if (!sameDimension(typed.dimension, plain)) {
    reportWrongDimension('the number of points', plain, typed, site)
    return null
  }
  const constant = constantValue(typed.term)
  const points = constant === null ? null : numberOf(constant)
  if (constant !== null && points !== null && isWhole(constant) && points >= 1 && points <= mostPoints) {
    return points
  }
  const found = points === null ? 'not a constant' : String(points)
  reportRange('the number of points', found, 'a whole number from 1 to 1,000,000,000', node, site)
  return null
}

function reportRange(what: string, value: string, range: string, node: Expr, site: Site): void {
  site.reporter.report(outOfRange, { what, value, range }, placeAt(site, node))
}
