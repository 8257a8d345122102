import { exitStatus } from './exit-status.ts'
import { internalError } from './internal-error.ts'
import { run } from './run.ts'
import { processWorld } from './world.ts'

/**
 * Runs the process's own command line, and sets its exit status.
 *
 * @param workerFile the script that other threads run
 */
export async function main(workerFile: string): Promise<void> {
  // A reader that has seen enough (`plumb solve a.game | head -1`) is no mistake.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
  const world = processWorld(workerFile)
  process.on('uncaughtException', (error) => {
    world.err.write(internalError(error, world.env))
    process.exit(exitStatus.internal)
  })
  process.exitCode = await run(process.argv.slice(2), world)
}

export { firstGame } from './actions/first-game.ts'
export { run }
