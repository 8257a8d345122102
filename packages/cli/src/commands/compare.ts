import { Option } from '@commander-js/extra-typings'
import {
  collectSetting,
  examplesText,
  jsonOption,
  noSettings,
  type AddCommand,
  withGameFlags,
} from './command.ts'

const examples = [
  {
    type: 'plumb compare today.game proposal.game -o should-we.html',
    shows: 'what changes in route, money and gap, and who gains, as a page',
  },
  {
    type: "plumb compare first/assistant.game --then 'churn=0.50 USD'",
    shows: 'the same game at another value of a param',
  },
]

const thenOption = new Option(
  '--then <name=value>',
  'another value for a param in the second game alone; repeatable',
)
  .argParser(collectSetting)
  .default(noSettings, 'none')

/** `plumb compare BEFORE [AFTER]` */
export const compareCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('compare')
      .summary('what changes from one game to another')
      .description(
        'Solves two games, or one at two settings: what changes in route and money, and who gains.',
      )
      .argument('<before>', 'a game, or a compiled game (.json); - for standard input')
      .argument('[after]', 'the other game; without it, the same one with the values of --then')
      .addOption(thenOption)
      .option('-o, --output <out>', 'where to write: .html, .md, .txt or .json (default: text, printed)')
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (before, after, options) => {
      const { compare } = await import('../actions/compare.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          compare(before, after ?? null, world, {
            then: options.then,
            output: options.output ?? null,
            json: options.json === true,
            ...game,
            quiet: options.quiet === true,
          }),
        ),
      )
    })
}
