import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { examplesText, jsonOption, type AddCommand, withGameFlags } from './command.ts'

const examples = [
  {
    type: 'plumb simulate first/assistant.game --tasks 1_000_000 --seed 1',
    shows: 'plays a million tasks, and says whether they agree with the solution',
  },
  {
    type: 'plumb simulate first/assistant.game --tasks 1000 --seed 1 --trace 3',
    shows: 'also tells the first three tasks, attempt by attempt',
  },
  {
    type: 'plumb simulate first/assistant.game --seed 7 --json',
    shows: '{"schema":"plumbline/simulation@1","tasks":100000,"seed":7,…}',
  },
]

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const plain = text.replaceAll('_', '')
    const value = /^\d+$/.test(plain) ? Number(plain) : NaN
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(
        `It is a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
      )
    return value
  }
}

/** `plumb simulate FILE` */
export const simulateCommand: AddCommand = (program, world, end) => {
  withGameFlags(
    program
      .command('simulate')
      .summary('the game played task by task, beside its solution')
      .description(
        'Plays a solved game task by task, every attempt drawn at random, and compares what comes of it with the ' +
          'solution. Exit status 1 where the two do not agree.',
      )
      .argument('<file>', 'a game, or a compiled game (.json); - for standard input')
      .addOption(
        new Option('--tasks <count>', 'how many tasks to play')
          .argParser(wholeFrom(1, 1e12))
          .default(100_000),
      )
      .addOption(
        new Option('--seed <number>', 'where the random numbers begin: the same seed, the same tasks')
          .argParser(wholeFrom(0, 2 ** 32 - 1))
          .default(1),
      )
      .addOption(
        new Option('--trace <count>', 'tell the first tasks, attempt by attempt')
          .argParser(wholeFrom(0, 1000))
          .default(0),
      )
      .addOption(jsonOption),
  )
    .addHelpText('after', examplesText(examples))
    .action(async (file, options) => {
      const { simulate } = await import('../actions/simulate.ts')
      const { withGameOptions } = await import('../game-options.ts')
      end(
        await withGameOptions(options, world, (game) =>
          simulate(file, world, {
            tasks: options.tasks,
            seed: options.seed,
            trace: options.trace,
            json: options.json === true,
            ...game,
            quiet: options.quiet === true,
          }),
        ),
      )
    })
}
