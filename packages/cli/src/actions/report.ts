import { realpathSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { renderJson, renderMarkdown, renderText, reportModel, type ReportModel } from '@plumbline/report'
import { announce } from '../announce.ts'
import { askedAnalyses } from '../asked-analyses.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { judge } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import { writeWhole } from '../output-file.ts'
import { cannotWatch, watching } from '../watch.ts'
import type { World } from '../world.ts'

/** What `plumb report` was asked for. */
export interface ReportOptions extends GameOptions {
  /** Where to write; null or `-` prints. */
  readonly output: string | null
  readonly json: boolean
  /** Analyses to report on, as they were typed; all unless told. */
  readonly with: string | undefined
  readonly quiet: boolean
  /** Go on until stopped. */
  readonly watch: boolean
}

type Renderer = (model: ReportModel) => string | Promise<string>

const text: Renderer = (model) => renderText(model)

const renderers = new Map<string, Renderer>([
  ['.txt', text],
  ['.md', renderMarkdown],
  ['.json', renderJson],
  ['.html', async (model) => (await import('../report-page.ts')).page(model)],
])

/** Solves a game and writes the whole report on it. */
export async function report(path: string, world: World, options: ReportOptions): Promise<ExitStatus> {
  if (!options.watch) return reportOnce(path, world, options)
  if (path === '-') {
    complain(world, cannotWatch)
    return exitStatus.usage
  }
  return watching(world, (turn) => reportOnce(path, turn, options))
}

async function reportOnce(path: string, world: World, options: ReportOptions): Promise<ExitStatus> {
  const output = options.output === '-' ? null : options.output
  const render =
    output === null ? (options.json ? renderJson : text) : renderers.get(extname(output).toLowerCase())
  const refusal = refusalOf(path, output, render !== undefined, world)
  if (refusal !== null || render === undefined) {
    complain(world, refusal ?? '')
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
  const rendered = await render(reportModel(instance, document, path === '-' ? {} : { fileName: path }))
  if (output === null) {
    world.out.write(rendered)
    return status
  }
  const written = writeWhole(output, rendered, world)
  if (!written.ok) {
    complain(world, written.sentence)
    return exitStatus.usage
  }
  if (!options.quiet) world.err.write(`wrote ${output}\n`)
  return status
}

/** Why this output cannot be, or null. */
function refusalOf(path: string, output: string | null, known: boolean, world: World): string | null {
  if (output === null) return null
  if (!known)
    return `cannot tell from '${output}' how to write the report; end it in .html, .md, .txt or .json`
  const same =
    path !== '-' && realPath(resolve(world.folder, path)) === realPath(resolve(world.folder, output))
  return same ? `the report would overwrite ${path}, which it is about; choose another name` : null
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
