import { examplesText, jsonOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  {
    type: 'plumb solve --json first/assistant.game > answer.json\n  $ plumb verify first/assistant.game answer.json',
    shows: 'works every number out again, without the solver, and says\nwhat it had to take on trust',
  },
  {
    type: 'plumb solve --json first/assistant.game | plumb verify first/assistant.game -',
    shows: 'the same without a file between',
  },
  {
    type: 'plumb solve --json --certificate first/assistant.game | plumb verify first/assistant.game -',
    shows: 'also where showing that no route costs less takes a long list',
  },
]

/** `plumb verify FILE SOLUTION` */
export const verifyCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('verify')
      .summary('whether a solution is right, by a checker that is not the solver')
      .description(
        'Checks a solution against its game with a small program that shares nothing with the solver but exact arithmetic.',
      )
      .argument('<file>', 'a game, or a compiled game (.json); - for standard input')
      .argument('<solution>', "what 'plumb solve --json' printed for it; - for standard input")
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (file, solution, options) => {
      const { verifyFile } = await import('../actions/verify.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          verifyFile(file, solution, world, {
            json: options.json === true,
            ...game,
            quiet: options.quiet === true,
          }),
        ),
      )
    })
}
