import type { BinaryNode, BinaryOperator, Expr, UnaryNode, UnaryOperator } from '../ast.ts'
import type { Span } from '../span.ts'
import { maximumDepth } from './limits.ts'

/** A flat chain of operands and operators, as the grammar reads it. */
export type Link =
  | { readonly kind: 'prefix'; readonly operator: UnaryOperator; readonly span: Span }
  | { readonly kind: 'operand'; readonly node: Expr }
  | { readonly kind: 'infix'; readonly operator: BinaryOperator; readonly span: Span }

/** What is wrong with a chain that is otherwise well formed. */
export type ChainProblem =
  | { readonly kind: 'chained'; readonly node: BinaryNode }
  /** `part` stands behind an operator that binds more tightly than the part does. */
  | { readonly kind: 'loose'; readonly part: Expr; readonly operator: BinaryOperator | UnaryOperator }
  | { readonly kind: 'too-deep'; readonly span: Span }

/** How tightly operators bind, loosest first; `not` between `and` and comparisons, unary `-` below `^`. */
const binding: Readonly<Record<BinaryOperator | 'not' | 'negate', number>> = {
  'or': 1, 'and': 2, 'not': 3,
  '==': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, 'in': 4,
  '..': 5, '±': 6, '+': 7, '-': 7, '*': 8, '/': 8, 'of': 9, 'negate': 10, '^': 11,
} // prettier-ignore

/** Operators of which an expression holds one: `0 <= x <= 1` is no condition. */
const alone: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '..', '±', 'of'])

type Pending = Exclude<Link, { readonly kind: 'operand' }>

/**
 * Builds the tree of a chain by the operators' binding, on stacks of its own (never recursive). The chain
 * alternates as the grammar does: prefixes, operand, infix, prefixes, operand, …
 *
 * @param depths - how deep trees are; filled for the nodes made here
 */
export function climb(
  links: readonly Link[],
  depths: Map<Expr, number>,
  report: (problem: ChainProblem) => void,
): Expr {
  const operands: Expr[] = []
  const pending: Pending[] = []
  const reduce = (operator: Pending): void => {
    const right = operands.pop()
    const left = operator.kind === 'infix' ? operands.pop() : right
    if (right === undefined || left === undefined) throw new TypeError('a chain must alternate')
    const node = operator.kind === 'infix' ? binary(operator, left, right) : unary(operator, right)
    if (node.kind === 'binary' && left.kind === 'binary' && clash(node, left))
      report({ kind: 'chained', node })
    if (isLoose(operator.operator, operator.kind, right))
      report({ kind: 'loose', part: right, operator: operator.operator })
    operands.push(measured(node, [left, right], depths, report))
  }
  for (const link of links) {
    if (link.kind === 'operand') operands.push(link.node)
    else {
      if (link.kind === 'infix') {
        for (
          let top = pending.at(-1);
          top !== undefined && bindsFirst(top, link.operator);
          top = pending.at(-1)
        ) {
          pending.pop()
          reduce(top)
        }
      }
      pending.push(link)
    }
  }
  for (let top = pending.pop(); top !== undefined; top = pending.pop()) reduce(top)
  const [tree] = operands
  if (tree === undefined) throw new TypeError('a chain must hold an operand')
  return tree
}

function bindsFirst(top: Pending, next: BinaryOperator): boolean {
  const tight =
    top.kind === 'infix' ? binding[top.operator] : binding[top.operator === 'not' ? 'not' : 'negate']
  return tight > binding[next] || (tight === binding[next] && next !== '^')
}

/** `a == not b`, `-not a` and `a ± b + c`, in which it would not be plain what belongs together. */
function isLoose(operator: BinaryOperator | UnaryOperator, kind: 'infix' | 'prefix', right: Expr): boolean {
  if (right.kind === 'unary' && right.operator === 'not') {
    return kind === 'infix' ? operator !== 'and' && operator !== 'or' : operator === '-'
  }
  return operator === '±' && right.kind === 'binary' && (right.operator === '+' || right.operator === '-')
}

function clash(node: BinaryNode, left: BinaryNode): boolean {
  return alone.has(node.operator) && binding[node.operator] === binding[left.operator]
}

function binary(link: Pending & { kind: 'infix' }, left: Expr, right: Expr): BinaryNode {
  const span = { start: left.span.start, end: right.span.end }
  return { kind: 'binary', span, operator: link.operator, operatorSpan: link.span, left, right }
}

function unary(link: Pending & { kind: 'prefix' }, operand: Expr): UnaryNode {
  return {
    kind: 'unary',
    span: { start: link.span.start, end: operand.span.end },
    operator: link.operator,
    operand,
  }
}

/** The node, or a bad one where the tree has grown too deep: reported once, where it first does. */
export function measured(
  node: Expr,
  parts: readonly Expr[],
  depths: Map<Expr, number>,
  report: (problem: ChainProblem) => void,
): Expr {
  const depth = 1 + parts.reduce((most, part) => Math.max(most, depths.get(part) ?? 1), 0)
  if (depth > maximumDepth) {
    report({ kind: 'too-deep', span: node.span })
    return { kind: 'bad', span: node.span }
  }
  depths.set(node, depth)
  return node
}
