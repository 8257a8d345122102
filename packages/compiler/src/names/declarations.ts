import type { AssertNode, DeclarationNode, ImportNode, SourceFile } from '@plumbline/parser'
import { isPrivate } from '../imports/privateNames.ts'
import type { KindDefinition } from '../vocabulary/define.ts'

/** A declaration whose kind is known and that has a name. */
export interface Declared {
  readonly kind: KindDefinition
  readonly name: string
  readonly node: DeclarationNode
  /** Where it stands: an imported declaration in another file than the game. */
  readonly file: SourceFile
  /** The parser had to mend it: nothing more is reported about it. */
  readonly mended: boolean
}

/** All that a file declares. */
export interface Declarations {
  /** In the order of the file; of two with one name only the first. */
  readonly all: readonly Declared[]
  /** The same by the names of their kinds. */
  readonly byKind: ReadonlyMap<string, readonly Declared[]>
  /** What expressions and fields may name. */
  readonly things: ReadonlyMap<string, Declared>
  /** Exchange rates by currency. */
  readonly rates: ReadonlyMap<string, Declared>
  readonly game: Declared | null
  readonly asserts: readonly AssertNode[]
  /** Names of declarations whose kind is not known: nothing is said about their use. */
  readonly lost: ReadonlySet<string>
  /** Kinds of declarations that have lost their names (`any` where the kind is lost too). */
  readonly nameless: ReadonlySet<string>
  /** Names that imported files have and the file does not ask for, with the imports that could bring them. */
  readonly offered: ReadonlyMap<string, ImportNode>
}

/** The declarations of one kind, in the order of the file. */
export function declaredAs({ byKind }: Declarations, kind: string): readonly Declared[] {
  return byKind.get(kind) ?? []
}

/** Found once for each game: a file of unknown names asks as often as it has them. */
const writable = new WeakMap<Declarations, Map<string, readonly string[]>>()

/** The names of some kinds that the game's own file can write; what only comes along with an import has none. */
export function writableNames(declarations: Declarations, kinds: readonly string[]): readonly string[] {
  const known = writable.get(declarations) ?? new Map<string, readonly string[]>()
  writable.set(declarations, known)
  const key = kinds.join(' ')
  const names =
    known.get(key) ??
    declarations.all.flatMap(({ kind, name }) =>
      kinds.includes(kind.name) && !isPrivate(name) ? [name] : [],
    )
  known.set(key, names)
  return names
}

/** Whether a name that nothing declares may be that of a declaration of one of these kinds that has lost its name. */
export function mayBeNameless({ nameless }: Declarations, kinds: readonly string[]): boolean {
  return nameless.has('any') || kinds.some((kind) => nameless.has(kind))
}
