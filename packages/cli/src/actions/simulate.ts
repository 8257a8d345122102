import { explainProblem } from '@plumbline/compiler'
import { prepareSimulation, type Simulation, type SimulationSize, type TaskTally } from '@plumbline/solver'
import { announce, judgementOf } from '../announce.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { printDiagnostics } from '../diagnostic-printer.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { loadGame } from '../load-game.ts'
import { progressOf } from '../progress.ts'
import { simulationText } from '../simulation/simulation-text.ts'
import type { World } from '../world.ts'

/** What `plumb simulate` was asked for. */
export interface SimulateOptions extends GameOptions {
  readonly tasks: number
  readonly seed: number
  /** How many single tasks to tell. */
  readonly trace: number
  readonly json: boolean
  readonly quiet: boolean
}

/** Milliseconds after which a search ends with the best that it has. */
const mostTime = 30_000

/** Plays a solved game task by task, and compares what is seen with the solution. */
export async function simulate(path: string, world: World, options: SimulateOptions): Promise<ExitStatus> {
  const loaded = await loadGame(path, world, options)
  const status = announce(path, judgementOf(loaded), world, options.quiet)
  if (loaded.kind !== 'game') return status
  const { instance, files } = loaded
  const prepared = prepareSimulation(instance, { time: mostTime, now: () => performance.now() })
  if (!prepared.ok) {
    printDiagnostics(
      prepared.problems.map((problem) => explainProblem(problem, files)),
      world,
      options.quiet,
    )
    return exitStatus.errors
  }
  const { simulation } = prepared
  const tallies = await played(simulation, options, world)
  if (tallies === null) {
    complain(
      world,
      'stopped; nothing was printed, since fewer tasks than were asked for would answer another question',
    )
    return exitStatus.interrupted
  }
  const document = simulation.document(options, tallies, options.trace)
  world.out.write(
    options.json
      ? `${JSON.stringify(document, null, world.out.isTerminal ? 2 : 0)}\n`
      : simulationText(document, instance),
  )
  return document.agrees ? exitStatus.well : exitStatus.errors
}

/** What was seen, block by block; null where somebody stopped it. */
async function played(
  simulation: Simulation,
  size: SimulationSize,
  world: World,
): Promise<readonly TaskTally[] | null> {
  const tallies: TaskTally[] = []
  const stop = new AbortController()
  const interruption = world.onInterrupt?.(() => {
    stop.abort()
  })
  const progress = await progressOf(world, 'tasks', size.tasks)
  let done = 0
  try {
    for (const { tally } of simulation.blocks(size)) {
      tallies.push(tally)
      done += tally.cost.count
      progress.update(done)
      await new Promise((go) => setImmediate(go))
      if (stop.signal.aborted || world.interrupted?.aborted === true) return null
    }
  } finally {
    progress.stop()
    interruption?.ignore()
  }
  return tallies
}
