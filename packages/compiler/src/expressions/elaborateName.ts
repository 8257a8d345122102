import type { DiagnosticDetails, ImportNode, NameNode, SourceFile } from '@plumbline/parser'
import { unknownName, wrongThing } from '../diagnostics/names.ts'
import { type Declared, mayBeNameless, writableNames } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { importName } from '../fixes/import-name.ts'
import { didYouMean } from '../reporting/suggest.ts'
import { slipOf } from '../vocabulary/units/slips.ts'
import { elaborateUnit, reportUnknownUnit } from './elaborateNumber.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/** A name in a number's place: a param, a let, or one of a unit. */
export function elaborateName(node: NameNode, site: Site): Typed | null {
  const { vocabulary, declarations, values, used } = site.compilation
  const { text } = node
  const unit = vocabulary.units.get(text)
  if (unit !== undefined) return elaborateUnit(node, unit, site)
  const declared = declarations.things.get(text)
  if (declared !== undefined) {
    if (declared.kind.name !== 'param' && declared.kind.name !== 'let') {
      reportWrongThing(node, declared, 'number', site)
      return null
    }
    used.add(text)
    const purpose = site.random?.purpose ?? null
    if (purpose !== null) site.compilation.uses.push({ name: text, purpose, place: placeAt(site, node) })
    const dimension = values.get(text) ?? null
    return dimension && { term: { op: 'ref', name: text }, dimension, node }
  }
  if (slipOf(text) !== null && !declarations.lost.has(text)) {
    reportUnknownUnit(node, site)
    return null
  }
  reportUnknownName(node, 'number', ['param', 'let'], site)
  return null
}

/** Says that a name belongs to something of another kind. */
export function reportWrongThing(node: NameNode, declared: Declared, wanted: string, site: Site): void {
  if (declared.mended) return
  const name = declared.node.name
  site.reporter.report(wrongThing, { name: node.text, is: declared.kind.name, wanted }, placeAt(site, node), {
    label: `a ${declared.kind.name}`,
    secondary:
      name === null
        ? []
        : [
            {
              file: declared.file,
              span: name.span,
              text: `declared here, as a ${declared.kind.name}`,
            },
          ],
  })
}

/** How many unknown names are compared with those that there are: each costs as much as there are names. */
const mostSuggestions = 1000

/** Says that nothing declares a name, once for each name, and not where its declaration may have been lost. */
export function reportUnknownName(
  node: NameNode,
  wanted: string,
  kinds: readonly string[],
  site: Site,
): void {
  const { declarations, unknown } = site.compilation
  const { text } = node
  if (declarations.lost.has(text) || unknown.has(text)) return
  const candidates = unknown.size < mostSuggestions ? writableNames(declarations, kinds) : []
  const meant = nearest(text, candidates)
  if (mayBeNameless(declarations, kinds) && meant === null) return
  unknown.add(text)
  const offer = declarations.offered.get(text)
  if (offer !== undefined) {
    const details = offerOf(text, offer, site.compilation.file)
    site.reporter.report(unknownName, { name: text, wanted }, placeAt(site, node), details)
    return
  }
  const note = candidates.length === 0 ? [] : [`the file declares ${candidates.slice(0, 8).join(', ')}`]
  site.reporter.report(
    unknownName,
    { name: text, wanted },
    placeAt(site, node),
    didYouMean(site.file, node.span, meant, note),
  )
}

/** Says that an imported file has a name, and how to ask for it. */
function offerOf(name: string, { names, path }: ImportNode, file: SourceFile): DiagnosticDetails {
  const last = names?.at(-1)
  if (last === undefined || path === null) return {}
  return {
    label: 'declared, but not imported',
    notes: [`"${path.value}" declares it`],
    fixes: [importName(file, { after: last.span.end, name })],
  }
}
