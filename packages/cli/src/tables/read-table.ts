import { distinctNames, safeName, type Cell, type TableRow } from '@plumbline/compiler'

/** How a table is written. */
export type TableFormat = 'csv' | 'tsv' | 'json' | 'jsonl' | 'yaml'

/** A table's columns, by the names that expressions know them by, with the table's own; or why it is none. */
export type Table =
  | {
      readonly ok: true
      readonly columns: readonly { readonly name: string; readonly title: string }[]
      readonly rows: readonly TableRow[]
    }
  | { readonly ok: false; readonly sentence: string }

const formats = new Map<string, TableFormat>([
  ['.csv', 'csv'],
  ['.tsv', 'tsv'],
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
])

/** The format that a file's name tells, null for none. */
export function formatOf(extension: string): TableFormat | null {
  return formats.get(extension.toLowerCase()) ?? null
}

/** Reads a table: its first line, or the keys of its records, are the columns. */
export async function readTable(text: string, format: TableFormat): Promise<Table> {
  try {
    const records = await recordsOf(text.replace(/^\uFEFF/, ''), format)
    return records === null
      ? {
          ok: false,
          sentence: `a table in ${format.toUpperCase()} is a list of records, each with a value by column`,
        }
      : tableOf(records)
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : '').split('\n')
    return { ok: false, sentence: `it is not ${format.toUpperCase()}: ${line}` }
  }
}

type Records = readonly ReadonlyMap<string, unknown>[]

async function recordsOf(text: string, format: TableFormat): Promise<Records | null> {
  switch (format) {
    case 'csv':
    case 'tsv': {
      const { parse } = await import('csv-parse/sync')
      const lines: string[][] = parse(text, {
        delimiter: format === 'csv' ? ',' : '\t',
        relaxColumnCount: true,
        skipEmptyLines: true,
      })
      const [header = [], ...rows] = lines
      const titles = distinctNames(header.map((title) => title.trim()))
      return rows.map((row) => new Map(titles.map((title, index) => [title, row[index] ?? null])))
    }
    case 'json':
      return asRecords(JSON.parse(text))
    case 'jsonl':
      return asRecords(
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line): unknown => JSON.parse(line)),
      )
    case 'yaml': {
      const { parse } = await import('yaml')
      return asRecords(parse(text, { maxAliasCount: 100 }))
    }
  }
}

function asRecords(value: unknown): Records | null {
  if (!Array.isArray(value)) return null
  const records = value.map((each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? new Map(Object.entries(each)) : null,
  )
  return records.every((each) => each !== null) ? records : null
}

function tableOf(records: Records): Table {
  const titles = [...new Set(records.flatMap((record) => [...record.keys()]))]
  if (titles.length === 0) return { ok: false, sentence: 'it has no columns' }
  const names = distinctNames(titles.map((title, index) => safeName(title, `column_${String(index + 1)}`)))
  return {
    ok: true,
    columns: titles.map((title, index) => ({ title, name: names[index] ?? title })),
    rows: records.map((record, index) => ({
      number: index + 1,
      cells: new Map(titles.map((title, place) => [names[place] ?? title, cellOf(record.get(title))])),
    })),
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value instanceof Date ? value.toISOString().slice(0, 10) : null
}
