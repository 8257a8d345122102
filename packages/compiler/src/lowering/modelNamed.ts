import type { Expr } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { reportUnknownName, reportWrongThing } from '../expressions/elaborateName.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'

/** The declaration of some kind that an expression names; null where it names none, which is reported. */
export function thingNamed(node: Expr, kind: string, site: Site): Declared | null {
  const inner = withoutGroup(node)
  if (inner.kind === 'bad') return null
  if (inner.kind !== 'name') {
    const parameters = { wanted: `the name of a ${kind}`, found: describeSort(inner) }
    const declare = inner.kind === 'call' ? [`declare it, 'menu name = …', and write its name here`] : []
    const written = site.file.text.slice(node.span.start, node.span.end)
    const broken = /^[\p{L}\p{Nd}_]+(?:[-.][\p{L}\p{Nd}_]+)+$/u.test(written)
    const notes = broken ? ["a name holds letters, digits and '_', and no '-' or '.'"] : []
    site.reporter.report(wrongSort, parameters, placeAt(site, node), {
      notes: kind === 'menu' ? declare : notes,
    })
    return null
  }
  const declared = site.compilation.declarations.things.get(inner.text)
  if (declared === undefined) {
    reportUnknownName(inner, kind, [kind], site)
    return null
  }
  if (declared.kind.name === kind) return declared
  reportWrongThing(inner, declared, kind, site)
  return null
}

/** The model that an expression names; null where it names none, which is reported. */
export function modelNamed(node: Expr, site: Site): Declared | null {
  return thingNamed(node, 'model', site)
}
