import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { complain } from '../complain.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { writeWhole } from '../output-file.ts'
import { systemReason } from '../system-error.ts'
import type { World } from '../world.ts'
import { firstGame } from './first-game.ts'

/** Writes the first game into a folder, never over a file that is there. */
export function writeFirstGame(
  folder: string,
  world: World,
  options: { readonly json: boolean; readonly quiet: boolean },
): ExitStatus {
  const path = join(folder, 'assistant.game')
  const refuse = (sentence: string): ExitStatus => {
    complain(world, sentence)
    return exitStatus.usage
  }
  if (existsSync(resolve(world.folder, path)))
    return refuse(`${path} is there already, and stays as it is; choose another folder`)
  try {
    mkdirSync(resolve(world.folder, folder), { recursive: true })
  } catch (error) {
    return refuse(`cannot make the folder ${folder}: ${systemReason(error).words}`)
  }
  const written = writeWhole(path, firstGame, world)
  if (!written.ok) return refuse(written.sentence)
  if (options.json) world.out.write(`${JSON.stringify({ created: [path] })}\n`)
  else if (!options.quiet)
    world.out.write(
      `wrote ${path}\n\nNow try:\n  plumb solve ${path}\n  plumb report ${path} -o report.html\n`,
    )
  return exitStatus.well
}
