import type { BlockNode, DeclarationNode, EntryNode, Expr, NameNode } from '@plumbline/parser'
import { walk } from '@plumbline/parser'
import { fieldsOf } from '../syntax/fieldsOf.ts'
import type { Vocabulary } from '../vocabulary/define.ts'

/** The name by which a declaration goes in the game, by the name that it has in its own file. */
export type Renaming = (name: string) => string

/** A declaration with other names in it for what it refers to, and for itself. */
export function renameDeclaration(
  node: DeclarationNode,
  rename: Renaming,
  vocabulary: Vocabulary,
): DeclarationNode {
  // The name of a rate is a currency, and the same everywhere.
  const self = node.keyword.text === 'rate' ? node.name : node.name && renamed(node.name, rename)
  return {
    ...node,
    name: self,
    value: node.value && renameExpression(node.value, rename),
    within: node.within && renameExpression(node.within, rename),
    block: node.block && renameBlock(node, node.block, rename, vocabulary),
  }
}

/** The names that a declaration refers to; units among them, but nothing that is called. */
export function namesIn(node: DeclarationNode, vocabulary: Vocabulary): ReadonlySet<string> {
  const names = new Set<string>()
  const entries = node.block?.entries ?? []
  const values = entries.map((entry) => (takesWord(node, entry, vocabulary) ? null : entry.value))
  const called = new Set<Expr>()
  for (const expression of [node.value, node.within, ...values]) {
    if (expression === null) continue
    for (const inner of walk(expression)) {
      if (inner.kind === 'call') called.add(inner.callee)
      if (inner.kind === 'name' && !called.has(inner)) names.add(inner.text)
    }
  }
  for (const { path } of entries) for (const part of path.slice(1)) names.add(part.text)
  return names
}

/** Whether the field of an entry takes a word, which is no name whatever is called so. */
function takesWord(node: DeclarationNode, { path }: EntryNode, vocabulary: Vocabulary): boolean {
  const kind = vocabulary.kinds.get(node.keyword.text)
  if (kind === undefined) return false
  const { fields } = fieldsOf(node, kind, vocabulary)
  return fields.find(({ name }) => name === path[0]?.text)?.value.kind === 'word'
}

function renameBlock(
  node: DeclarationNode,
  block: BlockNode,
  rename: Renaming,
  vocabulary: Vocabulary,
): BlockNode {
  return {
    ...block,
    entries: block.entries.map((entry) => {
      const [field, ...parts] = entry.path
      const path = field === undefined ? [] : [field, ...parts.map((part) => renamed(part, rename))]
      const isWord = takesWord(node, entry, vocabulary)
      return {
        ...entry,
        path,
        value: entry.value && !isWord ? renameExpression(entry.value, rename) : entry.value,
      }
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
