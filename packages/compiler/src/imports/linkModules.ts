import {
  type DeclarationNode,
  type Item,
  walk,
  type Expr,
  type FileNode,
  type SourceFile,
} from '@plumbline/parser'
import { nearest } from '../names/nearest.ts'
import type { Reporter } from '../reporting/reporter.ts'
import type { Module } from './loadModules.ts'
import { renameDeclaration } from './rename.ts'
import { scopesOf, type Member, type Scope } from './scope.ts'

/** A file's part in a game: its declarations by the names that they have there. */
export interface Source {
  readonly file: SourceFile
  readonly tree: FileNode
}

/** The files of a game put together. */
export interface Linked {
  /** The game's own file first, then those from which something comes. */
  readonly sources: readonly Source[]
  /** Names by which private declarations go in the game, with the names that they have in their files. */
  readonly aliases: ReadonlyMap<string, string>
  /** Names of the game's file that an import was to bring and did not; null where they cannot be told. */
  readonly missing: readonly string[] | null
}

/**
 * Puts a game together from its file and what it imports. What it imports by name keeps its name; what that uses in
 * turn comes along as `name@file`, which nobody can write, so that it is seen in its own file only. Asserts, sweeps and
 * the `game` of an imported file stay behind; of its rates those come along that the game does not have.
 */
export function linkModules(modules: readonly Module[], root: Module, reporter: Reporter): Linked {
  const scopes = scopesOf(modules, reporter)
  const visible = scopes.get(root) ?? new Map<string, Member>()
  const nameIn = new Map<DeclarationNode, string>([...visible].map(([name, { node }]) => [node, name]))
  const aliases = new Map<string, string>()
  const needed = new Set<Member>()
  const rest = [...visible.values()].filter(({ module }) => module !== root)
  for (let member = rest.pop(); member !== undefined; member = rest.pop()) {
    if (needed.has(member)) continue
    needed.add(member)
    if (!nameIn.has(member.node)) {
      const alias = `${member.name.text}@${member.module.file.name}`
      nameIn.set(member.node, alias)
      aliases.set(alias, member.name.text)
    }
    for (const name of namesIn(member.node)) {
      const used = scopes.get(member.module)?.get(name)
      if (used !== undefined && used.module !== root) rest.push(used)
    }
  }
  const rates = new Set(ratesOf(root))
  const imported = modules.flatMap((module): readonly Source[] => {
    if (module === root) return []
    const own = new Set([...needed].flatMap((member) => (member.module === module ? [member.node] : [])))
    const scope = scopes.get(module) ?? new Map<string, Member>()
    const items = module.tree.items.flatMap((item): readonly Item[] => {
      if (item.kind !== 'declaration') return []
      if (item.keyword.text === 'rate') {
        const name = item.name?.text ?? ''
        if (own.size === 0 || rates.has(name)) return []
        rates.add(name)
        return [item]
      }
      return own.has(item) ? [renameDeclaration(item, renaming(scope, nameIn))] : []
    })
    return items.length === 0 ? [] : [{ file: module.file, tree: { ...module.tree, items } }]
  })
  const sources = [{ file: root.file, tree: root.tree }, ...imported]
  return { sources, aliases, missing: missingFrom(root, scopes) }
}

/** Names that the imports of a file were to bring and did not, and those that were most likely meant. */
function missingFrom(
  { imports, failed }: Module,
  scopes: ReadonlyMap<Module, Scope>,
): readonly string[] | null {
  if (failed.some(({ names }) => names === null)) return null
  const lost = failed.flatMap(({ names }) => (names ?? []).map(({ text }) => text))
  const absent = imports.flatMap(({ node, module }) => {
    const offered = scopes.get(module) ?? new Map<string, Member>()
    const names = (node.names ?? []).map(({ text }) => text).filter((name) => !offered.has(name))
    return names.flatMap((name) => [name, nearest(name, offered.keys()) ?? name])
  })
  return [...lost, ...absent]
}

function renaming(scope: Scope, nameIn: ReadonlyMap<DeclarationNode, string>) {
  return (name: string): string => {
    const member = scope.get(name)
    return (member && nameIn.get(member.node)) ?? name
  }
}

function ratesOf({ tree }: Module): readonly string[] {
  return tree.items.flatMap((item) =>
    item.kind === 'declaration' && item.keyword.text === 'rate' && item.name !== null ? [item.name.text] : [],
  )
}

/** Names that a declaration may refer to. */
function namesIn(node: DeclarationNode): ReadonlySet<string> {
  const names = new Set<string>()
  const entries = node.block?.entries ?? []
  const expressions: readonly (Expr | null)[] = [
    node.value,
    node.within,
    ...entries.map(({ value }) => value),
  ]
  for (const expression of expressions) {
    if (expression === null) continue
    for (const inner of walk(expression)) if (inner.kind === 'name') names.add(inner.text)
  }
  for (const { path } of entries) for (const part of path.slice(1)) names.add(part.text)
  return names
}
