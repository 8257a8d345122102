import { type BinaryNode, type Expr, type Fix, type Span, wrapInParentheses } from '@plumbline/parser'
import { unitAfterQuotient, unitBeforePower } from '../diagnostics/warnings.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/** Warns of two expressions that are read otherwise than they look: `4 s^2` and `2_400 tok / 65 tok/s`. */
export function warnOfTraps(node: BinaryNode, site: Site): void {
  const { left, right, operator } = node
  const text = ({ start, end }: Span): string => site.file.text.slice(start, end)
  if (operator === '^' && left.kind === 'number' && left.unit !== null) {
    const meant = `(${text(left.span)})${text({ start: left.span.end, end: node.span.end })}`
    site.reporter.report(unitBeforePower, { as: meant }, placeAt(site, node), {
      label: 'the unit belongs to the number',
      fixes: [wrapInParentheses(site.file, { span: left.span, within: node.span })],
    })
  }
  if (operator !== '/' || left.kind !== 'binary' || left.operator !== '/' || !isUnit(right, site)) return
  if (left.right.kind !== 'number' || left.right.unit === null) return
  const speed: Span = { start: left.right.span.start, end: right.span.end }
  site.reporter.report(
    unitAfterQuotient,
    { as: `(${text(left.span)}) / ${text(right.span)}` },
    placeAt(site, node),
    {
      label: `divided by '${text(left.right.span)}', then by '${text(right.span)}'`,
      fixes: [wrapInParentheses(site.file, { span: speed, surely: false })],
    },
  )
}

function isUnit(node: Expr, site: Site): boolean {
  const { vocabulary, declarations } = site.compilation
  return node.kind === 'name' && vocabulary.units.has(node.text) && !declarations.things.has(node.text)
}

/** Takes back the warnings of traps in a value that turns out to be wrong, for its error to say and mend instead. */
export function withdrawTraps(
  { node }: Typed,
  site: Site,
): { readonly notes: readonly string[]; readonly fixes: readonly Fix[] } {
  const codes = [unitBeforePower.code, unitAfterQuotient.code]
  const traps = site.reporter.withdraw(codes, placeAt(site, node))
  return {
    notes: traps.map(({ primary, message }) => {
      const text = primary === null ? '' : site.file.text.slice(primary.span.start, primary.span.end)
      return message.replace('this', `'${text}'`)
    }),
    fixes: traps.flatMap(({ fixes }) => fixes),
  }
}
