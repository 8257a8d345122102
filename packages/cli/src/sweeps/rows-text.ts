import { explainProblem } from '@plumbline/compiler'
import type { Problem } from '@plumbline/game'
import type { SweepColumn, SweepTable } from '@plumbline/solver'
import { csv, jsonLines, jsonRows, type RowFormat } from './row-text.ts'

const formats = { csv, jsonl: jsonLines, rows: jsonRows } as const satisfies Readonly<
  Record<string, RowFormat>
>

/** By its ending, or `rows`, of which a Parquet file is made. */
export type RowFormatName = keyof typeof formats

/** Some rows as text, and how many of them have no solution. */
export type RowsText = (
  first: number,
  count: number,
) => { readonly text: Uint8Array; readonly failed: number }

/** The columns of a sweep's file: those of its table, and why a row has no solution. */
export function fileColumns(table: Pick<SweepTable, 'columns'>): readonly SweepColumn[] {
  const names = new Set(table.columns.map(({ name }) => name))
  let name = 'problem'
  while (names.has(name)) name += '_'
  return [...table.columns, { name, kind: 'text', doc: 'why there is no solution', unit: null }]
}

/** The line above all rows; empty where there is none. */
export function headOf(table: Pick<SweepTable, 'columns'>, format: RowFormatName): string {
  return formats[format].head(fileColumns(table))
}

/** Computes rows and writes them. */
export function rowsText(table: SweepTable, format: RowFormatName): RowsText {
  const line = formats[format].line(fileColumns(table))
  const encoder = new TextEncoder()
  return (first, count) => {
    let [text, failed] = ['', 0]
    for (let index = first; index < first + count; index += 1) {
      const { cells, problems } = table.row(index)
      if (problems.length > 0) failed += 1
      text += line([...cells, reasonOf(problems)])
    }
    return { text: encoder.encode(text), failed }
  }
}

function reasonOf(problems: readonly Problem[]): string | null {
  return problems.length === 0 ? null : problems.map((problem) => explainProblem(problem).message).join('; ')
}
