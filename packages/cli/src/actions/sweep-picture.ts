import { explainProblem } from '@plumbline/compiler'
import type { Axis, GameInstance } from '@plumbline/game'
import type { SourceFile } from '@plumbline/parser'
import { lineFigure, mapFigure, type Figure, type Writing } from '@plumbline/report'
import { regimeLine, regimeMap, type MapValue } from '@plumbline/solver'
import { complain } from '../complain.ts'
import { printDiagnostics } from '../diagnostic-printer.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { writeWhole } from '../output-file.ts'
import { pngOf } from '../png.ts'
import { progressOfShare } from '../progress.ts'
import type { World } from '../world.ts'

/** Endings of files that hold a picture of a sweep. */
export const pictureEndings: readonly string[] = ['.svg', '.png', '.html']

/** Points along the axis of a sweep over one number. */
const samples = 240

/** What a picture of a sweep is asked for. */
export interface PictureRequest {
  readonly instance: GameInstance
  readonly files: readonly SourceFile[]
  readonly axes: readonly Axis[]
  /** What contours of a map show. */
  readonly value: MapValue | null
  readonly output: string
  /** `.svg`, `.png` or `.html`. */
  readonly ending: string
  readonly json: boolean
  readonly quiet: boolean
}

/** Draws a sweep: over one number as lines, over two as a map of regimes. */
export async function sweepPicture(request: PictureRequest, world: World): Promise<ExitStatus> {
  const { axes, output, ending, quiet, json } = request
  const [, y] = axes
  const listed = axes.find(({ values }) => values.kind === 'list')
  const refusal =
    axes.length > 2
      ? `a picture has one axis or two, and these are ${String(axes.length)}; write them as rows, into a .csv, .jsonl or .parquet file`
      : listed === undefined
        ? null
        : `a picture needs every number between two ends, and '${listed.path}' is a list; give it a range, or write rows`
  if (refusal !== null) {
    complain(world, refusal)
    return exitStatus.usage
  }
  const progress = await progressOfShare(world, y === undefined ? 'of the line' : 'of the map')
  const drawn = figureOf(request, progress.update)
  progress.stop()
  if (!drawn.ok) {
    const told = drawn.problems.map((problem) => explainProblem(problem, request.files))
    printDiagnostics(told, world, quiet)
    return exitStatus.errors
  }
  const { page, picture } = await import('../report-page.ts')
  const bytes =
    ending === '.html'
      ? page(writingOf(request.instance, drawn.figure), null)
      : ending === '.svg'
        ? picture(drawn.figure)
        : await pngOf(picture(drawn.figure))
  if (typeof bytes === 'object' && 'ok' in bytes && !bytes.ok) {
    complain(world, bytes.sentence)
    return exitStatus.usage
  }
  const written = writeWhole(output, typeof bytes === 'object' ? bytes.bytes : bytes, world)
  if (!written.ok) {
    complain(world, written.sentence)
    return exitStatus.usage
  }
  if (json) world.out.write(`${JSON.stringify({ output, axes: axes.map(({ path }) => path) })}\n`)
  else if (!quiet) world.err.write(`wrote ${output}\n`)
  return exitStatus.well
}

type Drawn =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly problems: Parameters<typeof explainProblem>[0][] }

function figureOf({ instance, axes, value }: PictureRequest, progress: (share: number) => void): Drawn {
  const [x, y] = axes
  if (x === undefined) throw new TypeError('a sweep without an axis')
  const names = { id: 'sweep', title: instance.label ?? instance.name }
  if (y === undefined) {
    const result = regimeLine(instance, x, samples, progress)
    return result.ok
      ? { ok: true, figure: lineFigure(instance, result.line, names) }
      : { ok: false, problems: [...result.problems] }
  }
  const result = regimeMap(instance, [x, y], { value, progress })
  return result.ok
    ? { ok: true, figure: mapFigure(instance, result.map, value, names) }
    : { ok: false, problems: [...result.problems] }
}

function writingOf(instance: GameInstance, figure: Figure): Writing {
  return {
    title: instance.label ?? instance.name,
    about: instance.doc,
    fileName: null,
    sections: [{ id: 'sweep', title: 'Which route, and what users do', blocks: [figure] }],
  }
}
