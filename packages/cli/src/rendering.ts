import { realpathSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { renderJson, renderMarkdown, renderText, type Writing } from '@plumbline/report'
import type { LiveGame } from '@plumbline/report/html'
import { complain } from './complain.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import { writeWhole } from './output-file.ts'
import type { World } from './world.ts'

/** Where a writing goes, and in which form. */
export interface RenderingOptions {
  /** Where to write; null or `-` prints. */
  readonly output: string | null
  /** Printed as JSON. */
  readonly json: boolean
  readonly quiet: boolean
}

type Renderer = (writing: Writing, game: LiveGame | null) => string | Promise<string>

const text: Renderer = (writing) => renderText(writing)

const renderers = new Map<string, Renderer>([
  ['.txt', text],
  ['.md', renderMarkdown],
  ['.json', renderJson],
  ['.html', async (writing, game) => (await import('./report-page.ts')).page(writing, game)],
])

/**
 * Why a writing on these files cannot go there, or null.
 *
 * @param paths the files that it is about, which it must not overwrite
 */
export function refusalOf(
  paths: readonly string[],
  { output }: RenderingOptions,
  world: World,
): string | null {
  if (output === null || output === '-') return null
  if (!renderers.has(extname(output).toLowerCase()))
    return `cannot tell from '${output}' how to write the report; end it in .html, .md, .txt or .json`
  const place = realPath(resolve(world.folder, output))
  const same = paths.find((path) => path !== '-' && realPath(resolve(world.folder, path)) === place)
  return same === undefined
    ? null
    : `the report would overwrite ${same}, which it is about; choose another name`
}

/**
 * Prints a writing or writes it into a file, in the form that the file's ending names.
 *
 * @param game the game that a page on it may solve again at other numbers
 */
export async function put(
  writing: Writing,
  world: World,
  options: RenderingOptions,
  game: LiveGame | null = null,
): Promise<ExitStatus> {
  const output = options.output === '-' ? null : options.output
  if (output === null) {
    world.out.write(options.json ? renderJson(writing) : await text(writing, null))
    return exitStatus.well
  }
  const render = renderers.get(extname(output).toLowerCase()) ?? text
  const written = writeWhole(output, await render(writing, game), world)
  if (!written.ok) {
    complain(world, written.sentence)
    return exitStatus.usage
  }
  if (!options.quiet) world.err.write(`wrote ${output}\n`)
  return exitStatus.well
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
