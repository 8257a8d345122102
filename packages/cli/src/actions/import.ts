import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { modelsFromTable, nearest, type TableField } from '@plumbline/compiler'
import { complain } from '../complain.ts'
import { diagnosticText } from '../diagnostic-printer.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import { decodeText } from '../input.ts'
import { writeWhole } from '../output-file.ts'
import { systemReason } from '../system-error.ts'
import { formatOf, readTable, type Table, type TableFormat } from '../tables/read-table.ts'
import type { World } from '../world.ts'

/** What `plumb import` was asked for. */
export interface ImportOptions {
  readonly format: TableFormat | null
  /** List the columns instead of writing models. */
  readonly columns: boolean
  readonly name: string | null
  readonly label: string | null
  readonly where: string | null
  readonly shared: readonly { readonly name: string; readonly source: string }[]
  readonly fields: readonly TableField[]
  /** Where the table is from, for the comment above the models. */
  readonly source: string | null
  readonly output: string | null
  readonly quiet: boolean
}

const mostBytes = 64 * 1024 * 1024

/** Sentences about what is wrong, before the rest is only counted. */
const mostSentences = 12

/** Writes the rows of a table as model blocks. */
export async function importTable(path: string, world: World, options: ImportOptions): Promise<ExitStatus> {
  const table = await load(path, world, options.format)
  if (!table.ok) {
    complain(world, table.sentence)
    return exitStatus.usage
  }
  if (options.columns) {
    world.out.write(listOf(table))
    return exitStatus.well
  }
  if (options.name === null) {
    complain(
      world,
      "say which column names a model: --name COLUMN; 'plumb import TABLE --columns' lists them",
    )
    return exitStatus.usage
  }
  const columns = table.columns.map(({ name }) => name)
  const made = modelsFromTable(columns, table.rows, {
    ...options,
    name: columnNamed(table, options.name),
    label: options.label === null ? null : columnNamed(table, options.label),
    heading: headingOf(path, options),
  })
  if (!made.ok) {
    if (made.diagnostics.length > 0) world.err.write(diagnosticText(made.diagnostics, world.err, world.env))
    for (const sentence of made.sentences.slice(0, mostSentences)) complain(world, sentence)
    const more = made.sentences.length - mostSentences
    if (more > 0) complain(world, `and ${String(more)} more`)
    return exitStatus.usage
  }
  if (!options.quiet) for (const remark of made.remarks) complain(world, remark)
  const output = options.output === '-' ? null : options.output
  if (output === null) {
    world.out.write(made.text)
    return exitStatus.well
  }
  const written = writeWhole(output, made.text, world)
  if (!written.ok) {
    complain(world, written.sentence)
    return exitStatus.usage
  }
  const count = made.models === 1 ? 'one model' : `${String(made.models)} models`
  if (!options.quiet) world.err.write(`wrote ${count} to ${output}\n`)
  return exitStatus.well
}

async function load(path: string, world: World, asked: TableFormat | null): Promise<Table> {
  const place = resolve(world.folder, path)
  try {
    const bytes = path === '-' ? await world.readStandardInput() : await readFile(place)
    const format = asked ?? formatOf(extname(path))
    if (format === null) {
      const how = 'say --format csv, tsv, json, jsonl or yaml'
      return { ok: false, sentence: `cannot tell from '${path}' how the table is written; ${how}` }
    }
    if (bytes.length > mostBytes) return { ok: false, sentence: `${path} is longer than 64 MiB` }
    const text = decodeText(bytes)
    if (text === null)
      return { ok: false, sentence: `${path} is not UTF-8 text; save it as UTF-8 and try again` }
    const table = await readTable(text, format)
    return table.ok ? table : { ok: false, sentence: `cannot read ${path} as a table: ${table.sentence}` }
  } catch (error) {
    const { code, words } = systemReason(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { ok: false, sentence: await missingSentence(path, place) }
    if (code === 'EISDIR') return { ok: false, sentence: `${path} is a folder; name a table in it` }
    return { ok: false, sentence: `cannot read ${path}: ${words}` }
  }
}

/** Says that a file is not there, and which table beside it was most likely meant. */
async function missingSentence(path: string, place: string): Promise<string> {
  const none = `there is no file ${path}`
  try {
    const tables = (await readdir(dirname(place))).filter((name) => formatOf(extname(name)) !== null)
    const near = nearest(basename(place), tables)
    return near === null ? none : `${none}; did you mean '${join(dirname(path), near)}'?`
  } catch {
    return `${none}, nor its folder`
  }
}

type Loaded = Extract<Table, { readonly ok: true }>

/** A column may be named as the table names it, too. */
function columnNamed({ columns }: Loaded, asked: string): string {
  return columns.find(({ title }) => title === asked)?.name ?? asked
}

function listOf({ columns, rows }: Loaded): string {
  const width = Math.max(...columns.map(({ name }) => name.length))
  const lines = columns.map(({ name, title }) => {
    const example = rows
      .map(({ cells }) => cells.get(name))
      .find((cell) => cell !== undefined && cell !== null)
    const shown = example === undefined ? '(empty)' : exampleText(JSON.stringify(example))
    return `${name.padEnd(width)}  ${shown}${name === title ? '' : `  (${JSON.stringify(title)})`}`
  })
  return `${lines.join('\n')}\n`
}

function exampleText(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function headingOf(path: string, options: ImportOptions): readonly string[] {
  const words = [
    'plumb import',
    path === '-' ? '-' : basename(path),
    ...(options.format === null ? [] : [`--format ${options.format}`]),
    `--name ${shell(options.name ?? '')}`,
    ...(options.label === null ? [] : [`--label ${shell(options.label)}`]),
    ...(options.where === null ? [] : [`--where ${shell(options.where)}`]),
    ...options.shared.map(({ name, source }) => `--let ${shell(`${name}=${source}`)}`),
    ...options.fields.map(({ field, source }) => `--${field} ${shell(source)}`),
  ]
  const [first = '', second = '', ...rest] = words
  return [
    ...(options.source === null ? [] : wrapped(`Source: ${options.source}`)),
    'Written by:',
    [`  ${first} ${second}`, ...rest.map((word) => `    ${word}`)].join(' \\\n//'),
  ].flatMap((line) => line.split('\n').map((each) => each.replace(/^\/\//, '')))
}

/** Lines of at most 100 characters, where words allow. */
function wrapped(text: string): readonly string[] {
  return text.split(/\s+/).reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + word.length < 100
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])
}

function shell(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`
}
