import type { Command, Option } from '@commander-js/extra-typings'

/** What may stand somewhere on a command line: one of some words, a file, or what no shell can guess. */
export type Expected =
  { readonly kind: 'words'; readonly words: readonly string[] } | { readonly kind: 'files' | 'anything' }

/** An option of a command, as a shell completes it. */
export interface DescribedOption {
  /** `--format` */
  readonly long: string
  /** `-o`; null where there is none. */
  readonly short: string | null
  /** On one line. */
  readonly description: string
  /** Null for a flag. */
  readonly value: Expected | null
}

/** A command as a shell completes it. */
export interface DescribedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly DescribedOption[]
  /** What its arguments are, all alike; null where it takes none. */
  readonly argument: Expected | null
}

/**
 * The commands of a program, read off its declarations, so that no list has to be kept beside them.
 *
 * @param words what an argument of that name may be, where the declaration does not say
 */
export function describedCommands(
  program: Command,
  words: ReadonlyMap<string, readonly string[]>,
): readonly DescribedCommand[] {
  return program.commands.map((command) => {
    const [argument] = command.registeredArguments
    const choices = argument?.argChoices ?? words.get(argument?.name() ?? '')
    return {
      name: command.name(),
      summary: command.summary(),
      options: command.createHelp().visibleOptions(command).flatMap(describedOption),
      argument: argument === undefined ? null : expected(choices, true),
    }
  })
}

function describedOption(option: Option): readonly DescribedOption[] {
  const { long, short = null, required, optional, argChoices, flags } = option
  if (long === undefined) return []
  const description = option.description.replace(/\s+/g, ' ')
  const value = required || optional ? expected(argChoices, /<(file|folder|out)>/.test(flags)) : null
  return [{ long, short, description, value }]
}

function expected(words: readonly string[] | undefined, files: boolean): Expected {
  if (words !== undefined) return { kind: 'words', words }
  return { kind: files ? 'files' : 'anything' }
}
