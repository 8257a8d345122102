import type { Expr, GroupNode } from '@plumbline/parser'
import type { Vocabulary } from '../vocabulary/define.ts'

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

/** Whether all of an expression is a spread: counts, `mean ± deviation`, a distribution, or one that is `uncertain`. */
export function isSpread(node: Expr, vocabulary: Pick<Vocabulary, 'distributions'>): boolean {
  const inner = withoutGroup(node)
  if (inner.kind === 'binary') return inner.operator === 'of' || inner.operator === '±'
  if (inner.kind !== 'call' || inner.callee.kind !== 'name') return false
  if (vocabulary.distributions.has(inner.callee.text)) return true
  const [only] = inner.args
  return inner.callee.text === 'uncertain' && only !== undefined && isSpread(only.value, vocabulary)
}
