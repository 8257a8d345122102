import { reportModel } from '@plumbline/report'
import { announce } from '../announce.ts'
import { askedAnalyses } from '../asked-analyses.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judge } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import { put, refusalOf, type RenderingOptions } from '../rendering.ts'
import { cannotWatch } from '../watch.ts'
import type { World } from '../world.ts'

/** What `plumb report` was asked for. */
export interface ReportOptions extends GameOptions, RenderingOptions {
  /** Analyses to report on, as they were typed; all unless told. */
  readonly with: string | undefined
  /** Whether it will be done again. */
  readonly watch: boolean
}

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
  const judgement = judge(await loadGame(path, world, options), asked.names)
  const status = announce(path, judgement, world, options.quiet)
  if (judgement.solved === null) return status
  const { instance, document } = judgement.solved
  const model = reportModel(instance, document, path === '-' ? {} : { fileName: path })
  const game = { instance, fileName: model.fileName, analyses: asked.names }
  return worse(status, await put(model, world, options, game))
}
