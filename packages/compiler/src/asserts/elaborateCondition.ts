import type { Comparison, Condition } from '@plumbline/game'
import type { BinaryNode, BinaryOperator, Expr } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { sameDimension } from '../dimensions/dimension.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { reportUnlike } from '../expressions/elaborateArithmetic.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import { reportNoCondition, type AssertSite } from './assertSite.ts'
import { compareWords } from './compareWords.ts'
import type { TypedCondition } from './lowerAsserts.ts'

const comparisons: ReadonlyMap<BinaryOperator, Comparison> = new Map<BinaryOperator, Comparison>([
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
])

/** The condition of an assert; null where something in it is wrong, which is reported. */
export function elaborateCondition(node: Expr, asserting: AssertSite): TypedCondition | null {
  const { site, nameOf } = asserting
  const inner = withoutGroup(node)
  switch (inner.kind) {
    case 'boolean':
      return { condition: { op: inner.value ? 'true' : 'false' }, dimension: null }
    case 'unary': {
      if (inner.operator !== 'not') return reportNoCondition(inner, 'a number', site)
      const operand = elaborateCondition(inner.operand, asserting)
      return operand && { condition: { op: 'not', arg: operand.condition }, dimension: null }
    }
    case 'binary':
      return elaborateBinary(inner, asserting)
    case 'member':
    case 'name': {
      const name = nameOf(inner)
      if (name === 'wrong') return null
      if (name?.name.value === 'yes-or-no')
        return { condition: { op: 'holds', path: name.path }, dimension: null }
      return name === null
        ? refuseNumber(inner, site)
        : reportNoCondition(inner, isWord(name.name.value), site)
    }
    case 'number':
    case 'call':
      return refuseNumber(inner, site)
    case 'string':
    case 'list':
      return reportNoCondition(inner, describeSort(inner), site)
    case 'bad':
      return null
  }
}

function isWord(value: string): string {
  return value === 'model' || value === 'regime' ? 'a word' : 'a number'
}

/** A number where a condition is wanted; what is wrong inside it is reported first. */
function refuseNumber(node: Expr, site: Site): null {
  const value = elaborate(node, site)
  return value === null ? null : reportNoCondition(node, describeDimension(value.dimension), site)
}

function elaborateBinary(node: BinaryNode, asserting: AssertSite): TypedCondition | null {
  const { operator } = node
  switch (operator) {
    case 'and':
    case 'or': {
      const left = elaborateCondition(node.left, asserting)
      const right = elaborateCondition(node.right, asserting)
      if (left === null || right === null) return null
      return { condition: { op: operator, left: left.condition, right: right.condition }, dimension: null }
    }
    case 'in':
      return elaborateWithin(node, asserting.site)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return elaborateComparison(node, asserting)
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
    case 'of':
    case '±':
      return refuseNumber(node, asserting.site)
    case '..':
      return reportNoCondition(node, 'a range', asserting.site)
  }
}

function elaborateWithin(node: BinaryNode, site: Site): TypedCondition | null {
  const range = withoutGroup(node.right)
  if (range.kind !== 'binary' || range.operator !== '..') {
    if (range.kind === 'bad') return null
    const parameters = { wanted: "a range 'low .. high'", found: describeSort(range) }
    site.reporter.report(wrongSort, parameters, placeAt(site, node.right))
    return null
  }
  const [value, low, high] = [
    elaborate(node.left, site),
    elaborate(range.left, site),
    elaborate(range.right, site),
  ]
  if (value === null || low === null || high === null) return null
  for (const end of [low, high]) {
    if (sameDimension(end.dimension, value.dimension)) continue
    reportUnlike('compared', value, end, site)
    return null
  }
  const condition: Condition = { op: 'within', value: value.term, low: low.term, high: high.term }
  return { condition, dimension: value.dimension }
}

function elaborateComparison(node: BinaryNode, asserting: AssertSite): TypedCondition | null {
  const { site } = asserting
  const comparison = comparisons.get(node.operator)
  if (comparison === undefined) throw new TypeError(`'${node.operator}' compares nothing`)
  const words = compareWords(node, comparison, asserting)
  if (words !== 'numbers') return words && { condition: words, dimension: null }
  const [left, right] = [elaborate(node.left, site), elaborate(node.right, site)]
  if (left === null || right === null) return null
  if (!sameDimension(left.dimension, right.dimension)) {
    reportUnlike('compared', left, right, site)
    return null
  }
  const condition: Condition = { op: 'compare', comparison, left: left.term, right: right.term }
  return { condition, dimension: left.dimension }
}
