import { Option } from '@commander-js/extra-typings'
import { examplesText, jsonOption, watchOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  { type: 'plumb check first/assistant.game', shows: 'no errors, 2 asserts hold' },
  {
    type: "plumb check first/assistant.game --set 'hurry=40 USD/h'",
    shows:
      'error[E0401]: this does not hold: customer.gap <= 0.05 USD\n… and where, with the numbers on both sides; exit status 1',
  },
  {
    type: "plumb check --format github menus/*.game --set 'hurry=40 USD/h'",
    shows:
      '::error file=menus/assistant.game,line=…\nremarks that a workflow shows beside the lines of a change',
  },
]

const formats = ['text', 'json', 'github'] as const

/** `plumb check FILE…` */
export const checkCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('check')
      .summary('find every mistake, and check the asserts')
      .description('Reads games, reports every mistake in them, and checks what they assert.')
      .argument('<file...>', 'games, or compiled games (.json); - for standard input')
      .addOption(new Option('--format <format>', 'how to print').choices(formats).default('text' as const))
      .addOption(new Option('--fix', 'apply the fixes that are safe, in place, and check what is left'))
      .addOption(watchOption)
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (files, options) => {
      const { check } = await import('../actions/check.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(
          { ...options, watch: options.watch === true && !files.includes('-') },
          world,
          (game, turn) =>
            check(files, turn, {
              format: options.json === true ? 'json' : options.format,
              ...game,
              quiet: options.quiet === true,
              fix: options.fix === true,
              watch: options.watch === true,
            }),
        ),
      )
    })
}
