import type { GameOptions, Setting } from './commands/command.ts'
import { complain } from './complain.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import { watching } from './watch.ts'
import type { World } from './world.ts'

/** What the command line says of how games are read. */
export interface AskedOptions {
  readonly set?: readonly Setting[]
  readonly root?: string | undefined
  readonly config?: string | undefined
  /** Whether to act again whenever a file changes that was read, the configuration included. */
  readonly watch?: boolean | undefined
}

/** Acts with games read as the command line asks; not at all where its configuration is broken, which is said. */
export async function withGameOptions(
  asked: AskedOptions,
  world: World,
  act: (options: GameOptions, world: World) => Promise<ExitStatus> | ExitStatus,
): Promise<ExitStatus> {
  return asked.watch === true
    ? watching(world, (turn) => oneTurn(asked, turn, act))
    : oneTurn(asked, world, act)
}

async function oneTurn(
  asked: AskedOptions,
  world: World,
  act: (options: GameOptions, world: World) => Promise<ExitStatus> | ExitStatus,
): Promise<ExitStatus> {
  const options = { settings: asked.set ?? [], root: asked.root ?? null }
  if (asked.config === undefined) return act(options, world)
  const { loadConfig } = await import('./config/load-config.ts')
  const loaded = await loadConfig(asked.config, world.folder, world.noteFile)
  if (loaded.ok) return act({ ...options, vocabulary: loaded.vocabulary }, world)
  for (const sentence of loaded.sentences) complain(world, sentence)
  return exitStatus.usage
}
