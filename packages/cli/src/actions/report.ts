import { reportModel, solveSweeps } from '@plumbline/report'
import { simulate } from '@plumbline/solver'
import { announce } from '../announce.ts'
import { askedAnalyses } from '../asked-analyses.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judged } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import { progressOfShare } from '../progress.ts'
import { put, refusalOf, type RenderingOptions } from '../rendering.ts'
import { usualSearch } from '../search-limits.ts'
import { solvePatiently } from '../searches.ts'
import { cannotWatch } from '../watch.ts'
import type { World } from '../world.ts'

/** What `plumb report` was asked for. */
export interface ReportOptions extends GameOptions, RenderingOptions {
  /** Analyses to report on, as they were typed; all unless told. */
  readonly with: string | undefined
  /** Whether it will be done again. */
  readonly watch: boolean
}

/** How finely the pictures of sweeps look, for how many milliseconds each. A map of its own, by `plumb sweep`, looks closer. */
const sweepLimits = { cells: 31, samples: 160, time: 20_000, now: () => performance.now() }
/** Tasks that are played to check the solution, and milliseconds after which its search ends with the best that it has. */
const simulated = { tasks: 100_000, seed: 1 }
const mostTime = 10_000

/** Solves a game and writes the whole report on it. */
export async function report(path: string, world: World, options: ReportOptions): Promise<ExitStatus> {
  const refusal = options.watch && path === '-' ? cannotWatch : refusalOf([path], options, world)
  if (refusal !== null) {
    complain(world, refusal)
    return exitStatus.usage
  }
  const asked = askedAnalyses(options.with ?? 'all')
  if (!asked.ok) {
    complain(world, asked.sentence)
    return exitStatus.usage
  }
  const loaded = await loadGame(path, world, options)
  const solution =
    loaded.kind === 'game' ? await solvePatiently(loaded.instance, asked.names, usualSearch, world) : null
  const judgement = judged(loaded, solution)
  const status = announce(path, judgement, world, options.quiet)
  if (judgement.solved === null) return status
  const { instance, document } = judgement.solved
  const progress = await progressOfShare(world, 'of the maps')
  const sweeps = solveSweeps(instance, { ...sweepLimits, progress: progress.update })
  progress.stop()
  const played = simulate(instance, simulated, { time: mostTime, now: () => performance.now() })
  const model = reportModel(instance, document, {
    ...(path === '-' ? {} : { fileName: path }),
    sweeps,
    simulation: played.ok ? played.document : null,
  })
  const game = { instance, fileName: model.fileName, analyses: asked.names }
  return worse(status, await put(model, world, options, game))
}
