import { instanceSchema } from '@plumbline/game'
import { announce, judgementOf } from '../announce.ts'
import type { GameOptions } from '../commands/command.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { loadGame } from '../load-game.ts'
import type { World } from '../world.ts'

/** What `plumb compile` was asked for. */
export interface CompileOptions extends GameOptions {
  readonly quiet: boolean
}

/** Compiles a game and prints its instance as JSON, without solving it. */
export async function compileFile(path: string, world: World, options: CompileOptions): Promise<ExitStatus> {
  const loaded = await loadGame(path, world, options)
  const status = announce(path, judgementOf(loaded), world, options.quiet)
  if (loaded.kind === 'game') world.out.write(`${JSON.stringify(loaded.instance, null, 2)}\n`)
  return status
}

/** Prints the JSON Schema of compiled games. */
export function printSchema(world: World): ExitStatus {
  world.out.write(`${JSON.stringify(instanceSchema(), null, 2)}\n`)
  return exitStatus.well
}
