import type { Dimension, Menu, SolutionValue } from '@plumbline/game'
import { noCondition, unknownSolutionName } from '../diagnostics/asserts.ts'
import { wrongSort } from '../diagnostics/structure.ts'
import { isAlone, resolveSolutionName, type ResolvedName } from './resolveSolutionName.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site, type Typed } from '../expressions/site.ts'
import { sameDimension } from '../dimensions/dimension.ts'
import type { GameDimensions } from '../lowering/settleDimensions.ts'
import type { Expr } from '@plumbline/parser'
import { describeDimension } from '../dimensions/describeDimension.ts'

/** Where an assert stands: its expressions may also name what the solved game offers. */
export interface AssertSite {
  readonly site: Site
  /** Whether the assert has so far named nothing that must be solved for. */
  readonly isPlain: () => boolean
  /** The name of the solution that an expression is; null where it is none, `wrong` where that is reported. */
  readonly nameOf: (node: Expr) => ResolvedName | 'wrong' | null
}

/** The site of one assert. */
export function assertSite(
  compilation: Compilation,
  dimensions: GameDimensions,
  menu: Menu | null,
  mended: boolean,
): AssertSite {
  let plain = true
  const nameOf = (node: Expr): ResolvedName | 'wrong' | null => {
    if (node.kind !== 'member' && (node.kind !== 'name' || !isAlone(node.text))) return null
    const resolved = resolveSolutionName(node, menu, site)
    if (resolved === null) return 'wrong'
    if (!resolved.name.plain) plain = false
    return resolved
  }
  const site: Site = {
    ...makeSite(compilation, null, mended, compilation.file),
    alone: isAlone,
    member: (node) => {
      const resolved = nameOf(node)
      return resolved === null || resolved === 'wrong' ? null : numberOf(node, resolved, dimensions, site)
    },
  }
  return { site, isPlain: () => plain, nameOf }
}

function numberOf(
  node: Expr,
  { path, name }: ResolvedName,
  dimensions: GameDimensions,
  site: Site,
): Typed | null {
  const { value } = name
  if (value === 'yes-or-no' || value === 'model' || value === 'regime') {
    const found = value === 'yes-or-no' ? 'yes or no' : 'a word'
    site.reporter.report(wrongSort, { wanted: 'a number', found }, placeAt(site, node))
    return null
  }
  if (path[0] === 'welfare' && !unitsAgree(dimensions)) {
    const units = dimensions.utility === null || dimensions.cost === null ? null : dimensions
    if (units === null) return null
    const notes = [
      `welfare is the users' utility less the provider's cost, and here utility is ${describeDimension(dimensions.utility ?? {})} and cost is ${describeDimension(dimensions.cost ?? {})}`,
    ]
    site.reporter.report(unknownSolutionName, { path: 'welfare' }, placeAt(site, node), { notes })
    return null
  }
  const dimension = dimensionOf(value, dimensions)
  return dimension && { term: { op: 'solution', path }, dimension, node }
}

function unitsAgree({ utility, cost }: GameDimensions): boolean {
  return utility !== null && cost !== null && sameDimension(utility, cost)
}

function dimensionOf(
  value: Exclude<SolutionValue, 'yes-or-no' | 'model' | 'regime'>,
  dimensions: GameDimensions,
): Dimension | null {
  return value === 'plain' ? {} : dimensions[value]
}

/** Says that a condition is expected. */
export function reportNoCondition(node: Expr, found: string, site: Site): null {
  site.reporter.report(noCondition, { found }, placeAt(site, node), {
    notes: ["for example 'developer.gap <= 0.05 USD', or 'throttling.pays'"],
  })
  return null
}
