import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { complain } from '../complain.ts'
import { exitStatus } from '../exit-status.ts'
import { timeOption, toleranceOption, usualSearch } from '../search-limits.ts'
import { examplesText, jsonOption, withOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  {
    type: 'plumb solve first/assistant.game',
    shows: 'what the provider announces, what users do,\nwhat it costs and who loses by it',
  },
  {
    type: "plumb solve first/assistant.game --set 'hurry=10 USD/h'",
    shows: 'the same game with people in less of a hurry',
  },
  {
    type: 'plumb solve first/assistant.game --with baselines',
    shows: 'also what simple rules would cost: the cheapest model, the fastest, …',
  },
  {
    type: 'plumb solve first/assistant.game --tolerance 1e-3 --time 10s',
    shows: 'where a search is needed: the least cost to a thousandth, or as near as ten seconds come to it',
  },
  {
    type: 'plumb solve --json menus/*.game',
    shows: '{"schema":"plumbline/solution@1","game":"assistant",…}\none document a line',
  },
]

const drawsOption = new Option(
  '--draws <n>',
  "draws of the file's uncertain numbers, with '--with uncertainty'",
).argParser((text) => wholeNumber(text, 8, 1_000_000))
const seedOption = new Option('--seed <k>', 'other draws: the same seed always gives the same').argParser(
  (text) => wholeNumber(text, 0, Number.MAX_SAFE_INTEGER),
)

const certificateOption = new Option(
  '--certificate',
  "with --json: list why no route costs less, for 'plumb verify', however long the list",
)

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(`It is a whole number from ${String(least)} to ${String(most)}.`)
  }
  return value
}

/** `plumb solve FILE…` */
export const solveCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('solve')
      .summary('the equilibrium, and who loses by it')
      .description(
        'Solves games: the route that is best for the provider when users answer it as is best for them.',
      )
      .argument('[file...]', 'games, or compiled games (.json); - for standard input')
      .addOption(withOption)
      .addOption(drawsOption)
      .addOption(seedOption)
      .addOption(new Option('--schema', 'print the JSON Schema of solution documents instead'))
      .addOption(jsonOption)
      .addOption(certificateOption)
      .addOption(toleranceOption)
      .addOption(timeOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (files, options) => {
      const { printSolutionSchema, solveFiles } = await import('../actions/solve.ts')
      if (options.schema === true) {
        end(printSolutionSchema(world))
        return
      }
      if (files.length === 0) {
        complain(world, "missing required argument 'file'; see 'plumb solve --help'")
        end(exitStatus.usage)
        return
      }
      if (options.certificate === true && options.json !== true) {
        complain(world, "--certificate goes with --json: 'plumb solve --json --certificate FILE'")
        end(exitStatus.usage)
        return
      }
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          solveFiles(files, world, {
            json: options.json === true,
            with: options.with,
            ...game,
            quiet: options.quiet === true,
            search: {
              tolerance: options.tolerance,
              time: options.time ?? usualSearch.time,
              ...(options.draws === undefined ? {} : { draws: options.draws }),
              ...(options.seed === undefined ? {} : { seed: options.seed }),
              ...(options.json === true ? { proof: options.certificate === true ? 'whole' : 'short' } : {}),
            },
          }),
        ),
      )
    })
}
