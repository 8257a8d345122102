import type { DeclarationNode, ImportNode, NameNode, SourceFile, Span } from '@plumbline/parser'
import { repeatedName } from '../diagnostics/names.ts'
import { nameNotThere } from '../diagnostics/imports.ts'
import { nearest } from '../names/nearest.ts'
import type { Reporter } from '../reporting/reporter.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import type { Module } from './loadModules.ts'

/** A declaration of a module. */
export interface Member {
  readonly module: Module
  readonly node: DeclarationNode
  readonly name: NameNode
}

/** What the names of a module stand for. */
export interface Scope {
  /** Its own declarations, and those that it imports. */
  readonly names: ReadonlyMap<string, Member>
  /** Names that an import was to bring and did not: nothing is said about their use. */
  readonly lost: ReadonlySet<string>
  /** A part of the file, or of one that it imports whole, could not be read: any name may be there. */
  readonly incomplete: boolean
}

/** Kinds whose names are apart from those of everything else, and that are not imported by name. */
const apart = new Set(['game', 'sweep', 'rate'])

const nothing: Scope = { names: new Map(), lost: new Set(), incomplete: false }

/**
 * The scope of each module. Reports names that a file does not have, and names that stand for two things.
 *
 * @param modules - each after those that it imports
 */
export function scopesOf(modules: readonly Module[], reporter: Reporter): (module: Module) => Scope {
  const scopes = new Map<Module, Scope>()
  const scope = (module: Module): Scope => scopes.get(module) ?? nothing
  for (const module of modules) scopes.set(module, scopeOf(module, scope, reporter))
  return scope
}

/** Mistakes of syntax inside of one value or field, which hide no declaration. */
const within: ReadonlySet<string> = new Set([
  'E0103', 'E0105', 'E0106', 'E0107', 'E0108', 'E0110', 'E0116', 'E0117', 'E0118', 'E0120', 'E0121', 'E0123', 'E0129', 'E0130',
]) // prettier-ignore

function scopeOf(module: Module, scope: (module: Module) => Scope, reporter: Reporter): Scope {
  const names = new Map<string, Member>()
  const lost = new Set<string>()
  let incomplete = module.diagnostics.some(({ severity, code }) => severity === 'error' && !within.has(code))
  for (const node of module.tree.items) {
    if (node.kind !== 'declaration' || node.name === null || apart.has(node.keyword.text)) continue
    // Of two with one name the first counts; that is reported where declarations are collected.
    if (!names.has(node.name.text)) names.set(node.name.text, { module, node, name: node.name })
  }
  for (const { names: wanted } of module.failed) {
    if (wanted === null) incomplete = true
    else for (const { text } of wanted) lost.add(text)
  }
  for (const { node, module: from } of module.imports) {
    const offered = scope(from)
    if (node.names === null) {
      if (offered.incomplete) incomplete = true
      for (const name of offered.lost) lost.add(name)
    }
    for (const { text, span } of wantedBy(node, offered)) {
      const member = offered.names.get(text)
      const first = names.get(text)
      const place = { file: module.file, span }
      if (member === undefined) {
        lost.add(text)
        if (offered.incomplete || offered.lost.has(text)) continue
        reportNoName(text, offered, from, place, reporter)
        const meant = nearest(text, offered.names.keys())
        if (meant !== null) lost.add(meant)
      } else if (first === undefined) names.set(text, member)
      else if (first.node !== member.node) reportClash(first, member, node, place, reporter)
    }
  }
  return { names, lost, incomplete }
}

/** Names that the files have from which a module imports others, with the imports that could bring them too. */
export function offeredTo(
  { imports }: Module,
  scope: (module: Module) => Scope,
): ReadonlyMap<string, ImportNode> {
  const named = imports.filter(({ node }) => node.names !== null)
  return new Map(
    named.flatMap(({ node, module }) => [...scope(module).names.keys()].map((name) => [name, node] as const)),
  )
}

/** The names that an import brings, each with the place that asks for it. */
function wantedBy(
  { names, path, span }: ImportNode,
  offered: Scope,
): readonly { readonly text: string; readonly span: Span }[] {
  return names ?? [...offered.names.keys()].map((text) => ({ text, span: path?.span ?? span }))
}

interface ImportPlace {
  readonly file: SourceFile
  readonly span: Span
}

function reportClash(
  first: Member,
  second: Member,
  { names }: ImportNode,
  place: ImportPlace,
  reporter: Reporter,
): void {
  reporter.report(repeatedName, { name: first.name.text }, place, {
    label: `brought in from ${second.module.file.name}`,
    secondary: [{ file: first.module.file, span: first.name.span, text: 'first declared here' }],
    notes: [
      names === null
        ? 'import only the names that you need: import { … } from "…"'
        : 'one of the two needs another name where it is declared',
    ],
  })
}

function reportNoName(
  name: string,
  offered: Scope,
  from: Module,
  place: ImportPlace,
  reporter: Reporter,
): void {
  const names = [...offered.names.keys()]
  const there = from.tree.items.find(
    (item): item is DeclarationNode => item.kind === 'declaration' && item.name?.text === name,
  )
  const note =
    there !== undefined
      ? `'${name}' is a ${there.keyword.text}: ${there.keyword.text === 'rate' ? 'rates come along by themselves' : `a ${there.keyword.text} stays in its file`}`
      : names.length === 0
        ? 'it declares nothing'
        : `it declares ${listWords(names.slice(0, 12))}${names.length > 12 ? ' and more' : ''}`
  const meant = there === undefined ? nearest(name, names) : null
  const details = didYouMean(place.file, place.span, meant, [note])
  reporter.report(nameNotThere, { name, file: from.file.name }, place, details)
}
