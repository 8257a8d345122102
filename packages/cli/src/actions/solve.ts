import { solutionSchema } from '@plumbline/game'
import { announce } from '../announce.ts'
import { askedAnalyses } from '../asked-analyses.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judged } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import type { SearchAsked } from '../search-limits.ts'
import { solvePatiently } from '../searches.ts'
import type { World } from '../world.ts'

/** What `plumb solve` was asked for. */
export interface SolveOptions extends GameOptions {
  readonly json: boolean
  /** Analyses to make as well, as they were typed: names between commas, or `all`. */
  readonly with: string | undefined
  readonly quiet: boolean
  readonly search: SearchAsked
}

/**
 * Solves each file and prints its solution: a summary for people, or one JSON document a line (a
 * single one on a terminal: indented).
 */
export async function solveFiles(
  files: readonly string[],
  world: World,
  options: SolveOptions,
): Promise<ExitStatus> {
  const asked = askedAnalyses(options.with)
  if (!asked.ok) {
    complain(world, asked.sentence)
    return exitStatus.usage
  }
  let status: ExitStatus = exitStatus.well
  let printed = 0
  for (const path of files) {
    const loaded = await loadGame(path, world, options)
    const solution =
      loaded.kind === 'game'
        ? await solvePatiently(loaded.instance, asked.names, options.search, world)
        : null
    const judgement = judged(loaded, solution)
    status = worse(status, announce(path, judgement, world, options.quiet))
    if (judgement.solved === null) continue
    if (options.json) {
      const indent = world.out.isTerminal && files.length === 1 ? 2 : 0
      world.out.write(`${JSON.stringify(judgement.solved.document, null, indent)}\n`)
    } else {
      const { summaryOf } = await import('./summary.ts')
      world.out.write(`${printed > 0 ? '\n\n' : ''}${summaryOf(judgement.solved)}`)
    }
    printed++
  }
  return status
}

/** Prints the JSON Schema of solution documents. */
export function printSolutionSchema(world: World): ExitStatus {
  world.out.write(`${JSON.stringify(solutionSchema(), null, 2)}\n`)
  return exitStatus.well
}
