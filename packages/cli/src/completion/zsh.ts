import type { DescribedCommand, DescribedOption, Expected } from './described.ts'

/** The completion of a program for zsh, to be sourced or to stand on the function path. */
export function zshCompletion(program: string, commands: readonly DescribedCommand[]): string {
  const names = commands.map(({ name, summary }) => `      ${quoted(`${name}:${summary}`)}`)
  return `#compdef ${program}

_${program}() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${names.join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}

if [ "$funcstack[1]" = "_${program}" ]; then _${program} "$@"; else compdef _${program} ${program}; fi
`
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const specs = options.flatMap(optionSpecs)
  const rest = argument === null ? [] : [quoted(`*:${argument.kind}:${actionOf(argument)}`)]
  return `    ${name})
      _arguments \\
${[...specs, ...rest].map((spec) => `        ${spec}`).join(' \\\n')}
      ;;`
}

function optionSpecs({ long, short, description, value }: DescribedOption): readonly string[] {
  const said = `[${description.replace(/[\\[\]:]/g, '\\$&')}]`
  if (value === null) return flags(short, long).map((flag) => quoted(`${flag}${said}`))
  // An option may be given again; its value stands behind a space or '='.
  const taken = `:${long.slice(2)}:${actionOf(value)}`
  return flags(short, long).map((flag) => {
    return quoted(`*${flag}${flag.startsWith('--') ? '=' : ''}${said}${taken}`)
  })
}

function flags(short: string | null, long: string): readonly string[] {
  return short === null ? [long] : [short, long]
}

function actionOf(value: Expected): string {
  switch (value.kind) {
    case 'words':
      return `(${value.words.join(' ')})`
    case 'files':
      return '_files'
    case 'anything':
      return ' '
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
