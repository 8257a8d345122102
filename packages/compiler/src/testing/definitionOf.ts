import { type DeclarationNode, type Expr, parse, type SourceFile } from '@plumbline/parser'
import { formula } from '../builder/amount.ts'
import type { GameDefinition } from '../builder/definition.ts'
import { vocabulary } from '../vocabulary/vocabulary.ts'

/**
 * A file without imports as the definition that says the same: every expression as a formula of its text. Of its
 * menus only the one that is offered has a place in a definition.
 */
export function definitionOf(file: SourceFile): GameDefinition {
  const { file: tree, remarks } = parse(file)
  const code = remarks.reduceRight(
    (text, { span }) => text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end),
    file.text,
  )
  const text = (node: Expr): string => code.slice(node.span.start, node.span.end)
  const declared = tree.items.filter((item) => item.kind === 'declaration')
  const ofKind = (kind: string): readonly DeclarationNode[] =>
    declared.filter(({ keyword }) => keyword.text === kind)
  const each = (kind: string, read: (node: DeclarationNode) => unknown): unknown =>
    Object.fromEntries(ofKind(kind).map((node) => [node.name?.text ?? '', read(node)]))
  const [game] = ofKind('game')
  const provider = ofKind('provider')[0]
  const offered = provider?.block?.entries.find(({ path }) => path[0]?.text === 'offers')?.value
  const menu = ofKind('menu').find(({ name }) => offered?.kind === 'name' && name?.text === offered.text)
  const definition = {
    ...(game === undefined
      ? { name: file.name.replace(/^.*\/|\.game$/g, '') }
      : { name: game.name?.text, ...described(game) }),
    rates: each('rate', (node) => ({ ...described(node), value: node.value && formula(text(node.value)) })),
    params: each('param', (node) => ({
      ...described(node),
      value: node.value && formula(text(node.value)),
      in:
        node.within?.kind === 'binary'
          ? [node.within.left, node.within.right].map((end) => formula(text(end)))
          : undefined,
    })),
    lets: each('let', (node) => ({ ...described(node), value: node.value && formula(text(node.value)) })),
    tasks: each('task', (node) => fields(node, text)),
    verifiers: each('verifier', (node) => fields(node, text)),
    models: each('model', (node) => ({
      ...fields(node, text),
      is: node.value === null ? undefined : source(node.value),
    })),
    menu: menu && { name: menu.name?.text, ...fields(menu, text), ...(menu.value && form(menu.value)) },
    users: each('user', (node) => fields(node, text)),
    provider: provider && { name: provider.name?.text, ...fields(provider, text, 'offers') },
    asserts: tree.items.flatMap((item) =>
      item.kind === 'assert' && item.condition
        ? [
            item.message
              ? { condition: text(item.condition), message: item.message.value }
              : text(item.condition),
          ]
        : [],
    ),
    sweeps: each('sweep', (node) => ({ ...described(node), axes: axes(node, text) })),
  }
  return definition as unknown as GameDefinition
}

type Text = (node: Expr) => string

function described({ label, doc }: DeclarationNode): object {
  return { label: label?.value, doc: doc ?? undefined }
}

function fields(node: DeclarationNode, text: Text, apart?: string): object {
  const known = vocabulary.kinds.get(node.keyword.text)?.fields ?? []
  const entries = (node.block?.entries ?? []).flatMap(({ path, value }) => {
    const names = path.map((name) => name.text)
    if (names[0] === apart) return []
    const kind = known.find(({ name }) => name === names[0])?.value.kind
    const isWord = kind === 'word' || kind === 'name'
    return [[names.join('.'), value && (isWord ? text(value) : input(value, text))] as const]
  })
  return { ...described(node), ...(Object.fromEntries(entries) as object) }
}

function input(node: Expr, text: Text): unknown {
  if (node.kind === 'list') return node.items.map((item) => formula(text(item)))
  if (node.kind !== 'binary' || node.operator !== '..') return formula(text(node))
  return [formula(text(node.left)), formula(text(node.right))]
}

function axes(node: DeclarationNode, text: Text): object {
  const entries = (node.block?.entries ?? []).map(({ path, value }) => {
    const values =
      value?.kind === 'list'
        ? input(value, text)
        : { kind: 'axis', text: value === null ? '' : text(value).replace(/\s+/g, ' ') }
    return [path.map((name) => name.text).join('.'), values]
  })
  return Object.fromEntries(entries) as object
}

function names(nodes: readonly Expr[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'name' ? [node.text] : []))
}

function source(node: Expr): unknown {
  if (node.kind !== 'call' || node.callee.kind !== 'name') return names([node])[0]
  const args = node.args.map(({ value }) => value)
  const [first, second, third] = names(args)
  switch (node.callee.text) {
    case 'retry':
      return { retry: first, times: args[1]?.kind === 'number' ? Number(args[1].value) : null }
    case 'parallel':
      return { parallel: names(args) }
    default:
      return { verified: first, by: second, else: third }
  }
}

function form(node: Expr): object {
  if (node.kind !== 'call' || node.callee.kind !== 'name') return {}
  return { [node.callee.text]: names(node.args.map(({ value }) => value)) }
}
