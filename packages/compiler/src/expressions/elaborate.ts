import type { BinaryNode, Expr } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { describeSort } from '../syntax/children.ts'
import { insideSpread } from './addRandom.ts'
import { elaborateArithmetic } from './elaborateArithmetic.ts'
import { elaborateCall } from './elaborateCall.ts'
import { elaborateCounts } from './elaborateCounts.ts'
import { elaborateName } from './elaborateName.ts'
import { elaboratePlusMinus } from './elaborateSpread.ts'
import { elaborateNumber } from './elaborateNumber.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/**
 * An expression of the file as a term in base units, with its dimension; null where something in it is wrong,
 * which has then been reported (or was mended by the parser).
 */
export function elaborate(node: Expr, site: Site): Typed | null {
  switch (node.kind) {
    case 'number':
      return elaborateNumber(node, site)
    case 'name':
      return site.alone(node.text) ? site.member(node) : elaborateName(node, site)
    case 'member':
      return site.member(node)
    case 'call':
      return elaborateCall(node, site, elaborate)
    case 'group': {
      const inner = elaborate(node.inner, site)
      return inner && { ...inner, node }
    }
    case 'unary': {
      if (node.operator === 'not') return refuse(node, site)
      const operand = elaborate(node.operand, site)
      return operand && { term: { op: 'neg', arg: operand.term }, dimension: operand.dimension, node }
    }
    case 'binary':
      return elaborateBinary(node, site)
    case 'string':
    case 'boolean':
    case 'list':
      return refuse(node, site)
    case 'bad':
      return null
  }
}

function refuse(node: Expr, site: Site): null {
  site.reporter.report(wrongSort, { wanted: 'a number', found: describeSort(node) }, placeAt(site, node))
  return null
}

function elaborateBinary(node: BinaryNode, site: Site): Typed | null {
  const { operator } = node
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
    case 'of':
    case '±': {
      const inner = operator === 'of' || operator === '±' ? insideSpread(site) : site
      const left = elaborate(node.left, inner)
      const right = elaborate(node.right, inner)
      if (left === null || right === null) return null
      if (operator === 'of') return elaborateCounts(node, left, right, site)
      if (operator === '±') return elaboratePlusMinus(node, left, right, site)
      return elaborateArithmetic(node, operator, left, right, site)
    }
    case '..':
    case 'or':
    case 'and':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      return refuse(node, site)
  }
}
