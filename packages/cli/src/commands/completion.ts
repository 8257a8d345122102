import { Argument } from '@commander-js/extra-typings'
import { examplesText, type AddCommand } from './command.ts'

const examples = [
  {
    type: 'plumb completion bash > ~/.local/share/bash-completion/completions/plumb',
    shows: 'bash, for every new shell',
  },
  { type: 'plumb completion zsh > "${fpath[1]}/_plumb"', shows: 'zsh' },
  { type: 'plumb completion fish > ~/.config/fish/completions/plumb.fish', shows: 'fish' },
]

/** `plumb completion SHELL` */
export const completionCommand: AddCommand = (program, world, end) => {
  program
    .command('completion')
    .summary('completion of command lines for your shell')
    .description('Prints a script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', examplesText(examples))
    .action(async (shell) => {
      const { printCompletion } = await import('../actions/completion.ts')
      end(printCompletion(shell, program, world))
    })
}
