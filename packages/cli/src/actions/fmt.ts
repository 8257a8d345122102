import { format, parse, type SourceFile } from '@plumbline/parser'
import { wantsColour } from '../colour-choice.ts'
import { complain } from '../complain.ts'
import { diagnosticText } from '../diagnostic-printer.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { readSource } from '../input.ts'
import { writeWhole } from '../output-file.ts'
import type { World } from '../world.ts'

/** What `plumb fmt` was asked for. */
export interface FormatOptions {
  /** Change nothing, and name what would change. */
  readonly check: boolean
  /** Change nothing, and show what would change. */
  readonly diff: boolean
  readonly quiet: boolean
}

/** Rewrites each file in the canonical layout; one with a syntax error is left as it is, and its mistakes told. */
export async function formatFiles(
  paths: readonly string[],
  world: World,
  options: FormatOptions,
): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.well
  for (const path of paths) {
    const read = await readSource(path, world)
    if (read.ok) status = worse(status, await formatOne(path, read.file, world, options))
    else {
      complain(world, read.sentence)
      status = worse(status, exitStatus.usage)
    }
  }
  return status
}

async function formatOne(
  path: string,
  file: SourceFile,
  world: World,
  { check, diff, quiet }: FormatOptions,
): Promise<ExitStatus> {
  const errors = parse(file).diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    world.err.write(diagnosticText(errors, world.err, world.env))
    return exitStatus.errors
  }
  const text = format(file)
  if (check || diff) {
    if (text === file.text) return exitStatus.well
    if (check) world.out.write(`${path}\n`)
    if (diff) {
      const { difference } = await import('./difference.ts')
      world.out.write(difference(path, file.text, text, wantsColour(world.env, world.out)))
    }
    return exitStatus.errors
  }
  if (path === '-') {
    world.out.write(text)
    return exitStatus.well
  }
  if (text === file.text) return exitStatus.well
  const written = writeWhole(path, text, world)
  if (!written.ok) complain(world, written.sentence)
  else if (!quiet) world.err.write(`laid out ${path}\n`)
  return written.ok ? exitStatus.well : exitStatus.usage
}
