import type { Expr } from '@plumbline/parser'
import { brokenDefinition } from '../diagnostics/extensions.ts'
import type { Extension } from '../vocabulary/define.ts'
import { placeAt, type Site } from './site.ts'

/**
 * What a definition of the vocabulary makes of a call's arguments. Null where its code throws, or makes something that
 * has a flaw; that is reported at the call, since nothing else of the game is to blame.
 *
 * @param flawOf - what is wrong with what was made, in words; null where nothing is
 */
export function makeByDefinition<T>(
  { defines, name }: Extension,
  make: () => T,
  flawOf: (made: T) => string | null,
  { node, site }: { readonly node: Expr; readonly site: Site },
): T | null {
  let flaw: string | null
  try {
    const made = make()
    flaw = flawOf(made)
    if (flaw === null) return made
  } catch (error) {
    flaw = `it throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`
  }
  site.reporter.report(brokenDefinition, { word: defines, name }, placeAt(site, node), { notes: [flaw] })
  return null
}
