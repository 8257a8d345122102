import type { Assignment, Dimension, GameInstance } from '@plumbline/game'
import { type Diagnostic, parse, type SourceFile } from '@plumbline/parser'
import type { Compilation } from './expressions/site.ts'
import { lowerDefinitions } from './lowering/lowerDefinitions.ts'
import { readSettings } from './lowering/readSettings.ts'
import { chooseCurrency } from './names/chooseCurrency.ts'
import { collectDeclarations } from './names/collectDeclarations.ts'
import { collectReports } from './reporting/reporter.ts'
import { vocabulary } from './vocabulary/vocabulary.ts'

/** Values for params of an instance, or what is wrong with the expressions that were to give them. */
export interface CompiledSettings {
  readonly assignment: Assignment
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Compiles values for the params of an instance that has no file any more, each an expression of the language in
 * which the instance's params may be named. The names and dimensions of the params stand in for the file.
 */
export function compileSettings(
  instance: GameInstance,
  set: readonly { readonly name: string; readonly value: string }[],
): CompiledSettings {
  const currency = instance.units.cost
  const text = instance.params
    .map(({ name, value }) => `param ${name} = ${oneOf(value.dimension, currency)}\n`)
    .join('')
  const file: SourceFile = { name: instance.name, text }
  const tree = parse(file).file
  const { reporter, diagnostics } = collectReports()
  const declarations = collectDeclarations(tree, file, vocabulary, reporter)
  const compilation: Compilation = {
    file,
    vocabulary,
    declarations,
    currency:
      currency === null
        ? null
        : (chooseCurrency(tree, declarations, vocabulary) ?? { name: currency, span: tree.span }),
    reporter,
    values: new Map(),
    randoms: [],
    used: new Set(),
    unknown: new Set(),
  }
  const { settings, diagnostics: ofSettings } = readSettings(set, declarations, reporter)
  const { params } = lowerDefinitions(compilation, settings)
  const named = params.filter(({ name }) => settings.has(name))
  return {
    assignment: new Map(named.map(({ name, value }) => [name, value.expression])),
    diagnostics: [...ofSettings, ...diagnostics()],
  }
}

/** One base unit of a dimension, as an expression of the language. */
function oneOf({ money = 0, time = 0, tokens = 0 }: Dimension, currency: string | null): string {
  return `1 * ${currency ?? 'USD'} ^ ${money} * s ^ ${time} * tok ^ ${tokens}`
}
