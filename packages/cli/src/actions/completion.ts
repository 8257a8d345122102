import type { Command } from '@commander-js/extra-typings'
import { catalogue, explainWords, vocabulary } from '@plumbline/compiler'
import { bashCompletion } from '../completion/bash.ts'
import { describedCommands, type DescribedCommand } from '../completion/described.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import type { World } from '../world.ts'

const scripts: ReadonlyMap<string, (program: string, commands: readonly DescribedCommand[]) => string> =
  new Map([
    ['bash', bashCompletion],
    ['zsh', zshCompletion],
    ['fish', fishCompletion],
  ])

/** Prints the script that completes a program's command lines in a shell. */
export function printCompletion(shell: string, program: Command, world: World): ExitStatus {
  const words = new Map([['code', [...catalogue.keys(), ...explained()]]])
  const script = scripts.get(shell)
  if (script === undefined) throw new TypeError(`no script for ${shell}`)
  world.out.write(script(program.name(), describedCommands(program, words)))
  return exitStatus.well
}

/** Words of the language that can be explained, each once; not the codes of all currencies. */
function explained(): readonly string[] {
  const names = explainWords(vocabulary).map(({ name }) => name)
  return [...new Set(names.filter((name) => !/^[A-Z]{3}$/.test(name)))]
}
