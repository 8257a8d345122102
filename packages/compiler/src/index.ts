/**
 * `@plumbline/compiler`: a `.game` file to its game instance, with every mistake of the file reported in one run.
 * The vocabulary is data; `define…` adds to it.
 */
export { type Amount, formula, type Formula, type Measure, type NamesOf, type Numeric, ref } from './builder/amount.ts' // prettier-ignore
export { type AxisRange, geometric, linear } from './builder/axes.ts'
export { defineGame } from './builder/defineGame.ts'
export type * from './builder/definition.ts'
export { gameFile } from './builder/gameFile.ts'
export { beta, lognormal, of, plusMinus, uncertain, uniform } from './builder/spreads.ts'
export { hours, milliseconds, minutes, money, percent, perUsd, seconds, tokens, usd, usdPerHour, usdPerMtok } from './builder/units.ts' // prettier-ignore
export { compile, type Compiled, type CompileOptions } from './compile.ts'
export { compileAxes, type CompiledAxes, type TypedAxis } from './compileAxes.ts'
export { compileSettings, type CompiledSettings } from './compileSettings.ts'
export { explainAssert } from './explainAssert.ts'
export { explainProblem } from './explainProblem.ts'
export { catalogue, type CatalogueEntry } from './diagnostics/catalogue.ts'
export { exampleVocabulary } from './diagnostics/exampleVocabulary.ts'
export { exampleFiles } from './diagnostics/examples.ts'
export { applyFixes, mendFile, type Mended } from './fixes/applyFixes.ts'
export type { ImportFailure, Resolve, Resolved } from './imports/resolve.ts'
export { nearest } from './names/nearest.ts'
export {
  modelsFromTable,
  type TableField,
  type TableModels,
  type TableRequest,
} from './tables/modelsFromTable.ts'
export type { Cell, TableRow } from './tables/row.ts'
export { distinctNames, safeName } from './tables/safeName.ts'
export * from './vocabulary/define.ts'
export { complement, greatest, minus, number, over, productOf, sumOf } from './vocabulary/formulas.ts'
export { escalationField, startField } from './vocabulary/menus/fields.ts'
export { always, otherwise, withProbability } from './vocabulary/menus/rows.ts'
export { chainOfSteps, type StepOptions } from './vocabulary/menus/steps.ts'
export { explainWords, type WordExplanation, type WordPart } from './vocabulary/explainWords.ts'
export { extensionFlaws, type ExtensionFlaw } from './vocabulary/extensionFlaws.ts'
export { makeVocabulary, vocabulary } from './vocabulary/vocabulary.ts'
export type { Chain, ChainState, Expression, LeaderVariable, Transition } from '@plumbline/game'
export type { Position } from './render/source-lines.ts'
export { renderGithub } from './render/github.ts'
export { type JsonDiagnostic, type JsonFix, type JsonLabel, renderJson } from './render/json.ts'
export { type DiagnosticStyle, type Paint } from './render/style.ts'
export { summarise } from './render/summary.ts'
export { renderText, type RenderTextOptions } from './render/text.ts'
