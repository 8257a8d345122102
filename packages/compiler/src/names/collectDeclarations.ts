import { type DeclarationNode, type FileNode, replaceWord, type SourceFile } from '@plumbline/parser'
import { repeatedName, reservedName } from '../diagnostics/names.ts'
import { secondGame, unknownKind } from '../diagnostics/structure.ts'
import { wrongRate } from '../diagnostics/dimensions.ts'
import type { Reporter } from '../reporting/reporter.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import type { KindDefinition, Vocabulary } from '../vocabulary/define.ts'
import { slipOf } from '../vocabulary/units/slips.ts'
import type { Declarations, Declared } from './declarations.ts'
import { nearest } from './nearest.ts'

/** Words by which asserts speak of the solution. */
const reserved = new Set(['route', 'regime', 'users', 'throttling', 'welfare'])

/** What imports were to bring and did not. */
export interface MissingNames {
  readonly lost: ReadonlySet<string>
  /** Any name may be among them. */
  readonly incomplete: boolean
  readonly offered: Declarations['offered']
}

/** A file being read into its declarations. */
interface Reading {
  readonly file: SourceFile
  readonly vocabulary: Vocabulary
  readonly reporter: Reporter
  readonly all: Declared[]
  readonly spaces: Map<string, Map<string, Declared>>
  readonly lost: Set<string>
  readonly nameless: Set<string>
}

/**
 * Finds what a game declares, in its own file (the first) and in those that it imports. Reports kinds that do not
 * exist (and reads the declaration as the kind that was meant, if that is clear), names declared twice, names of
 * units and of the solution, and a second game.
 *
 * @param missing - what imports were to bring and did not: nothing is said about the use of these names
 */
export function collectDeclarations(
  sources: readonly { readonly tree: FileNode; readonly file: SourceFile }[],
  vocabulary: Vocabulary,
  reporter: Reporter,
  missing: MissingNames = { lost: new Set(), incomplete: false, offered: new Map() },
): Declarations {
  const reading: Omit<Reading, 'file'> = {
    vocabulary,
    reporter,
    all: [],
    spaces: new Map(),
    lost: new Set(missing.lost),
    nameless: new Set(missing.incomplete ? ['any'] : []),
  }
  for (const { tree, file } of sources) {
    const here = { ...reading, file }
    for (const item of tree.items) {
      if (item.kind === 'declaration') readDeclaration(here, item)
    }
  }
  const own = sources[0]?.tree.items ?? []
  return {
    all: reading.all,
    byKind: byKind(reading.all),
    things: spaceOf(reading, 'things'),
    rates: spaceOf(reading, 'rate'),
    game: reading.all.find(({ kind }) => kind.name === 'game') ?? null,
    asserts: own.filter((item) => item.kind === 'assert'),
    lost: reading.lost,
    nameless: reading.nameless,
    offered: missing.offered,
  }
}

function byKind(all: readonly Declared[]): ReadonlyMap<string, readonly Declared[]> {
  const kinds = new Map<string, Declared[]>()
  for (const declared of all) {
    const others = kinds.get(declared.kind.name)
    if (others === undefined) kinds.set(declared.kind.name, [declared])
    else others.push(declared)
  }
  return kinds
}

function spaceOf({ spaces }: Pick<Reading, 'spaces'>, name: string): Map<string, Declared> {
  const space = spaces.get(name) ?? new Map<string, Declared>()
  spaces.set(name, space)
  return space
}

function readDeclaration(reading: Reading, node: DeclarationNode): void {
  const kind = kindOf(reading, node)
  if (node.name === null) {
    reading.nameless.add(kind?.name ?? 'any')
    return
  }
  const name = node.name.text
  if (kind === null) {
    reading.lost.add(name)
    // The kind and the name may have changed places.
    if (reading.vocabulary.kinds.has(name)) reading.lost.add(node.keyword.text)
    return
  }
  const declared: Declared = { kind, name, node, file: reading.file, mended: node.recovered }
  const space = spaceOf(reading, kind.names === 'things' ? 'things' : kind.name)
  const first = kind.name === 'game' ? reading.all.find((other) => other.kind === kind) : space.get(name)
  if (first !== undefined) {
    if (first.kind !== kind) reading.nameless.add(kind.name)
    reportSecond(reading, first, declared)
    return
  }
  if (!node.recovered) checkName(reading, kind, node.name)
  space.set(name, declared)
  reading.all.push(declared)
}

function kindOf({ file, vocabulary, reporter }: Reading, node: DeclarationNode): KindDefinition | null {
  const { keyword, recovered } = node
  const known = vocabulary.kinds.get(keyword.text)
  if (known !== undefined) return known
  const kinds = [...vocabulary.kinds.keys()]
  const meant = nearest(keyword.text, [...kinds, 'assert', 'import'])
  if (!recovered) {
    const note = `kinds of declaration are ${listWords([...kinds, 'assert'])}`
    const place = { file, span: keyword.span }
    const swapped = node.name !== null && vocabulary.kinds.has(node.name.text) ? node.name : null
    if (meant === null && swapped !== null) {
      const whole = { start: keyword.span.start, end: swapped.span.end }
      const other = `${swapped.text} ${keyword.text}`
      const fixes = [replaceWord(file, { span: whole, text: other })]
      reporter.report(unknownKind, { word: keyword.text }, place, {
        label: `did you mean '${other}'?`,
        fixes,
      })
      return null
    }
    reporter.report(unknownKind, { word: keyword.text }, place, didYouMean(file, keyword.span, meant, [note]))
  }
  return (meant === null ? undefined : vocabulary.kinds.get(meant)) ?? null
}

function reportSecond({ reporter }: Reading, first: Declared, second: Declared): void {
  const { name, kind, node } = second
  if (second.mended || node.name === null || first.node.name === null) return
  const details = {
    label: 'again here',
    secondary: [
      { file: first.file, span: first.node.name.span, text: `first declared here, as a ${first.kind.name}` },
    ],
  }
  const place = { file: second.file, span: node.name.span }
  if (kind.name === 'game') reporter.report(secondGame, {}, place, details)
  else reporter.report(repeatedName, { name }, place, details)
}

function checkName(
  { file, vocabulary, reporter }: Reading,
  kind: KindDefinition,
  name: NonNullable<DeclarationNode['name']>,
): void {
  const { text, span } = name
  const unit = vocabulary.units.get(text)
  const place = { file, span }
  if (kind.name === 'rate') {
    if (unit?.dimension.money === 1) return
    const meant = slipOf(text)?.unit ?? nearest(text, vocabulary.units.keys())
    const isCurrency = meant !== null && vocabulary.units.get(meant)?.dimension.money === 1
    reporter.report(wrongRate, { name: text }, place, didYouMean(file, span, isCurrency ? meant : null))
    return
  }
  const meaning =
    unit === undefined
      ? reserved.has(text)
        ? 'what asserts call a part of the solution'
        : null
      : unit.dimension.money === 1
        ? 'a unit, the code of a currency'
        : 'a unit'
  if (meaning === null) return
  reporter.report(reservedName, { name: text, meaning }, place, {
    label: 'choose another name',
    notes: [`for example '${unit === undefined ? 'the' : 'my'}_${text}'`],
  })
}
