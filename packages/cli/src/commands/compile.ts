import { Option } from '@commander-js/extra-typings'
import { complain } from '../complain.ts'
import { exitStatus } from '../exit-status.ts'
import { examplesText, jsonOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  {
    type: 'plumb compile first/assistant.game > assistant.json',
    shows: 'the typed game, as every other command takes it too',
  },
  { type: 'plumb compile --schema > game.schema.json', shows: 'the JSON Schema of compiled games' },
  { type: 'plumb solve assistant.json', shows: 'solves it without the language' },
]

/** `plumb compile FILE` */
export const compileCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('compile')
      .summary('the typed game as JSON')
      .description(
        'Compiles a game to its typed instance: every quantity as an expression in base units, with its place.',
      )
      .argument('[file]', 'a game; - for standard input')
      .addOption(new Option('--schema', 'print the JSON Schema of compiled games instead'))
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (file, options) => {
      const { compileFile, printSchema } = await import('../actions/compile.ts')
      if (options.schema === true) {
        end(printSchema(world))
        return
      }
      if (file === undefined) {
        complain(world, "plumb compile needs a file; 'plumb compile --schema' prints the schema")
        end(exitStatus.usage)
        return
      }
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          compileFile(file, world, {
            ...game,
            quiet: options.quiet === true,
          }),
        ),
      )
    })
}
