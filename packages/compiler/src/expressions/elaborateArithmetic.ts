import { describeDimension } from '../dimensions/describeDimension.ts'
import {
  isPlain,
  overDimension,
  plain,
  raiseDimension,
  sameDimension,
  timesDimension,
} from '../dimensions/dimension.ts'
import { unlikeDimensions, wrongExponent } from '../diagnostics/dimensions.ts'
import type { BinaryNode } from '@plumbline/parser'
import { constantValue, numberOf } from './constantValue.ts'
import { placeAt, type Site, type Typed } from './site.ts'
import { warnOfTraps, withdrawTraps } from './warnOfTraps.ts'

/** Says that two values cannot meet, with a label at each. */
export function reportUnlike(doing: string, left: Typed, right: Typed, site: Site): void {
  const place = placeAt(site, right.node)
  const traps = [withdrawTraps(left, site), withdrawTraps(right, site)]
  const [found, other] = [describeDimension(right.dimension), describeDimension(left.dimension)]
  site.reporter.report(unlikeDimensions, { doing, left: other, right: found }, place, {
    label: found,
    secondary: [{ file: site.file, span: left.node.span, text: other }],
    notes: traps.flatMap(({ notes }) => notes),
    fixes: traps.flatMap(({ fixes }) => fixes),
  })
}

/** A sum, a difference, a product, a quotient or a power of two values. */
export function elaborateArithmetic(
  node: BinaryNode,
  operator: '+' | '-' | '*' | '/' | '^',
  left: Typed,
  right: Typed,
  site: Site,
): Typed | null {
  const operands = { left: left.term, right: right.term }
  warnOfTraps(node, site)
  switch (operator) {
    case '+':
    case '-':
      if (!sameDimension(left.dimension, right.dimension)) {
        reportUnlike(operator === '+' ? 'added' : 'subtracted', left, right, site)
        return null
      }
      return { term: { op: operator === '+' ? 'add' : 'sub', ...operands }, dimension: left.dimension, node }
    case '*':
      return {
        term: { op: 'mul', ...operands },
        dimension: timesDimension(left.dimension, right.dimension),
        node,
      }
    case '/':
      return {
        term: { op: 'div', ...operands },
        dimension: overDimension(left.dimension, right.dimension),
        node,
      }
    case '^':
      return elaboratePower(node, left, right, site)
  }
}

function elaboratePower(node: BinaryNode, base: Typed, exponent: Typed, site: Site): Typed | null {
  const refuse = (what: string, label: string): null => {
    withdrawTraps({ ...base, node }, site)
    site.reporter.report(wrongExponent, { what }, placeAt(site, exponent.node), { label })
    return null
  }
  if (!isPlain(exponent.dimension)) {
    const found = describeDimension(exponent.dimension)
    return refuse(`an exponent is a plain number, but this is ${found}`, `${found}, written here`)
  }
  const term = { op: 'pow', left: base.term, right: exponent.term } as const
  if (isPlain(base.dimension)) return { term, dimension: plain, node }
  const power = constantValue(exponent.term)
  if (power === null) {
    const what = `the exponent of ${describeDimension(base.dimension)} must be a number written out`
    return refuse(what, 'not a number written out')
  }
  return { term, dimension: raiseDimension(base.dimension, numberOf(power)), node }
}
