import { compile, type CompileOptions } from '@plumbline/compiler'
import { loadInstance, type GameInstance } from '@plumbline/game'
import type { Diagnostic, SourceFile } from '@plumbline/parser'
import { readSource } from './input.ts'
import type { World } from './world.ts'
import type { Setting } from './commands/command.ts'

/** A game that was read, what was said about it, or why there is none. */
export type Loaded =
  | {
      readonly kind: 'game'
      readonly instance: GameInstance
      /** Null for a compiled instance: its origins point into files that are not at hand. */
      readonly file: SourceFile | null
      readonly diagnostics: readonly Diagnostic[]
    }
  /** Errors, or a file for other files to import (`library`). */
  | { readonly kind: 'no-game'; readonly library: boolean; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unreadable'; readonly sentence: string }

/**
 * Reads and compiles a game, or loads a compiled one (a name that ends in `.json`, or text that begins with `{`).
 *
 * @param settings - other values for params, as expressions of the language
 */
export async function loadGame(path: string, world: World, settings: readonly Setting[]): Promise<Loaded> {
  const read = await readSource(path, world)
  if (!read.ok) return { kind: 'unreadable', sentence: read.sentence }
  const { file } = read
  if (path.endsWith('.json') || (path === '-' && file.text.trimStart().startsWith('{')))
    return loadCompiled(file, settings)
  const { instance, library, diagnostics } = compile(file, { set: settings })
  return instance === null
    ? { kind: 'no-game', library, diagnostics }
    : { kind: 'game', instance, file, diagnostics }
}
