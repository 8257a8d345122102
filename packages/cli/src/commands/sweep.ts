import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { examplesText, jsonOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  {
    type: "plumb sweep first/assistant.game --axis 'churn=0 USD .. 1 USD' -o churn.csv",
    shows: 'a row for each of 101 churn penalties: route, users, cost, gap, throttling',
  },
  {
    type:
      "plumb sweep first/assistant.game --axis 'churn=linear(0 USD, 1 USD, 400)' " +
      "--axis 'customer.value=geometric(0.1 USD, 10 USD, 400)' -o map.parquet",
    shows: 'all combinations, 160,000 rows; the last axis moves fastest',
  },
  {
    type: "plumb sweep first/assistant.game --axis 'churn=0 USD .. 1 USD' --axis 'customer.value=0.1 USD .. 2 USD' -o map.svg",
    shows: 'a map: which route and which answer, and the lines between them',
  },
  {
    type: 'plumb sweep first/assistant.game regimes -o regimes.jsonl --resume',
    shows: "the file's own sweep 'regimes', from where it was stopped",
  },
]

interface TypedAxis {
  readonly path: string
  readonly range: string
}

function collectAxis(text: string, previous: readonly TypedAxis[]): readonly TypedAxis[] {
  const at = text.indexOf('=')
  const [path, range] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 0 || path === '' || range === '')
    throw new InvalidArgumentError("It takes the form PATH=RANGE, as in --axis 'churn=0 USD .. 1 USD'.")
  return [...previous, { path, range }]
}

function threadCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new InvalidArgumentError('It is a whole number from 1 to 256.')
  return count
}

const noAxes: readonly TypedAxis[] = []

/** `plumb sweep FILE [NAME] -o OUT` */
export const sweepCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('sweep')
      .summary('the game solved at many points: as rows, or as a map')
      .description(
        'Solves a game at all combinations of the values of some axes, and writes one row for each. An axis moves a ' +
          'param or a number of a declaration over a range, a list, linear(a, b, n) or geometric(a, b, n).',
      )
      .argument('<file>', 'a game, or a compiled game (.json); - for standard input')
      .argument('[name]', 'a sweep of the file; else its only one, or the axes that are typed')
      .addOption(
        new Option('--axis <path=range>', "what to move, as in 'churn=0 USD .. 1 USD'; repeatable")
          .argParser(collectAxis)
          .default(noAxes, 'none'),
      )
      .requiredOption(
        '-o, --output <out>',
        'where to write: .csv, .jsonl or .parquet; or .svg, .png or .html for a picture of one axis or two',
      )
      .addOption(
        new Option('--contours <value>', 'what thin lines on a map of two axes join')
          .choices(['gap', 'cost', 'none'] as const)
          .default('gap' as const),
      )
      .addOption(new Option('--resume', 'go on where the same sweep was stopped'))
      .addOption(jsonOption)
      .addOption(
        new Option('--threads <count>', 'how many threads; else one for each processor').argParser(
          threadCount,
        ),
      ),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (file, name, options) => {
      const { sweep } = await import('../actions/sweep.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          sweep(file, world, {
            name: name ?? null,
            axes: options.axis,
            output: options.output,
            resume: options.resume === true,
            contours: options.contours === 'none' ? null : options.contours,
            threads: options.threads ?? null,
            ...game,
            json: options.json === true,
            quiet: options.quiet === true,
          }),
        ),
      )
    })
}
