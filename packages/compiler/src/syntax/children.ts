import type { Expr, FileNode, GroupNode, Item } from '@plumbline/parser'

/** The expressions directly inside an expression, from left to right. */
export function childrenOf(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'member':
      return [node.object]
    case 'call':
      return [node.callee, ...node.args.map(({ value }) => value)]
    case 'list':
      return node.items
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'group':
      return [node.inner]
    case 'number':
    case 'string':
    case 'boolean':
    case 'name':
    case 'bad':
      return []
  }
}

/** An expression and all inside it, from left to right, on a stack of its own. */
export function* walk(node: Expr): Generator<Expr> {
  const rest = [node]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    yield next
    rest.push(...childrenOf(next).toReversed())
  }
}

/** The expressions that stand in an item of a file, outermost ones only. */
export function expressionsOf(item: Item): readonly Expr[] {
  switch (item.kind) {
    case 'import':
      return []
    case 'assert':
      return present([item.condition])
    case 'declaration':
      return present([item.value, item.within, ...(item.block?.entries.map(({ value }) => value) ?? [])])
  }
}

function present(nodes: readonly (Expr | null)[]): readonly Expr[] {
  return nodes.filter((node) => node !== null)
}

/** Every expression of a file, from its beginning to its end. */
export function* allExpressions(file: FileNode): Generator<Expr> {
  for (const item of file.items) {
    for (const node of expressionsOf(item)) yield* walk(node)
  }
}

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
