import { compile, mendFile, vocabulary as ours } from '@plumbline/compiler'
import { complain } from '../complain.ts'
import type { GameOptions } from '../commands/command.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { importFiles } from '../import-files.ts'
import { readSource } from '../input.ts'
import { writeWhole } from '../output-file.ts'
import type { World } from '../world.ts'

/** Applies the safe fixes to a file in place, and says which; what cannot be read is left to the check that follows. */
export async function mend(path: string, world: World, options: GameOptions): Promise<ExitStatus> {
  if (path === '-' || path.endsWith('.json')) {
    complain(world, `--fix mends files, and ${path === '-' ? 'standard input' : path} is no .game file`)
    return exitStatus.usage
  }
  const read = await readSource(path, world)
  if (!read.ok) return exitStatus.well
  const imports = importFiles(world, options.root)
  const { text, applied } = mendFile(read.file, (file) => {
    const { settings, vocabulary = ours } = options
    return compile(file, { set: settings, resolve: imports(file), vocabulary }).diagnostics
  })
  if (applied.length === 0) return exitStatus.well
  const written = writeWhole(path, text, world)
  if (!written.ok) {
    complain(world, written.sentence)
    return exitStatus.usage
  }
  const fixes = `${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'}`
  world.err.write(`applied ${fixes} to ${path}:\n${applied.map((title) => `  ${title}\n`).join('')}`)
  return exitStatus.well
}
