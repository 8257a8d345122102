import { examplesText, jsonOption, quietOption, type AddCommand } from './command.ts'

const examples = [
  { type: 'plumb explain E0214', shows: 'what it means, an example that fails, and the same mended' },
  { type: 'plumb explain', shows: 'all codes' },
]

/** `plumb explain [CODE]` */
export const explainCommand: AddCommand = (program, world, end) => {
  program
    .command('explain')
    .summary('what a message means')
    .description('Explains the code of a message; without a code, lists all.')
    .argument('[code]', 'such as E0214')
    .addOption(jsonOption)
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (code, options) => {
      const { explain } = await import('../actions/explain.ts')
      end(explain(code ?? null, world, { json: options.json === true }))
    })
}
