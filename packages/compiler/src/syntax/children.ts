import type { Expr, GroupNode } from '@plumbline/parser'

/** An expression without the parentheses around it. */
export function withoutGroup(node: Expr): Exclude<Expr, GroupNode> {
  let inner = node
  while (inner.kind === 'group') inner = inner.inner
  return inner
}

/** The names of `a.b.c`, or null where the expression is no such path. */
export function pathOf(node: Expr): readonly string[] | null {
  const names: string[] = []
  let rest = node
  while (rest.kind === 'member') {
    names.unshift(rest.name.text)
    rest = rest.object
  }
  return rest.kind === 'name' ? [rest.text, ...names] : null
}

/** What an expression is, in words: where it is of the wrong sort. */
export function describeSort(node: Expr): string {
  const inner = withoutGroup(node)
  switch (inner.kind) {
    case 'string':
      return 'a text'
    case 'boolean':
      return `'${String(inner.value)}'`
    case 'list':
      return 'a list'
    case 'call':
      return 'a call'
    case 'name':
    case 'member':
      return 'a name'
    case 'unary':
      return inner.operator === 'not' ? 'a condition' : 'a number'
    case 'binary':
      if (inner.operator === '..') return 'a range'
      return ['or', 'and', '==', '!=', '<', '<=', '>', '>=', 'in'].includes(inner.operator)
        ? 'a condition'
        : 'a number'
    case 'number':
    case 'bad':
      return 'a number'
  }
}

/** Whether all of an expression is counts: `k of n`. */
export function isCounts(node: Expr): boolean {
  const inner = withoutGroup(node)
  return inner.kind === 'binary' && inner.operator === 'of'
}
