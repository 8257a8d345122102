import type { GameInstance } from '@plumbline/game'
import { compile } from '../compile.ts'
import { renderText } from '../render/text.ts'
import type { Vocabulary } from '../vocabulary/define.ts'
import type { GameDefinition } from './definition.ts'
import { gameFile } from './gameFile.ts'

/**
 * Makes a game from data: the same instance as the file that says the same, by the same way. Names are checked by
 * TypeScript, and so are units as far as they are simple; everything is checked when it runs.
 *
 * @throws TypeError where the definition is no game; the message is what `plumb check` would say of the file that
 *   {@link gameFile} writes. To have that as data, compile that file.
 */
export function defineGame<
  const Model extends string,
  const Task extends string = never,
  const Verifier extends string = never,
  const Param extends string = never,
  const Let extends string = never,
>(
  definition: GameDefinition<Model, Task, Verifier, Param, Let>,
  options: { readonly vocabulary?: Vocabulary } = {},
): GameInstance {
  const file = gameFile(definition, options)
  const { instance, diagnostics } = compile(file, options)
  if (instance !== null) return instance
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  throw new TypeError(`this definition is no game\n\n${renderText(errors)}`)
}
