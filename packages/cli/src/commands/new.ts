import { examplesText, jsonOption, quietOption, type AddCommand } from './command.ts'

const examples = [
  { type: 'plumb new first', shows: 'writes first/assistant.game, a game to change into your own' },
  { type: 'plumb solve first/assistant.game', shows: 'solves it' },
]

/** `plumb new DIR` */
export const newCommand: AddCommand = (program, world, end) => {
  program
    .command('new')
    .summary('a first game that solves')
    .description('Writes a first game into a folder, which is made where there is none.')
    .argument('<dir>', 'the folder')
    .addOption(jsonOption)
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (folder, options) => {
      const { writeFirstGame } = await import('../actions/new.ts')
      end(writeFirstGame(folder, world, { json: options.json === true, quiet: options.quiet === true }))
    })
}
