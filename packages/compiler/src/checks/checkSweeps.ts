import type { Dimension } from '@plumbline/game'
import type { EntryNode, Expr } from '@plumbline/parser'
import { unknownFunction, unknownParam } from '../diagnostics/names.ts'
import { unknownField, wrongArguments } from '../diagnostics/structure.ts'
import { plain, sameDimension } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import type { FieldNumber } from '../lowering/elaborateFields.ts'
import { spanOfPath } from '../lowering/bindFields.ts'
import { declaredAs, type Declared, mayBeNameless } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { withoutGroup } from '../syntax/children.ts'

/** Ways to space the values of an axis. */
const spacings = ['linear', 'geometric']

/** Checks the axes of sweeps: that each moves something, over values of its dimension. */
export function checkSweeps(compilation: Compilation, numbers: readonly FieldNumber[]): void {
  // What only a sweep uses is still unused.
  const apart: Compilation = { ...compilation, used: new Set() }
  for (const sweep of declaredAs(compilation.declarations, 'sweep')) {
    for (const entry of sweep.node.block?.entries ?? []) checkAxis(apart, sweep, entry, numbers)
  }
}

function checkAxis(
  compilation: Compilation,
  sweep: Declared,
  entry: EntryNode,
  numbers: readonly FieldNumber[],
): void {
  const site = makeSite(compilation, null, sweep.mended || entry.recovered)
  const wanted = dimensionOfAxis(entry, numbers, site)
  if (entry.value === null) return
  const what = entry.path.map(({ text }) => text).join('.')
  for (const { node, dimension } of valuesOf(entry.value, site)) {
    const typed = elaborate(node, site)
    const expected = dimension ?? wanted
    if (typed === null || expected === null || sameDimension(typed.dimension, expected)) continue
    reportWrongDimension(dimension === null ? what : 'the number of points', expected, typed, site)
  }
}

/** The dimension of what an axis moves; null where it is wrong, which is reported. */
function dimensionOfAxis(entry: EntryNode, numbers: readonly FieldNumber[], site: Site): Dimension | null {
  const { declarations, values } = site.compilation
  const [head, field, ...rest] = entry.path
  if (head === undefined) return null
  const place = { file: site.file, span: spanOfPath(entry) }
  const declared = declarations.things.get(head.text)
  if (field === undefined) {
    if (declared?.kind.name === 'param') return values.get(head.text) ?? null
    const params = declaredAs(declarations, 'param').map(({ name }) => name)
    const notes = params.length === 0 ? [] : [`params of the file: ${params.join(', ')}`]
    const is = declared?.kind.name ?? null
    if (declarations.lost.has(head.text) || declared?.mended === true) return null
    const meant = is === null ? nearest(head.text, params) : null
    if (mayBeNameless(declarations, ['param']) && meant === null) return null
    const parameters = { name: head.text, is }
    site.reporter.report(unknownParam, parameters, place, didYouMean(site.file, head.span, meant, notes))
    return null
  }
  if (declared === undefined) {
    const owners = ['model', 'user', 'provider', 'menu', 'verifier', 'task']
    if (declarations.lost.has(head.text) || mayBeNameless(declarations, owners)) return null
    const names = declarations.all.filter(({ kind }) => kind.fields.length > 0).map(({ name }) => name)
    const details = didYouMean(site.file, head.span, nearest(head.text, names))
    site.reporter.report(unknownParam, { name: head.text, is: null }, place, details)
    return null
  }
  const definition = declared.kind.fields.find(({ name }) => name === field.text)
  if (definition === undefined) {
    if (declared.mended) return null
    const fields = declared.kind.fields.map(({ name }) => name)
    const notes = fields.length === 0 ? [] : [`fields of a ${declared.kind.name} are ${listWords(fields)}`]
    const details = didYouMean(site.file, field.span, nearest(field.text, fields), notes)
    site.reporter.report(unknownField, { kind: declared.kind.name, field: field.text }, place, details)
    return null
  }
  if (rest.length > 0 || definition.name === 'escalation') return plain
  const number = numbers.find(
    ({ owner, definition: other }) => owner.declared === declared && other === definition,
  )
  return number?.typed?.dimension ?? null
}

/** The values that an axis is made of; a number of points is plain, all others are in what the axis moves. */
function valuesOf(
  node: Expr,
  site: Site,
): readonly { readonly node: Expr; readonly dimension: Dimension | null }[] {
  const axis = (value: Expr): { readonly node: Expr; readonly dimension: null } => ({
    node: value,
    dimension: null,
  })
  const inner = withoutGroup(node)
  if (inner.kind === 'binary' && inner.operator === '..') return [axis(inner.left), axis(inner.right)]
  if (inner.kind === 'list') return inner.items.map(axis)
  if (inner.kind !== 'call' || inner.callee.kind !== 'name') return [axis(node)]
  const { callee, args } = inner
  if (site.compilation.vocabulary.functions.has(callee.text)) return [axis(node)]
  if (!spacings.includes(callee.text)) {
    const details = didYouMean(site.file, callee.span, nearest(callee.text, spacings), [
      "an axis is a range, a list, 'linear(from, to, points)' or 'geometric(from, to, points)'",
    ])
    site.reporter.report(
      unknownFunction,
      { wanted: 'axis', name: callee.text },
      placeAt(site, callee),
      details,
    )
    return []
  }
  const [from, to, points] = args
  if (from === undefined || to === undefined || points === undefined || args.length > 3) {
    const parameters = { callee: callee.text, takes: 'three arguments', given: `${args.length} are given` }
    const details = { notes: [`for example '${callee.text}(0.05 USD, 2 USD, 200)'`] }
    site.reporter.report(wrongArguments, parameters, placeAt(site, inner), details)
    return []
  }
  return [axis(from.value), axis(to.value), { node: points.value, dimension: plain }]
}
