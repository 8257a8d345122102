import type { Expr, FileNode, Item } from './ast.ts'

/** The expressions directly inside an expression, from left to right: the one table that visitors rest on. */
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

/** An expression and all inside it, each before its own, from left to right; of any depth and length. */
export function* walk(node: Expr): Generator<Expr> {
  const rest = [node]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    yield next
    const children = childrenOf(next)
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at]
      if (child !== undefined) rest.push(child)
    }
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
