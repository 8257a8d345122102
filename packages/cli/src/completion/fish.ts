import type { DescribedCommand, DescribedOption, Expected } from './described.ts'

/** The completion of a program for fish. */
export function fishCompletion(program: string, commands: readonly DescribedCommand[]): string {
  const begin = `complete -c ${program}`
  const lines = commands.flatMap(({ name, summary, options, argument }) => {
    const within = `${begin} -n '__fish_seen_subcommand_from ${name}'`
    return [
      `${begin} -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...options.map((option) => `${within} ${optionWords(option)}`),
      ...(argument === null ? [] : [`${within} ${valueWords(argument, false)}`.trimEnd()]),
    ]
  })
  return [`# fish completion for ${program}`, '', `${begin} -f`, ...lines, ''].join('\n')
}

function optionWords({ long, short, description, value }: DescribedOption): string {
  const names = `${short === null ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`
  const takes = value === null ? '' : ` ${valueWords(value, true)}`
  return `${names}${takes} -d ${quoted(description)}`
}

function valueWords(value: Expected, ofOption: boolean): string {
  switch (value.kind) {
    case 'words':
      return `${ofOption ? '-x ' : ''}-a ${quoted(value.words.join(' '))}`
    case 'files':
      return ofOption ? '-r -F' : '-F'
    case 'anything':
      return ofOption ? '-x' : ''
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
