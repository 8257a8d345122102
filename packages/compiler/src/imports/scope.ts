import type { DeclarationNode, NameNode, SourceFile } from '@plumbline/parser'
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

/** What the names of a module stand for: its own declarations, and those that it imports. */
export type Scope = ReadonlyMap<string, Member>

/** Kinds whose names are apart from those of everything else, and that are not imported by name. */
const apart = new Set(['game', 'sweep', 'rate'])

/** The scope of each module. Reports names that a file does not have, and names that stand for two things. */
export function scopesOf(modules: readonly Module[], reporter: Reporter): ReadonlyMap<Module, Scope> {
  const scopes = new Map<Module, Scope>()
  for (const module of modules) scopes.set(module, scopeOf(module, scopes, reporter))
  return scopes
}

function scopeOf(module: Module, scopes: ReadonlyMap<Module, Scope>, reporter: Reporter): Scope {
  const scope = new Map<string, Member>()
  for (const node of module.tree.items) {
    if (node.kind !== 'declaration' || node.name === null || apart.has(node.keyword.text)) continue
    // Of two with one name the first counts; that is reported where declarations are collected.
    if (!scope.has(node.name.text)) scope.set(node.name.text, { module, node, name: node.name })
  }
  for (const { node, module: from } of module.imports) {
    const offered = scopes.get(from) ?? new Map<string, Member>()
    const wanted = node.names ?? []
    const names =
      node.names === null
        ? [...offered.keys()].map((text) => ({ text, at: node.span }))
        : wanted.map(({ text, span }) => ({ text, at: span }))
    for (const { text, at } of names) {
      const place = { file: module.file, span: at }
      const member = offered.get(text)
      const first = scope.get(text)
      if (member === undefined) reportNoName(text, offered, from.file, place, reporter)
      else if (first === undefined) scope.set(text, member)
      else if (first.node !== member.node) {
        reporter.report(repeatedName, { name: text }, place, {
          label: 'brought in again here',
          secondary: [{ file: first.module.file, span: first.name.span, text: 'first declared here' }],
          notes: ['import only the names that you need: import { … } from "…"'],
        })
      }
    }
  }
  return scope
}

function reportNoName(
  name: string,
  offered: Scope,
  file: SourceFile,
  place: { readonly file: SourceFile; readonly span: NameNode['span'] },
  reporter: Reporter,
): void {
  const names = [...offered.keys()]
  const note = names.length === 0 ? 'it declares nothing' : `it declares ${listWords(names.slice(0, 12))}`
  const details = didYouMean(place.file, place.span, nearest(name, names), [note])
  reporter.report(nameNotThere, { name, file: file.name }, place, details)
}
