import { type Command, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings'
import type { Vocabulary } from '@plumbline/compiler'
import type { ExitStatus } from '../exit-status.ts'
import type { World } from '../world.ts'

/** Adds one command to the program; what it does is loaded when it runs. */
export type AddCommand = (program: Command, world: World, end: (status: ExitStatus) => void) => void

/** `--set NAME=VALUE`: another value for a param, an expression of the language. */
export interface Setting {
  readonly name: string
  readonly value: string
}

/** How every command that takes games reads them. */
export interface GameOptions {
  readonly settings: readonly Setting[]
  /** The folder that imports may come from; null where nobody says. */
  readonly root: string | null
  /** The language's own words with those of a configuration; only its own where it is absent. */
  readonly vocabulary?: Vocabulary
}

/** Adds a setting to those before it. */
export function collectSetting(text: string, previous: readonly Setting[]): readonly Setting[] {
  const at = text.indexOf('=')
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 0 || name === '' || value === '')
    throw new InvalidArgumentError("It takes the form NAME=VALUE, as in --set 'churn=0.05 USD'.")
  return [...previous, { name, value }]
}

export const noSettings: readonly Setting[] = []

/** Options that several commands take; each means the same everywhere. */
const settingOption = new Option(
  '--set <name=value>',
  "another value for a param, as in 'churn=0.05 USD'; repeatable",
)
  .argParser(collectSetting)
  .default(noSettings, 'none')
const rootOption = new Option(
  '--root <folder>',
  'the folder that imports may come from; else the nearest one upward with a plumb.config file or a .git',
)
export const configOption = new Option(
  '--config <file>',
  'a plumb.config.ts (or .js, .mjs): words of your own for games. It is a program, and is run',
)
export const jsonOption = new Option('--json', 'print the result as JSON, for machines')
export const watchOption = new Option('--watch', 'do it again whenever a file changes, imports included')
export const withOption = new Option(
  '--with <analyses>',
  "also answer these, as in 'flips,baselines'; all for every one",
)
export const quietOption = new Option('--quiet', 'no warnings and no remarks')

/** Gives a command the options of all that take games: how they are read, and how much is said. */
export function withGameFlags<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command.addOption(settingOption).addOption(rootOption).addOption(configOption).addOption(quietOption)
}

/** One line to type, and what comes of it. */
export interface Example {
  readonly type: string
  readonly shows: string
}

/** The examples under a command's help. */
export function examplesText(examples: readonly Example[]): string {
  return `\nExamples:\n${examples.map(({ type, shows }) => `  $ ${type}\n${shows.replace(/^/gm, '    ')}`).join('\n\n')}\n`
}
