import type { Dimension } from '@plumbline/game'
import type { Fix, Label } from '@plumbline/parser'
import { wrongDimension } from '../diagnostics/dimensions.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { isPlain, money, sameDimension, time } from '../dimensions/dimension.ts'
import { addUnit } from '../fixes/add-unit.ts'
import { withoutGroup } from '../syntax/children.ts'
import { placeAt, type Site, type Typed } from './site.ts'
import { withdrawTraps } from './warnOfTraps.ts'

/**
 * Says that a value has the wrong dimension: what is wanted, what is there, and where the number comes from.
 *
 * @param what - the thing that has a dimension: `latency`, `param 'churn'`
 */
export function reportWrongDimension(
  what: string,
  wanted: Dimension,
  value: Typed,
  site: Site,
  more: { readonly notes?: readonly string[]; readonly secondary?: readonly Label[] } = {},
): void {
  const place = placeAt(site, value.node)
  const traps = withdrawTraps(value, site)
  const found = describeDimension(value.dimension)
  const parameters = { what, wanted: describeDimension(wanted), found }
  const by = declarationOf(value, site)
  site.reporter.report(wrongDimension, parameters, place, {
    label: by === null ? `${found}, written here` : found,
    secondary: [...(by === null ? [] : [by]), ...(more.secondary ?? [])],
    notes: [...traps.notes, ...(more.notes ?? [])],
    fixes: [...traps.fixes, ...missingUnit(wanted, value, site)],
  })
}

/** Where a value that is only a name gets its dimension. */
function declarationOf({ node, dimension }: Typed, { compilation }: Site): Label | null {
  const inner = withoutGroup(node)
  const declared = inner.kind === 'name' ? compilation.declarations.things.get(inner.text) : undefined
  const span = declared?.node.value?.span
  if (declared === undefined || span === undefined) return null
  return { file: declared.file, span, text: `'${declared.name}' is ${describeDimension(dimension)}` }
}

/** A bare number where money or a time is wanted most likely lacks its unit. */
function missingUnit(wanted: Dimension, { node, dimension }: Typed, site: Site): readonly Fix[] {
  if (node.kind !== 'number' || node.percent || !isPlain(dimension)) return []
  const currency = site.compilation.currency?.name ?? 'USD'
  const unit = sameDimension(wanted, money) ? currency : sameDimension(wanted, time) ? 's' : null
  return unit === null ? [] : [addUnit(site.file, { at: node.span.end, unit })]
}
