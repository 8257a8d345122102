import { type Diagnostic, type FileNode, type ImportNode, parse, type SourceFile } from '@plumbline/parser'
import { importCycle, tooManyImports, unreadableImport } from '../diagnostics/imports.ts'
import type { Reporter } from '../reporting/reporter.ts'
import type { Resolve } from './resolve.ts'

/** A file with what it imports. */
export interface Module {
  readonly file: SourceFile
  readonly tree: FileNode
  readonly diagnostics: readonly Diagnostic[]
  /** Those that could be read, in the order of the file. */
  readonly imports: readonly { readonly node: ImportNode; readonly module: Module }[]
  /** Those that could not. */
  readonly failed: readonly ImportNode[]
}

/** The most files that a game may import, in all. */
export const mostImports = 1000

/**
 * Reads a file and all that it imports, each file once. Reports imports that cannot be read, ways round and more
 * files than there may be.
 *
 * @returns the module of the file, and all modules, each after those that it imports
 */
export function loadModules(
  root: SourceFile,
  resolve: Resolve,
  reporter: Reporter,
): { readonly module: Module; readonly all: readonly Module[] } {
  const known = new Map<SourceFile, Module>()
  const open: SourceFile[] = []
  let refused = false
  const load = (file: SourceFile): Module => {
    const before = known.get(file)
    if (before !== undefined) return before
    open.push(file)
    const { file: tree, diagnostics } = parse(file)
    const failed: ImportNode[] = []
    const importOf = (node: ImportNode): Module | null => {
      if (node.path === null || node.recovered) return null
      const place = { file, span: node.path.span }
      const found = resolve(node.path.value, file)
      if (!found.ok) {
        reporter.report(unreadableImport, { path: node.path.value, ...found }, place)
        return null
      }
      const back = open.indexOf(found.file)
      if (back >= 0) {
        const cycle = [...open.slice(back), found.file].map(({ name }) => name)
        reporter.report(importCycle, { cycle }, place)
        return null
      }
      if (!known.has(found.file) && known.size + open.length > mostImports) {
        if (!refused) reporter.report(tooManyImports, { most: mostImports }, place)
        refused = true
        return null
      }
      return load(found.file)
    }
    const imports = tree.items.flatMap((node) => {
      if (node.kind !== 'import') return []
      const module = importOf(node)
      if (module === null) failed.push(node)
      return module === null ? [] : [{ node, module }]
    })
    open.pop()
    const module = { file, tree, diagnostics, imports, failed }
    known.set(file, module)
    return module
  }
  const module = load(root)
  return { module, all: [...known.values()] }
}
