import type { BinaryNode, Expr, Span } from '@plumbline/parser'
import { unitAfterQuotient, unitBeforePower } from '../diagnostics/warnings.ts'
import { replacement } from '../reporting/suggest.ts'
import { placeAt, type Site } from './site.ts'

/** Warns of two expressions that are read otherwise than they look: `4 s^2` and `2_400 tok / 65 tok/s`. */
export function warnOfTraps(node: BinaryNode, site: Site): void {
  const { left, right, operator } = node
  const text = ({ start, end }: Span): string => site.file.text.slice(start, end)
  if (operator === '^' && left.kind === 'number' && left.unit !== null) {
    const meant = `(${text(left.span)})${text({ start: left.span.end, end: node.span.end })}`
    site.reporter.report(unitBeforePower, { as: meant }, placeAt(site, node), {
      label: 'the unit belongs to the number',
      fixes: [replacement(site.file, node.span, meant, `write '${meant}'`, true)],
    })
  }
  if (operator !== '/' || left.kind !== 'binary' || left.operator !== '/' || !isUnit(right, site)) return
  if (left.right.kind !== 'number' || left.right.unit === null) return
  const speed: Span = { start: left.right.span.start, end: right.span.end }
  site.reporter.report(unitAfterQuotient, { as: `(${text(left.span)}) / ${text(right.span)}` }, placeAt(site, node), {
    label: `divided by '${text(left.right.span)}', then by '${text(right.span)}'`,
    fixes: [replacement(site.file, speed, `(${text(speed)})`, `write '(${text(speed)})'`, false)],
  })
}

function isUnit(node: Expr, site: Site): boolean {
  const { vocabulary, declarations } = site.compilation
  return node.kind === 'name' && vocabulary.units.has(node.text) && !declarations.things.has(node.text)
}
