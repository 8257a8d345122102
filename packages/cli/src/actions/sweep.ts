import type { TypedAxis } from '@plumbline/compiler'
import { explainProblem } from '@plumbline/compiler'
import { sweepTable, type MapValue, type SweepTable } from '@plumbline/solver'
import { statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { announce, judgementOf } from '../announce.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { printDiagnostics } from '../diagnostic-printer.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { loadGame } from '../load-game.ts'
import { progressOf, shortTime } from '../progress.ts'
import { chooseSweep } from '../sweeps/choose-sweep.ts'
import { computeRows, type SweepTask } from '../sweeps/compute.ts'
import { discard, draftPath, openDraft, publish } from '../sweeps/draft.ts'
import { fileColumns, headOf, type RowFormatName } from '../sweeps/rows-text.ts'
import { systemReason } from '../system-error.ts'
import { pictureEndings } from './sweep-picture.ts'
import { version } from '../version.ts'
import type { World } from '../world.ts'

/** What `plumb sweep` was asked for. */
export interface SweepOptions extends GameOptions {
  /** The sweep of the file; null where it is not named. */
  readonly name: string | null
  readonly axes: readonly TypedAxis[]
  readonly output: string
  readonly resume: boolean
  /** What the contours of a map show; null for none. */
  readonly contours: MapValue | null
  /** How many threads may work; null for as many as there are processors. */
  readonly threads: number | null
  readonly json: boolean
  readonly quiet: boolean
}

const formats: ReadonlyMap<string, RowFormatName> = new Map([
  ['.csv', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.parquet', 'rows'],
])

/** More rows than this are a mistake, or for many machines. */
const mostRows = 1e9
/** Milliseconds that the rate of a sweep that is too long is measured for. */
const trial = 300

/** Solves a game at all points of a sweep, and writes a row for each. */
export async function sweep(path: string, world: World, options: SweepOptions): Promise<ExitStatus> {
  const { output } = options
  const ending = extname(output).toLowerCase()
  const format = formats.get(ending)
  const refusal =
    format === undefined
      ? pictureEndings.includes(ending)
        ? null
        : unknownEnding(output)
      : notWritable(output, world)
  if (refusal !== null) {
    complain(world, refusal)
    return exitStatus.usage
  }
  const loaded = await loadGame(path, world, options)
  const status = announce(path, judgementOf(loaded), world, options.quiet)
  if (loaded.kind !== 'game') return status
  const { instance, files } = loaded
  const chosen = chooseSweep(path, instance, options.name, options.axes)
  if (chosen.kind === 'refused') {
    complain(world, chosen.sentence)
    return exitStatus.usage
  }
  if (chosen.kind === 'wrong') {
    printDiagnostics(chosen.diagnostics, world, options.quiet)
    return exitStatus.usage
  }
  const { axes } = chosen
  if (format === undefined) {
    const { sweepPicture } = await import('./sweep-picture.ts')
    const { quiet, json, contours: value } = options
    return sweepPicture({ instance, files, axes, value, output, ending, json, quiet }, world)
  }
  const result = sweepTable(instance, { axes })
  if (!result.ok) {
    printDiagnostics(
      result.problems.map((problem) => explainProblem(problem, files)),
      world,
      options.quiet,
    )
    return exitStatus.errors
  }
  const { table } = result
  if (table.count > mostRows) {
    complain(world, tooMany(table))
    return exitStatus.usage
  }
  return write({ instance, sweep: { axes }, format }, table, world, options)
}

async function write(
  task: SweepTask,
  table: SweepTable,
  world: World,
  { output, resume, threads, quiet, json }: SweepOptions,
): Promise<ExitStatus> {
  const place = resolve(world.folder, output)
  try {
    const draft = await openDraft(draftPath(place, [version, task]), headOf(table, task.format), resume)
    if (resume && !quiet) world.err.write(resumption(draft.rows, table.count))
    const progress = await progressOf(world, 'rows', table.count, draft.rows)
    let [interrupted, rows, failed] = [false, draft.rows, 0]
    const interruption = world.onInterrupt?.(() => {
      interrupted = true
    })
    const count = threads ?? world.threads?.most ?? 1
    try {
      const helpers = world.threads === undefined ? null : { start: world.threads.start, count }
      await computeRows(task, table, draft.rows, helpers, {
        take: async (given) => {
          await draft.append(given.text)
          rows += given.count
          failed += given.failed
          progress.update(rows)
        },
        stopped: () => interrupted || world.interrupted?.aborted === true,
      })
    } finally {
      interruption?.ignore()
      progress.stop()
      await draft.close()
    }
    if (rows < table.count) {
      complain(world, stoppedAt(rows, table.count))
      return exitStatus.interrupted
    }
    await finish(draft.path, place, task, table)
    const from = draft.rows
    if (json) {
      const columns = fileColumns(table).map(({ name }) => name)
      world.out.write(`${JSON.stringify({ output, rows: table.count, columns, from, unsolved: failed })}\n`)
    } else if (!quiet) world.err.write(summary(output, table, failed, from > 0))
    return exitStatus.well
  } catch (error) {
    complain(world, `cannot write ${output}: ${systemReason(error).words}`)
    return exitStatus.usage
  }
}

async function finish(draft: string, place: string, task: SweepTask, table: SweepTable): Promise<void> {
  if (task.format !== 'rows') {
    await publish(draft, place)
    return
  }
  const { writeParquet } = await import('../parquet-file.ts')
  await writeParquet(draft, `${draft}quet`, fileColumns(table), () => undefined)
  await publish(`${draft}quet`, place)
  await discard(draft)
}

function unknownEnding(output: string): string {
  return `cannot tell from '${output}' how to write the rows; end it in .csv, .jsonl or .parquet, or for a picture in .svg, .png or .html`
}

/** Why a file cannot be written as a whole, or null. */
function notWritable(output: string, { folder }: World): string | null {
  const found = statSync(resolve(folder, output), { throwIfNoEntry: false })
  if (found === undefined || found.isFile()) return null
  return found.isDirectory()
    ? `${output} is a folder; name a file in it, such as '${join(output, 'rows.csv')}'`
    : `${output} is no ordinary file; a sweep writes one that it can go on with`
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

function tooMany(table: SweepTable): string {
  const begun = performance.now()
  let solved = 0
  while (performance.now() - begun < trial) table.row(Math.floor(table.count / 2) + solved++)
  const seconds = ((performance.now() - begun) / 1000 / solved) * table.count
  const axes = table.axes
    .map(({ axis, count }) => `${count.toLocaleString('en')} of ${axis.path}`)
    .join(' × ')
  return (
    `${counted(table.count, 'point')} (${axes}) are more than a sweep may have, which is ${counted(mostRows, 'point')}; ` +
    `one thread here would take ${shortTime(seconds)}. Give fewer to an axis, as in linear(a, b, 50)`
  )
}

function resumption(rows: number, count: number): string {
  return rows === 0
    ? 'nothing to resume: this sweep begins with its first row\n'
    : `going on after ${rows.toLocaleString('en')} of ${counted(count, 'row')}\n`
}

function stoppedAt(rows: number, count: number): string {
  return `stopped after ${rows.toLocaleString('en')} of ${counted(count, 'row')}; the same command with --resume goes on from there`
}

function summary(output: string, table: SweepTable, failed: number, resumed: boolean): string {
  const unsolved =
    failed === 0
      ? ''
      : `; ${counted(failed, 'row')}${resumed ? ' of those solved now' : ''} without a solution, for the reason in the last column`
  return `wrote ${output}: ${counted(table.count, 'row')} of ${counted(fileColumns(table).length, 'column')}${unsolved}\n`
}
