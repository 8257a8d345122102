import { unused } from '../diagnostics/warnings.ts'
import type { Compilation } from '../expressions/site.ts'

/** Warns of params and lets that nothing uses. */
export function warnOfUnused({ declarations, used, file: own, reporter }: Compilation): void {
  for (const { kind, name, node, file } of declarations.all) {
    // What a library offers and this game does not use is no mistake.
    if (file !== own) continue
    if ((kind.name !== 'param' && kind.name !== 'let') || used.has(name) || node.name === null) continue
    const notes = ['remove it, or use its name where its number is written out']
    const details = { label: 'not used', notes }
    reporter.report(unused, { kind: kind.name, name }, { file, span: node.name.span }, details)
  }
}
