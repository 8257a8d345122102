import type { BlockNode, DeclarationNode, Expr, NameNode } from '@plumbline/parser'

/** The name by which a declaration goes in the game, by the name that it has in its own file. */
export type Renaming = (name: string) => string

/** A declaration with other names in it for what it refers to, and for itself. */
export function renameDeclaration(node: DeclarationNode, rename: Renaming): DeclarationNode {
  return {
    ...node,
    name: node.name && renamed(node.name, rename),
    value: node.value && renameExpression(node.value, rename),
    within: node.within && renameExpression(node.within, rename),
    block: node.block && renameBlock(node.block, rename),
  }
}

function renameBlock(block: BlockNode, rename: Renaming): BlockNode {
  return {
    ...block,
    entries: block.entries.map((entry) => {
      const [field, ...parts] = entry.path
      const path = field === undefined ? [] : [field, ...parts.map((part) => renamed(part, rename))]
      return { ...entry, path, value: entry.value && renameExpression(entry.value, rename) }
    }),
  }
}

function renamed(node: NameNode, rename: Renaming): NameNode {
  const text = rename(node.text)
  return text === node.text ? node : { ...node, text }
}

/** An expression with other names in it. Depth is bounded by the parser. */
function renameExpression(node: Expr, rename: Renaming): Expr {
  const inner = (each: Expr): Expr => renameExpression(each, rename)
  switch (node.kind) {
    case 'name':
      return renamed(node, rename)
    case 'member':
      return { ...node, object: inner(node.object) }
    case 'call':
      return { ...node, args: node.args.map((arg) => ({ ...arg, value: inner(arg.value) })) }
    case 'list':
      return { ...node, items: node.items.map(inner) }
    case 'group':
      return { ...node, inner: inner(node.inner) }
    case 'unary':
      return { ...node, operand: inner(node.operand) }
    case 'binary':
      return { ...node, left: inner(node.left), right: inner(node.right) }
    case 'number':
    case 'string':
    case 'boolean':
    case 'bad':
      return node
  }
}
