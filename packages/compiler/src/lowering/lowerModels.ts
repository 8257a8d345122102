import type { Model, Quantity } from '@plumbline/game'
import { definedByItself, unknownFunction } from '../diagnostics/names.ts'
import { notAvailable } from '../diagnostics/solving.ts'
import { wrongSort } from '../diagnostics/structure.ts'
import { plain } from '../dimensions/dimension.ts'
import { reportUnknownName, reportWrongThing } from '../expressions/elaborateName.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { didYouMean } from '../reporting/suggest.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import type { FieldDefinition } from '../vocabulary/define.ts'
import type { BoundFields } from './bindFields.ts'
import { standIn } from './elaborateFields.ts'
import { reportMissing } from './reportMissing.ts'
import { dimensionOfRole, type GameDimensions } from './settleDimensions.ts'

/** A declaration with the quantities of its fields; null for a number that is wrong. */
export interface Filled {
  readonly bound: BoundFields
  readonly quantities: ReadonlyMap<string, Quantity | null>
}

/** What a model is copied from: a declaration, nothing (`none`), or something that is wrong or not available. */
type Original = Declared | 'none' | 'lost'

/**
 * Makes the models of the instance. A copy (`model b = a { … }`) has the fields of its original but for its own.
 * Reports fields that are missing, originals that are none, and models that are copies of themselves.
 */
export function lowerModels(
  compilation: Compilation,
  filled: readonly Filled[],
  dimensions: GameDimensions,
): readonly Model[] {
  const originals = new Map(
    filled.map((model) => [model.bound.declared, originalOf(compilation, model.bound.declared)]),
  )
  const byDeclared = new Map(filled.map((model) => [model.bound.declared, model]))
  reportCopyCycles(compilation, originals)
  return filled.map(({ bound }) => {
    const { declared } = bound
    const line = [...ancestry(declared, originals)]
    const excused = line.some((ancestor) => {
      const original = originals.get(ancestor)
      return (
        original === undefined ||
        original === 'lost' ||
        ancestor.mended ||
        byDeclared.get(ancestor) === undefined
      )
    })
    const cyclic = typeof originals.get(line.at(-1) ?? declared) === 'object'
    const find = (field: FieldDefinition): Quantity | null | undefined => {
      for (const ancestor of line) {
        const found = byDeclared.get(ancestor)
        if (found?.quantities.has(field.name) === true) return found.quantities.get(field.name) ?? null
        if (found?.bound.excused.has(field.name) === true) return null
      }
      return undefined
    }
    if (!excused && !cyclic) {
      const missing = declared.kind.fields.filter((field) => field.required && find(field) === undefined)
      if (originals.get(declared) === 'none') reportMissing(compilation, declared, missing)
    }
    const quantity = (name: string): Quantity => {
      const field = declared.kind.fields.find((other) => other.name === name)
      if (field === undefined) throw new TypeError(`a model without the field '${name}'`)
      const given = find(field)
      if (given) return given
      return given === undefined && field.default !== null ? defaultOf(field, dimensions) : standIn(plain)
    }
    return {
      ...labelsOf(compilation.file, declared),
      success: quantity('success'),
      latency: quantity('latency'),
      cost: quantity('cost'),
      price: quantity('price'),
      later: [],
      kinds: [],
    }
  })
}

/** The default of a field as a quantity that nobody wrote. */
export function defaultOf(field: FieldDefinition, dimensions: GameDimensions): Quantity {
  const role = field.value.kind === 'quantity' ? field.value.role : 'plain'
  const dimension = dimensionOfRole(role, dimensions) ?? plain
  return { expression: { op: 'number', value: field.default ?? '0' }, dimension, origin: null }
}

/** A model and what it is a copy of, and so on, each once. */
function ancestry(declared: Declared, originals: ReadonlyMap<Declared, Original>): ReadonlySet<Declared> {
  const line = new Set([declared])
  for (
    let next = originals.get(declared);
    typeof next === 'object' && !line.has(next);
    next = originals.get(next)
  ) {
    line.add(next)
  }
  return line
}

function originalOf(compilation: Compilation, declared: Declared): Original {
  const { node, mended } = declared
  if (node.value === null) return mended && node.block === null ? 'lost' : 'none'
  const site = makeSite(compilation, null, mended)
  const value = withoutGroup(node.value)
  if (value.kind === 'call' && value.callee.kind === 'name') {
    reportCombinator(value.callee, site)
    return 'lost'
  }
  if (value.kind !== 'name') {
    if (value.kind === 'bad') return 'lost'
    const parameters = { wanted: 'the name of another model', found: describeSort(value) }
    site.reporter.report(wrongSort, parameters, placeAt(site, value), {
      notes: [
        "a model's numbers stand between braces: 'model name { success: 62%, latency: 4 s, cost: 0.002 USD }'",
      ],
    })
    return 'lost'
  }
  const original = compilation.declarations.things.get(value.text)
  if (original === undefined) {
    reportUnknownName(value, 'model', ['model'], site)
    return 'lost'
  }
  if (original.kind.name === 'model') return original
  reportWrongThing(value, original, 'model', site)
  return 'lost'
}

function reportCombinator(
  callee: { readonly text: string; readonly span: Declared['node']['span'] },
  site: Site,
): void {
  const { vocabulary } = site.compilation
  const combinators = [...vocabulary.later.values()].filter(({ of }) => of === 'models')
  const known = combinators.find(({ name }) => name === callee.text)
  if (known !== undefined) {
    const details = { notes: [`${known.name} ${known.doc}: '${known.example}'`] }
    site.reporter.report(notAvailable, { what: known.later }, placeAt(site, callee), details)
    return
  }
  const names = combinators.map(({ name }) => name)
  const details = didYouMean(site.file, callee.span, nearest(callee.text, names), [
    `a model is combined from others by ${names.join(', ')}`,
  ])
  site.reporter.report(
    unknownFunction,
    { wanted: 'combination of models', name: callee.text },
    placeAt(site, callee),
    details,
  )
}

function reportCopyCycles({ file, reporter }: Compilation, originals: ReadonlyMap<Declared, Original>): void {
  const reported = new Set<Declared>()
  for (const declared of originals.keys()) {
    const line = [...ancestry(declared, originals)]
    const last = line.at(-1)
    const back = last === undefined ? undefined : originals.get(last)
    if (typeof back !== 'object' || line.some((model) => reported.has(model))) continue
    const round = line.slice(line.indexOf(back))
    for (const model of round) reported.add(model)
    const span = back.node.value?.span ?? back.node.span
    if (round.some(({ mended }) => mended)) continue
    const cycle = [...round, back].map(({ name }) => name)
    reporter.report(definedByItself, { cycle }, { file, span }, { label: `a copy of '${cycle[1] ?? ''}'` })
  }
}
