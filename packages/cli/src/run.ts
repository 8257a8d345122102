import { Command, CommanderError } from '@commander-js/extra-typings'
import { commands } from './commands/all.ts'
import { complain } from './complain.ts'
import { exitStatus, worse, type ExitStatus } from './exit-status.ts'
import { internalError } from './internal-error.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

const introduction = `Solves the game between a router of language models and its users: which
model to start at, when to escalate, who gives up, what it costs, and who loses
by it.`

const lesson = `
To begin:
  plumb new first                        a first game, in first/assistant.game
  plumb solve first/assistant.game       what happens in it, and why
  plumb report first/assistant.game -o report.html
                                         the whole report, with pictures
  plumb explain E0214                    what a message means

Exit status: 0 all well; 1 errors in a file, or an assert that fails; 2 a command line
that cannot be understood, or a file that cannot be read or written.`

/**
 * Runs one command line (without the program's name).
 *
 * @returns the exit status; never throws: a mistake of ours is reported and answered by 70
 */
export async function run(args: readonly string[], world: World): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.well
  const program = new Command('plumb')
    .description(introduction)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command by example')
    .helpCommand('help [command]', 'the same as --help')
    .addHelpText('after', lesson)
  for (const command of commands) command(program, world, (end) => void (status = worse(status, end)))
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .configureHelp({ helpWidth: 80 })
      .configureOutput({
        writeOut: (text) => {
          world.out.write(text)
        },
        writeErr: (text) => {
          world.err.write(text)
        },
        outputError: () => undefined,
      })
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true })
      return exitStatus.usage
    }
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return commandLineError(error, program, args, world)
    world.err.write(internalError(error, world.env))
    return exitStatus.internal
  }
}

/** Commander's sentence in our form: one line, with its guess, and where to look. */
function commandLineError(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  world: World,
): ExitStatus {
  if (error.exitCode === 0) return exitStatus.well
  const said = error.message.replace(/^error: /, '')
  const [sentence = said, guess] = said.split('\n')
  const meant = /Did you mean (?:one of )?(.+)\?\)/.exec(guess ?? '')?.[1]
  const command = program.commands.find((candidate) => candidate.name() === args[0])
  const known = command === undefined ? '' : ` ${command.name()}`
  const way =
    meant === undefined ? `see 'plumb${known} --help'` : `did you mean '${meant.replaceAll(', ', "' or '")}'?`
  complain(world, `${sentence.replace(/\.$/, '')}; ${way}`)
  return exitStatus.usage
}
