import type { DescribedCommand, DescribedOption, Expected } from './described.ts'

/** The completion of a program for bash: static, so that no key press starts a program or evaluates what was typed. */
export function bashCompletion(program: string, commands: readonly DescribedCommand[]): string {
  return `# bash completion for ${program}

_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}" words=''
  # bash takes '--option=value' for three words.
  if [ "$prev" = '=' ]; then prev="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  if [ "$cur" = '=' ]; then cur=''; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
  else
    case "\${COMP_WORDS[1]}" in
${commands.map(commandCase).join('\n')}
    esac
  fi
  # Without words of our own the shell offers files (-o default).
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
}

complete -o default -F _${program} ${program}
`
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const valued = options
    .filter(({ value }) => value !== null)
    .map((option) => `          ${flagsOf(option).join(' | ')}) ${wordsOf(option.value)} ;;\n`)
  return `      ${name})
        case "$prev" in
${valued.join('')}          *)
            case "$cur" in
              -*) words='${options.flatMap(flagsOf).join(' ')}' ;;
              *) ${wordsOf(argument)} ;;
            esac
            ;;
        esac
        ;;`
}

function flagsOf({ long, short }: DescribedOption): readonly string[] {
  return short === null ? [long] : [short, long]
}

function wordsOf(value: Expected | null): string {
  return value?.kind === 'words' ? `words='${value.words.join(' ')}'` : ':'
}
