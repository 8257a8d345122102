import type { Axis, Dimension, Sweep } from '@plumbline/game'
import type { EntryNode } from '@plumbline/parser'
import { repeatedField, wrongSort } from '../diagnostics/structure.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import { declaredAs, type Declared } from '../names/declarations.ts'
import { labelsOf, originOf } from '../reporting/originOf.ts'
import { axisTarget } from './axisTarget.ts'
import { axisValues } from './axisValues.ts'
import { spanOfPath } from './bindFields.ts'
import type { FieldNumber } from './elaborateFields.ts'

/** Makes the sweeps of the instance. Reports axes that move nothing, or over values of another dimension. */
export function lowerSweeps(compilation: Compilation, numbers: readonly FieldNumber[]): readonly Sweep[] {
  // What only a sweep uses is still unused.
  const apart: Compilation = { ...compilation, used: new Set(), uses: [] }
  return declaredAs(compilation.declarations, 'sweep').map((sweep) => ({
    ...labelsOf(sweep),
    axes: lowerAxes(apart, sweep, numbers),
  }))
}

function lowerAxes(
  compilation: Compilation,
  sweep: Declared,
  numbers: readonly FieldNumber[],
): readonly Axis[] {
  const seen = new Map<string, EntryNode>()
  const { block, recovered } = sweep.node
  if (block?.entries.length === 0 && !recovered) {
    const parameters = { wanted: 'at least one axis', found: 'an empty block' }
    const notes = ["for example 'churn: 0 USD .. 1 USD'"]
    compilation.reporter.report(wrongSort, parameters, { file: sweep.file, span: block.span }, { notes })
  }
  return (sweep.node.block?.entries ?? []).flatMap((entry): readonly Axis[] => {
    const site = makeSite(compilation, null, sweep.mended || entry.recovered, sweep.file)
    const path = entry.path.map(({ text }) => text).join('.')
    const first = seen.get(path)
    if (first !== undefined) {
      reportTwice(path, first, entry, site)
      return []
    }
    seen.set(path, entry)
    const axis = lowerAxis(path, entry, numbers, site)
    return axis === null ? [] : [axis]
  })
}

function lowerAxis(path: string, entry: EntryNode, numbers: readonly FieldNumber[], site: Site): Axis | null {
  const target = axisTarget(entry, numbers, site)
  if (entry.value === null) return null
  const dimension: Dimension | null = target?.dimension ?? null
  const values = axisValues(entry.value, path, dimension, site)
  if (target === null || values === null || dimension === null) return null
  if (target.name === null) {
    const parameters = { wanted: 'a number of the game', found: `'${path}', which has no number` }
    site.reporter.report(wrongSort, parameters, { file: site.file, span: spanOfPath(entry) })
    return null
  }
  return { path, target: target.name, values, dimension, origin: originOf(placeAt(site, entry)) }
}

function reportTwice(path: string, first: EntryNode, again: EntryNode, site: Site): void {
  const { file } = site
  site.reporter.report(
    repeatedField,
    { field: path },
    { file, span: spanOfPath(again) },
    { label: 'again here', secondary: [{ file, span: spanOfPath(first), text: 'given here' }] },
  )
}
