import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { examplesText, quietOption, type AddCommand } from './command.ts'

const examples = [
  {
    type: 'plumb import runs.csv --columns',
    shows: 'the columns, by the names that expressions know them by',
  },
  {
    type:
      "plumb import runs.yml --name model --where 'year >= 2025' --success 'passed of cases' " +
      "--latency 'seconds * 1 s' --cost 'total_cost * 1 USD / cases' -o models.game",
    shows: 'one model for each row that is chosen, each number where it came from',
  },
]

interface Shared {
  readonly name: string
  readonly source: string
}

function collectShared(text: string, previous: readonly Shared[]): readonly Shared[] {
  const at = text.indexOf('=')
  const [name, source] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 0 || name === '' || source === '')
    throw new InvalidArgumentError("It takes the form NAME=EXPRESSION, as in --let 'p=passed of cases'.")
  return [...previous, { name, source }]
}

const noShared: readonly Shared[] = []

/** `plumb import TABLE` */
export const importCommand: AddCommand = (program, world, end) => {
  program
    .command('import')
    .summary('models from the rows of a table')
    .description(
      'Writes model blocks from the rows of a table in CSV, TSV, JSON, JSON lines or YAML. Each field is an ' +
        'expression of the language over the columns.',
    )
    .argument('<table>', 'a table; - for standard input')
    .addOption(
      new Option('--format <format>', "how the table is written; else its file's ending tells").choices([
        'csv',
        'tsv',
        'json',
        'jsonl',
        'yaml',
      ] as const),
    )
    .addOption(new Option('--columns', 'list the columns and change nothing'))
    .addOption(new Option('--name <column>', 'the column that names a model'))
    .addOption(new Option('--label <column>', 'the column that labels it; else that of the name'))
    .addOption(new Option('--where <condition>', 'only rows for which this holds'))
    .addOption(
      new Option('--let <name=expression>', 'a name that several fields share, one for each row; repeatable')
        .argParser(collectShared)
        .default(noShared, 'none'),
    )
    .addOption(new Option('--success <expression>', 'for example: passed of cases'))
    .addOption(new Option('--latency <expression>', 'for example: seconds * 1 s'))
    .addOption(new Option('--cost <expression>', 'for example: total_cost * 1 USD / cases'))
    .addOption(new Option('--price <expression>', 'what a user pays for an attempt'))
    .addOption(new Option('--source <text>', 'where the table is from, for the comment above the models'))
    .addOption(new Option('-o, --output <file>', 'where to write; else it is printed'))
    .addOption(quietOption)
    .addHelpText('after', examplesText(examples))
    .action(async (table, options) => {
      const { importTable } = await import('../actions/import.ts')
      const fields = (['success', 'latency', 'cost', 'price'] as const).flatMap((field) => {
        const source = options[field]
        return source === undefined ? [] : [{ field, source }]
      })
      end(
        await importTable(table, world, {
          format: options.format ?? null,
          columns: options.columns === true,
          name: options.name ?? null,
          label: options.label ?? null,
          where: options.where ?? null,
          shared: options.let,
          fields,
          source: options.source ?? null,
          output: options.output ?? null,
          quiet: options.quiet === true,
        }),
      )
    })
}
