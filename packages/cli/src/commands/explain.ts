import { configOption, examplesText, jsonOption, quietOption, type AddCommand } from './command.ts'

const examples = [
  { type: 'plumb explain E0214', shows: 'what it means, an example that fails, and the same mended' },
  { type: 'plumb explain cascade', shows: 'a word of the language: what it is, what it takes, an example' },
  { type: 'plumb explain', shows: 'all codes and words' },
]

/** `plumb explain [NAME]` */
export const explainCommand: AddCommand = (program, world, end) => {
  program
    .command('explain')
    .summary('what a message or a word of the language means')
    .description('Explains the code of a message, or a word of the language; without either, lists all.')
    .argument('[code]', 'a code such as E0214, or a word such as cascade')
    .addOption(jsonOption)
    .addOption(configOption)
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (code, options) => {
      const { explain } = await import('../actions/explain.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, ({ vocabulary }) =>
          explain(code ?? null, world, {
            json: options.json === true,
            ...(vocabulary === undefined ? {} : { vocabulary }),
          }),
        ),
      )
    })
}
