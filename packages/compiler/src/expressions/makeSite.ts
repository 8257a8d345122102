import type { SourceFile } from '@plumbline/parser'
import { solutionOutsideAssert } from '../diagnostics/names.ts'
import { silent } from '../reporting/reporter.ts'
import { pathOf } from '../syntax/children.ts'
import { placeAt, type Compilation, type RandomPlace, type Site } from './site.ts'

/**
 * Where an expression stands that is no assert.
 *
 * @param random - what spreads written there become
 * @param mended - whether the parser had to mend what surrounds it, so that nothing is reported
 */
export function makeSite(
  compilation: Compilation,
  random: RandomPlace | null,
  mended: boolean,
  file: SourceFile,
): Site {
  const site: Site = {
    compilation,
    file,
    reporter: mended ? silent : compilation.reporter,
    random,
    alone: () => false,
    member: (node) => {
      const path = pathOf(node)?.join('.') ?? 'a dotted name'
      site.reporter.report(solutionOutsideAssert, { path }, placeAt(site, node), {
        notes: ["a number that several places need is a 'let' that they all use"],
      })
      return null
    },
  }
  return site
}
