import type { GameInstance } from '@plumbline/game'
import type { Diagnostic, SourceFile } from '@plumbline/parser'
import { lowerAsserts } from './asserts/lowerAsserts.ts'
import { checkForms } from './checks/checkForms.ts'
import { checkNumbers, warnOfNumbers } from './checks/checkNumbers.ts'
import { checkSweeps } from './checks/checkSweeps.ts'
import { warnOfUnused } from './checks/warnOfUnused.ts'
import { explainProblem } from './explainProblem.ts'
import type { Compilation } from './expressions/site.ts'
import { linkModules } from './imports/linkModules.ts'
import { loadModules } from './imports/loadModules.ts'
import { offeredTo, scopesOf } from './imports/scope.ts'
import { withoutPrivateNames } from './imports/withoutPrivateNames.ts'
import { withoutFiles, type Resolve } from './imports/resolve.ts'
import { assembleInstance } from './lowering/assembleInstance.ts'
import { lowerDefinitions } from './lowering/lowerDefinitions.ts'
import { lowerGame } from './lowering/lowerGame.ts'
import { lowerSweeps } from './lowering/lowerSweeps.ts'
import { settlePurposes } from './lowering/settlePurposes.ts'
import { withoutDoubt } from './lowering/settleDimensions.ts'
import { readSettings } from './lowering/readSettings.ts'
import { chooseCurrency } from './names/chooseCurrency.ts'
import { collectDeclarations } from './names/collectDeclarations.ts'
import { collectReports, sortDiagnostics } from './reporting/reporter.ts'
import type { Vocabulary } from './vocabulary/define.ts'
import { vocabulary as ours } from './vocabulary/vocabulary.ts'

/** What to compile a file with. */
export interface CompileOptions {
  /** Values for params, as expressions of the language in the file's scope; the later of two counts. */
  readonly set?: readonly { readonly name: string; readonly value: string }[]
  readonly vocabulary?: Vocabulary
  /** Where imports come from; without it there are none. */
  readonly resolve?: Resolve
}

/** What became of a file. */
export interface Compiled {
  /** Null where there are errors, and for a library. */
  readonly instance: GameInstance | null
  /** The file has neither user nor provider: it is there for other files to import. */
  readonly library: boolean
  /** All that there is to say about the file, in the order of its text. */
  readonly diagnostics: readonly Diagnostic[]
  /** The file itself and all that it imports, however indirectly. */
  readonly files: readonly SourceFile[]
}

/**
 * Compiles a file to the instance of its game. All mistakes are reported in one run, each once: what is wrong is
 * left out silently wherever else it is used, and nothing is said of what the parser had to mend.
 */
export function compile(file: SourceFile, options: CompileOptions = {}): Compiled {
  const vocabulary = options.vocabulary ?? ours
  const { reporter, diagnostics: reported } = collectReports()
  const { module, all: modules } = loadModules(file, options.resolve ?? withoutFiles, reporter)
  const scope = scopesOf(modules, reporter)
  const { sources, lost } = linkModules(module, { modules, scope, vocabulary, reporter })
  const { incomplete } = scope(module)
  const missing = { lost, incomplete, offered: offeredTo(module, scope) }
  const declarations = collectDeclarations(sources, vocabulary, reporter, missing)
  const compilation: Compilation = {
    file,
    vocabulary,
    declarations,
    currency: chooseCurrency(sources, declarations, vocabulary),
    reporter,
    values: new Map(),
    randoms: [],
    numbers: [],
    uses: [],
    used: new Set(),
    unknown: new Set(),
  }
  const { settings, diagnostics: ofSettings } = readSettings(options.set ?? [], declarations, reporter)
  checkForms(compilation)
  const definitions = lowerDefinitions(compilation, settings)
  const parsed = modules.flatMap(({ diagnostics }) => diagnostics)
  const broken = parsed.some(({ severity }) => severity === 'error')
  const { parts, numbers, library, complete } = lowerGame(compilation, broken)
  const randoms = settlePurposes(compilation, definitions)
  const asserts = lowerAsserts(compilation, withoutDoubt(numbers, parts.dimensions), parts.menu)
  const sweeps = lowerSweeps(compilation, numbers)
  const instance = assembleInstance(compilation, { ...parts, definitions, randoms, asserts, sweeps })
  const { problems, findings } = checkNumbers(instance)
  const files = modules.map((each) => each.file)
  const found = [...parsed, ...ofSettings, ...problems.map((problem) => explainProblem(problem, files))]
  const isWrong = (all: readonly Diagnostic[]): boolean => all.some(({ severity }) => severity === 'error')
  if (complete && !isWrong(found) && !isWrong(reported())) found.push(...checkSweeps(instance, files))
  const wrong = isWrong(found) || isWrong(reported())
  if (!wrong && !library) warnOfUnused(compilation)
  if (!wrong && complete) warnOfNumbers(compilation, instance, findings)
  const all = [...found, ...reported()]
  return {
    instance: wrong || library || !complete ? null : instance,
    library: library && !broken,
    diagnostics: sortDiagnostics(withoutPrivateNames(all, declarations), file),
    files,
  }
}
