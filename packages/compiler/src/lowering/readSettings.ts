import { parseExpression, type Diagnostic, type Expr, type SourceFile } from '@plumbline/parser'
import { unknownParam } from '../diagnostics/names.ts'
import { declaredAs, type Declarations } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import type { Reporter } from '../reporting/reporter.ts'

/** A value for a param from outside of the file. */
export interface Setting {
  readonly file: SourceFile
  readonly node: Expr
}

/** Values for params by name. */
export type Settings = ReadonlyMap<string, Setting>

/**
 * Reads values for params, each as an expression of the language in a file of its own called `--set NAME`. Reports
 * names of no param. Of two values for one name the later one counts.
 */
export function readSettings(
  given: readonly { readonly name: string; readonly value: string }[],
  declarations: Declarations,
  reporter: Reporter,
): { readonly settings: Settings; readonly diagnostics: readonly Diagnostic[] } {
  const params = declaredAs(declarations, 'param').map(({ name }) => name)
  const settings = new Map<string, Setting>()
  const diagnostics: Diagnostic[] = []
  for (const { name, value } of given) {
    if (!params.includes(name)) {
      const is = declarations.things.get(name)?.kind.name ?? null
      const meant = nearest(name, params) ?? params.find((param) => param.startsWith(`${name}@`)) ?? null
      const known =
        params.length === 0 ? 'the file declares no param' : `params of the file: ${params.join(', ')}`
      const notes = [meant === null ? known : `did you mean '${meant}'?`]
      reporter.report(unknownParam, { name, is }, null, { notes })
      continue
    }
    const file: SourceFile = { name: `--set ${name}`, text: value }
    const read = parseExpression(file)
    diagnostics.push(...read.diagnostics)
    if (read.diagnostics.length === 0) settings.set(name, { file, node: read.expression })
  }
  return { settings, diagnostics }
}
