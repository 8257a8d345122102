import {
  compile,
  compileSettings,
  type Resolve,
  type Vocabulary,
  vocabulary as ours,
} from '@plumbline/compiler'
import { loadInstance, type GameInstance, type Quantity } from '@plumbline/game'
import type { Diagnostic, SourceFile } from '@plumbline/parser'
import type { GameOptions, Setting } from './commands/command.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import { importFiles } from './import-files.ts'
import { readSource } from './input.ts'
import type { World } from './world.ts'

/** A game that was read and what was said about it, or why there is none. */
export type Loaded =
  | {
      readonly kind: 'game'
      readonly instance: GameInstance
      /** None for a compiled instance: its origins point into files that are not at hand. */
      readonly files: readonly SourceFile[]
      readonly diagnostics: readonly Diagnostic[]
    }
  /** Errors, or a file for other files to import (`library`). */
  | { readonly kind: 'no-game'; readonly library: boolean; readonly diagnostics: readonly Diagnostic[] }
  /** No text that could be a game: what to say, and how the command ends. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly status: ExitStatus }

/**
 * Reads and compiles a game, or loads a compiled one (a name that ends in `.json`, or standard input that begins
 * with `{`).
 *
 * @param options - how, and where imports may come from
 */
export async function loadGame(path: string, world: World, options: GameOptions): Promise<Loaded> {
  const read = await readSource(path, world)
  if (!read.ok) return { kind: 'refused', sentence: read.sentence, status: exitStatus.usage }
  const { file } = read
  const isCompiled = path === '-' ? file.text.trimStart().startsWith('{') : path.endsWith('.json')
  if (isCompiled) return loadCompiled(file, options)
  return gameOf(file, options.settings, importFiles(world, options.root)(file), options.vocabulary)
}

/** Compiles a file's text, with other values for params. */
export function gameOf(
  file: SourceFile,
  settings: readonly Setting[],
  resolve: Resolve,
  vocabulary: Vocabulary = ours,
): Loaded {
  const { instance, library, diagnostics, files } = compile(file, { set: settings, resolve, vocabulary })
  return instance === null
    ? { kind: 'no-game', library, diagnostics }
    : { kind: 'game', instance, files, diagnostics }
}

function loadCompiled(
  file: SourceFile,
  { settings, vocabulary }: Pick<GameOptions, 'settings' | 'vocabulary'>,
): Loaded {
  const json = parseJson(file)
  if (!json.ok) return refuse(json.sentence)
  const loaded = loadInstance(json.value)
  if (!loaded.ok) return refuse(`${file.name} is not a compiled game: ${loaded.message}`)
  const { values, diagnostics } = compileSettings(loaded.instance, settings, vocabulary)
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { kind: 'no-game', library: false, diagnostics }
    : { kind: 'game', instance: withParams(loaded.instance, values), files: [], diagnostics }
}

/** The same game with other values for its params. */
function withParams(instance: GameInstance, values: ReadonlyMap<string, Quantity>): GameInstance {
  const params = instance.params.map((param) => ({ ...param, value: values.get(param.name) ?? param.value }))
  return { ...instance, params }
}

function refuse(sentence: string): Loaded {
  return { kind: 'refused', sentence, status: exitStatus.errors }
}

function parseJson(file: SourceFile): { ok: true; value: unknown } | { ok: false; sentence: string } {
  try {
    return { ok: true, value: JSON.parse(file.text) }
  } catch {
    return { ok: false, sentence: `${file.name} is not JSON; 'plumb compile FILE' writes a compiled game` }
  }
}
