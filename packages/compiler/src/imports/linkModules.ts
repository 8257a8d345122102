import type { DeclarationNode, FileNode, Item, SourceFile } from '@plumbline/parser'
import { repeatedName } from '../diagnostics/names.ts'
import type { Reporter } from '../reporting/reporter.ts'
import type { Vocabulary } from '../vocabulary/define.ts'
import type { Module } from './loadModules.ts'
import { privateNames } from './privateNames.ts'
import { namesIn, renameDeclaration, type Renaming } from './rename.ts'
import type { Member, Scope } from './scope.ts'

/** A file's part in a game: its declarations by the names that they have there. */
export interface Source {
  readonly file: SourceFile
  readonly tree: FileNode
}

/** The files of a game put together. */
export interface Linked {
  /** The game's own file first, then those from which something comes. */
  readonly sources: readonly Source[]
  /** Names that were to be there and are not, about whose use nothing is said. */
  readonly lost: ReadonlySet<string>
}

/** What files are put together by. */
export interface Linking {
  /** All files, each after those that it imports. */
  readonly modules: readonly Module[]
  readonly scope: (module: Module) => Scope
  readonly vocabulary: Vocabulary
  readonly reporter: Reporter
}

/**
 * Puts a game together from its file and what that imports. What is imported by name keeps its name; what this uses
 * in turn comes along under a private name, seen in its own file only, and so do all the kinds of task of a file of
 * which one is used. Asserts, sweeps and the `game` of an imported file stay behind. Rates of a file from which
 * something comes hold in the whole game, which may give its own instead; reports those that contradict each other.
 */
export function linkModules(root: Module, linking: Linking): Linked {
  const { modules, scope, vocabulary } = linking
  const privateName = privateNames(modules)
  const visible = scope(root).names
  const nameIn = new Map<DeclarationNode, string>([...visible].map(([name, { node }]) => [node, name]))
  const needed = neededBy(root, linking)
  const lost = new Set(scope(root).lost)
  const renamingIn = (module: Module): Renaming => {
    const { names } = scope(module)
    return (name) => {
      const member = names.get(name)
      if (member !== undefined) return nameIn.get(member.node) ?? privateName(member.module, name)
      if (vocabulary.units.has(name)) return name
      // What the file itself lacks must not be found in the game. The check of the file speaks of it.
      const absent = privateName(module, name)
      lost.add(absent)
      return absent
    }
  }
  const rates = ratesOf(root, needed, linking)
  const imported = modules.flatMap((module): readonly Source[] => {
    if (module === root) return []
    const rename = renamingIn(module)
    const items = module.tree.items.flatMap((item): readonly Item[] =>
      item.kind === 'declaration' && (item.keyword.text === 'rate' ? rates : needed).has(item)
        ? [renameDeclaration(item, rename, vocabulary)]
        : [],
    )
    return items.length === 0 ? [] : [{ file: module.file, tree: { ...module.tree, items } }]
  })
  return { sources: [{ file: root.file, tree: root.tree }, ...imported], lost }
}

/** All declarations of other files that the names of a file stand for, and those that these use, however indirectly. */
function neededBy(root: Module, { scope, vocabulary }: Linking): ReadonlyMap<DeclarationNode, Module> {
  const needed = new Map<DeclarationNode, Module>()
  const seen = new Set<Module>([root])
  const rest: Pick<Member, 'module' | 'node'>[] = [...scope(root).names.values()]
  for (let member = rest.pop(); member !== undefined; member = rest.pop()) {
    const { module, node } = member
    if (module === root || needed.has(node)) continue
    needed.set(node, module)
    const kinds = node.keyword.text === 'task' ? declared(module, 'task') : []
    const rates = seen.has(module) ? [] : declared(module, 'rate')
    seen.add(module)
    for (const other of [...kinds, ...rates]) rest.push({ module, node: other })
    for (const name of namesIn(node, vocabulary)) {
      const used = scope(module).names.get(name)
      if (used !== undefined) rest.push(used)
    }
  }
  return needed
}

/** The imported rates that hold: of each currency one, unless the game has its own. */
function ratesOf(
  root: Module,
  needed: ReadonlyMap<DeclarationNode, Module>,
  { modules, reporter }: Linking,
): ReadonlySet<DeclarationNode> {
  const own = new Set(declared(root, 'rate').map(({ name }) => name?.text))
  const chosen = new Map<string, { readonly module: Module; readonly node: DeclarationNode }>()
  for (const module of modules) {
    for (const node of declared(module, 'rate')) {
      if (node.name === null || own.has(node.name.text) || !needed.has(node)) continue
      const { text, span } = node.name
      const first = chosen.get(text)
      if (first === undefined) chosen.set(text, { module, node })
      else if (first.module !== module && valueOf(first.module, first.node) !== valueOf(module, node)) {
        const to = { file: first.module.file, span: first.node.name?.span ?? first.node.span }
        reporter.report(
          repeatedName,
          { name: text },
          { file: module.file, span },
          {
            label: 'and otherwise here',
            secondary: [{ ...to, text: 'first declared here' }],
            notes: [`a 'rate ${text} = …' in ${root.file.name} holds for all that it imports`],
          },
        )
      }
    }
  }
  return new Set([...chosen.values()].map(({ node }) => node))
}

function valueOf({ file }: Module, { value }: DeclarationNode): string {
  return value === null ? '' : file.text.slice(value.span.start, value.span.end).replace(/\s+/g, '')
}

function declared({ tree }: Module, kind: string): readonly DeclarationNode[] {
  return tree.items.filter(
    (item): item is DeclarationNode => item.kind === 'declaration' && item.keyword.text === kind,
  )
}
