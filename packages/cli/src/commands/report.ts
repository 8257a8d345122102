import {
  examplesText,
  jsonOption,
  watchOption,
  withOption,
  type AddCommand,
  withGameFlags,
} from './command.ts'

const examples = [
  {
    type: 'plumb report first/assistant.game -o report.html',
    shows: 'writes one page with pictures that opens in any browser',
  },
  {
    type: 'plumb report first/assistant.game -o report.md',
    shows: 'writes the same for a pull request or a wiki',
  },
  { type: 'plumb report first/assistant.game', shows: 'prints it in this terminal' },
]

/** `plumb report FILE -o OUT` */
export const reportCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('report')
      .summary('the whole report: page, Markdown, text or JSON')
      .description(
        'Solves a game and reports on it: verdict, menu, equilibrium, misalignment, what would change it.',
      )
      .argument('<file>', 'a game, or a compiled game (.json); - for standard input')
      .option('-o, --output <out>', 'where to write: .html, .md, .txt or .json (default: text, printed)')
      .addOption(watchOption)
      .addOption(withOption)
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (file, options) => {
      const { report } = await import('../actions/report.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(
          { ...options, watch: options.watch === true && file !== '-' },
          world,
          (game, turn) =>
            report(file, turn, {
              output: options.output ?? null,
              json: options.json === true,
              with: options.with,
              ...game,
              quiet: options.quiet === true,
              watch: options.watch === true,
            }),
        ),
      )
    })
}
