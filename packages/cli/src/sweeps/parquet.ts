import { open } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Cell, SweepColumn } from '@plumbline/solver'
import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer'

/** Rows of a row group: some ten megabytes of memory at a time. */
const groupRows = 16_384

const types = { number: 'DOUBLE', text: 'STRING', boolean: 'BOOLEAN' } as const

/**
 * Writes a Parquet file from rows as JSON arrays, one a line, one row group after the other.
 *
 * @param written told after each group how many rows are written
 */
export async function writeParquet(
  rows: string,
  output: string,
  columns: readonly SweepColumn[],
  written: (rows: number) => void,
): Promise<void> {
  const file = await open(output, 'w')
  try {
    const bytes = new ByteWriter()
    const flush = async (): Promise<void> => {
      await file.writeFile(bytes.getBytes())
      bytes.index = 0
    }
    const schema = schemaFromColumnData({ columnData: columnsOf(columns, []) })
    const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'plumb sweep' })
    let done = 0
    const writeGroup = async (group: readonly (readonly Cell[])[]): Promise<void> => {
      await writer.write({ columnData: columnsOf(columns, group), rowGroupSize: groupRows })
      await flush()
      done += group.length
      written(done)
    }
    let group: (readonly Cell[])[] = []
    for await (const line of createInterface({ input: createReadStream(rows), crlfDelay: Infinity })) {
      group.push(JSON.parse(line) as readonly Cell[])
      if (group.length < groupRows) continue
      await writeGroup(group)
      group = []
    }
    if (group.length > 0) await writeGroup(group)
    await writer.finish()
    await flush()
  } finally {
    await file.close()
  }
}

function columnsOf(columns: readonly SweepColumn[], rows: readonly (readonly Cell[])[]): ColumnSource[] {
  return columns.map(({ name, kind }, at) => {
    return { name, type: types[kind], nullable: true, data: rows.map((cells) => cells[at] ?? null) }
  })
}
