import { Option } from '@commander-js/extra-typings'
import { examplesText, quietOption, type AddCommand } from './command.ts'

const examples = [
  {
    type: 'plumb fmt first/assistant.game',
    shows: 'rewrites the file in the canonical layout, comments kept',
  },
  {
    type: 'plumb fmt --check menus/*.game',
    shows: 'names the files that would change; exit status 1 if any',
  },
  {
    type: 'plumb fmt --diff first/assistant.game',
    shows: 'the lines that would change; exit status 1 if any',
  },
  { type: 'plumb fmt - < draft.game', shows: 'prints the layout of what it reads' },
]

/** `plumb fmt FILE…` */
export const fmtCommand: AddCommand = (program, world, end) => {
  program
    .command('fmt')
    .summary('the canonical layout')
    .description('Lays games out canonically. A file with a syntax error is left as it is.')
    .argument('<file...>', 'games; - for standard input, printed to standard output')
    .addOption(new Option('--check', 'change nothing, and name what would change'))
    .addOption(new Option('--diff', 'change nothing, and show what would change, line by line'))
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (files, options) => {
      const { formatFiles } = await import('../actions/fmt.ts')
      end(
        await formatFiles(files, world, {
          check: options.check === true,
          diff: options.diff === true,
          quiet: options.quiet === true,
        }),
      )
    })
}
