import type { Dimension, Expression, GameInstance, Quantity } from '@plumbline/game'
import { type Diagnostic, parse, type SourceFile } from '@plumbline/parser'
import type { Compilation } from './expressions/site.ts'
import { lowerDefinitions } from './lowering/lowerDefinitions.ts'
import { readSettings } from './lowering/readSettings.ts'
import { chooseCurrency } from './names/chooseCurrency.ts'
import { collectDeclarations } from './names/collectDeclarations.ts'
import { collectReports } from './reporting/reporter.ts'
import type { Vocabulary } from './vocabulary/define.ts'
import { vocabulary as ours } from './vocabulary/vocabulary.ts'

/** Values for params of an instance, or what is wrong with the expressions that were to give them. */
export interface CompiledSettings {
  /** By name of the param. */
  readonly values: ReadonlyMap<string, Quantity>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Compiles values for the params of an instance that has no file any more, each an expression of the language in
 * which the instance's params may be named. The names and dimensions of the params stand in for the file.
 */
export function compileSettings(
  instance: GameInstance,
  set: readonly { readonly name: string; readonly value: string }[],
  vocabulary: Vocabulary = ours,
): CompiledSettings {
  const { compilation, diagnostics } = compilationOf(instance, vocabulary)
  const { declarations, reporter } = compilation
  const { settings, diagnostics: ofSettings } = readSettings(set, declarations, reporter)
  const { params } = lowerDefinitions(compilation, settings)
  const named = params.filter(({ name }) => settings.has(name))
  const points = new Map(compilation.randoms.map(({ name, point }) => [name, point]))
  return {
    values: new Map(
      named.map(({ name, value }) => [name, { ...value, expression: atPoints(value.expression, points) }]),
    ),
    diagnostics: [...ofSettings, ...diagnostics()],
  }
}

/**
 * A compilation in which the params and definitions of an instance are declared, by their names and dimensions, for
 * expressions from outside of any file.
 */
export function compilationOf(
  instance: GameInstance,
  vocabulary: Vocabulary = ours,
): {
  readonly compilation: Compilation
  readonly diagnostics: () => readonly Diagnostic[]
} {
  const currency = instance.units.cost
  const declared = (kind: string, all: readonly { readonly name: string; readonly value: Quantity }[]) =>
    all.map(({ name, value }) => `${kind} ${name} = ${oneOf(value.dimension, currency)}\n`)
  // A rate bears the name of a unit, and what a file imports may have a name that nobody can write.
  const lets = instance.definitions.filter(({ name }) => isName.test(name) && !vocabulary.units.has(name))
  const text = [...declared('param', instance.params), ...declared('let', lets)].join('')
  const file: SourceFile = { name: instance.name, text }
  const tree = parse(file).file
  const { reporter, diagnostics } = collectReports()
  const declarations = collectDeclarations([{ tree, file }], vocabulary, reporter)
  const compilation: Compilation = {
    file,
    vocabulary,
    declarations,
    currency:
      currency === null
        ? null
        : (chooseCurrency([{ tree, file }], declarations, vocabulary) ?? {
            name: currency,
            file,
            span: tree.span,
          }),
    reporter,
    values: new Map(),
    randoms: [],
    numbers: [],
    uses: [],
    used: new Set(),
    unknown: new Set(),
  }
  return { compilation, diagnostics }
}

const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** One base unit of a dimension, as an expression of the language. */
function oneOf({ money = 0, time = 0, tokens = 0 }: Dimension, currency: string | null): string {
  return `1 * ${currency ?? 'USD'} ^ ${money} * s ^ ${time} * tok ^ ${tokens}`
}

/** An expression with its random variables (which the instance does not have) at their point values. */
function atPoints(expression: Expression, points: ReadonlyMap<string, Expression>): Expression {
  switch (expression.op) {
    case 'number':
      return expression
    case 'ref':
      return points.get(expression.name) ?? expression
    case 'neg':
    case 'abs':
    case 'sqrt':
    case 'exp':
    case 'log':
      return { op: expression.op, arg: atPoints(expression.arg, points) }
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'pow':
      return {
        op: expression.op,
        left: atPoints(expression.left, points),
        right: atPoints(expression.right, points),
      }
    case 'min':
    case 'max':
      return { op: expression.op, args: expression.args.map((arg) => atPoints(arg, points)) }
  }
}
