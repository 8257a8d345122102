import {
  examplesText,
  jsonOption,
  quietOption,
  rootOption,
  settingOption,
  type AddCommand,
} from './command.ts'

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
    type: 'plumb solve --json menus/*.game',
    shows: '{"schema":"plumbline/solution@1","game":"assistant",…}\none document a line',
  },
]

/** `plumb solve FILE…` */
export const solveCommand: AddCommand = (program, world, end) => {
  program
    .command('solve')
    .summary('the equilibrium, and who loses by it')
    .description(
      'Solves games: the route that is best for the provider when users answer it as is best for them.',
    )
    .argument('<file...>', 'games, or compiled games (.json); - for standard input')
    .addOption(jsonOption)
    .addOption(settingOption)
    .addOption(rootOption)
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (files, options) => {
      const { solveFiles } = await import('../actions/solve.ts')
      end(
        await solveFiles(files, world, {
          json: options.json === true,
          settings: options.set,
          root: options.root ?? null,
          quiet: options.quiet === true,
        }),
      )
    })
}
