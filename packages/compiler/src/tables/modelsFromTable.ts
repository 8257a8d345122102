import { format, parseExpression, type Diagnostic, type Expr } from '@plumbline/parser'
import { nearest } from '../names/nearest.ts'
import { type Cell, type TableRow } from './row.ts'
import { rowValue } from './rowValue.ts'
import { distinctNames, safeName } from './safeName.ts'
import { namesIn, writtenOver, type Written } from './writtenOver.ts'

/** A field of every model, as an expression over the table's columns. */
export interface TableField {
  /** `success`, `latency`, `cost`, `price`. */
  readonly field: string
  readonly source: string
}

/** How a table becomes models. */
export interface TableRequest {
  /** Lines of the comment above the models: where the table is from, and how it was read. */
  readonly heading: readonly string[]
  /** The column that names a model, and the one that labels it (the same where null). */
  readonly name: string
  readonly label: string | null
  /** The condition that chooses rows; null for all. */
  readonly where: string | null
  /** Names that several fields share, each with its expression: `p`, `pass_num_1 of test_cases`. */
  readonly shared: readonly { readonly name: string; readonly source: string }[]
  readonly fields: readonly TableField[]
}

/** Models in the canonical layout, and what there is to say about rows; or why there are none. */
export type TableModels =
  | { readonly ok: true; readonly text: string; readonly models: number; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly sentence: string | null }

interface Parsed {
  readonly source: string
  readonly expression: Expr
}

/**
 * Model blocks from the rows of a table. Each field is an expression of the language over the row's columns and is written
 * with their numbers in the columns' places: counts stay counts, and every number can be found in the table again.
 *
 * A cost that the table does not have, or has as 0, is not written, so that nothing takes the model for free; a row without
 * any other number that a field needs is left out, and both are told.
 *
 * @param columns the columns' names, as expressions know them
 */
export function modelsFromTable(
  columns: readonly string[],
  rows: readonly TableRow[],
  request: TableRequest,
): TableModels {
  const options = [
    ...request.shared.map(({ name, source }) => ({ option: `--let ${name}`, source })),
    ...request.fields.map(({ field, source }) => ({ option: `--${field}`, source })),
    ...(request.where === null ? [] : [{ option: '--where', source: request.where }]),
  ]
  const diagnostics: Diagnostic[] = []
  const parsed = new Map(
    options.map(({ option, source }) => {
      const read = parseExpression({ name: option, text: source })
      const notes = titlesIn(source, columns)
      diagnostics.push(...read.diagnostics.map((each) => ({ ...each, notes: [...each.notes, ...notes] })))
      return [option, { source, expression: read.expression }] as const
    }),
  )
  if (diagnostics.length > 0) return { ok: false, diagnostics, sentence: null }
  const unknown = unknownColumn(columns, request, parsed)
  if (unknown !== null) return { ok: false, diagnostics: [], sentence: unknown }
  const where = parsed.get('--where')
  const chosen = rows.filter((row) => where === undefined || rowValue(where.expression, row) === true)
  if (chosen.length === 0) {
    const none =
      where === undefined ? 'the table has no rows' : `no row of ${String(rows.length)} meets --where`
    return { ok: false, diagnostics: [], sentence: none }
  }
  return { ok: true, ...writeAll(chosen, request, parsed) }
}

/** Says how a column is written whose title an expression has as the table does: `Overall_Acc` for `Overall Acc`. */
function titlesIn(source: string, columns: readonly string[]): readonly string[] {
  return columns
    .filter((column) => {
      const title = new RegExp(column.split(/_+/).join('[^\\p{L}\\p{Nd}_]+'), 'u')
      return column.includes('_') && title.test(source)
    })
    .map((column) => `the column's name is written '${column}' here`)
}

/** Says of a name in an expression that is nearly a column's, or of a column that is none, what was meant. */
function unknownColumn(
  columns: readonly string[],
  { name, label, shared }: TableRequest,
  parsed: ReadonlyMap<string, Parsed>,
): string | null {
  const meant = (wrong: string): string => {
    const near = nearest(wrong, columns)
    const listed = columns.slice(0, 12).join(', ')
    return near === null ? `it has ${listed}${columns.length > 12 ? ', …' : ''}` : `did you mean '${near}'?`
  }
  for (const column of [name, label]) {
    if (column !== null && !columns.includes(column))
      return `the table has no column '${column}'; ${meant(column)}`
  }
  const known = new Set([...columns, ...shared.map((each) => each.name)])
  for (const [option, { expression }] of parsed) {
    for (const { text } of namesIn(expression)) {
      if (!known.has(text) && nearest(text, columns) !== null)
        return `${option}: the table has no column '${text}'; ${meant(text)}`
    }
  }
  return null
}

interface Block {
  readonly name: string
  readonly label: string
  readonly row: TableRow
}

function writeAll(
  rows: readonly TableRow[],
  request: TableRequest,
  parsed: ReadonlyMap<string, Parsed>,
): { readonly text: string; readonly models: number; readonly remarks: readonly string[] } {
  const cellText = (row: TableRow, column: string): string => textOf(row.cells.get(column) ?? null)
  const names = distinctNames(
    rows.map((row) => safeName(cellText(row, request.name), `row_${String(row.number)}`)),
  )
  const remarks: string[] = []
  const blocks = rows.flatMap((row, index): readonly string[] => {
    const block = {
      name: names[index] ?? '',
      label: cellText(row, request.label ?? request.name),
      row,
    }
    const written = writeBlock(block, request, parsed)
    remarks.push(...written.remarks)
    return written.text === null ? [] : [written.text]
  })
  const heading = request.heading.map((line) => `// ${oneLine(line)}`.trimEnd()).join('\n')
  const text = `${heading}\n\n${blocks.join('\n\n')}\n`
  return { text: format({ name: 'models.game', text }), models: blocks.length, remarks }
}

function writeBlock(
  { name, label, row }: Block,
  { shared, fields }: TableRequest,
  parsed: ReadonlyMap<string, Parsed>,
): { readonly text: string | null; readonly remarks: readonly string[] } {
  const own = new Map(shared.map((each) => [each.name, `${name}_${each.name}`]))
  const over = (option: string, others: ReadonlyMap<string, string>): Written => {
    const { source, expression } = parsed.get(option) ?? { source: '', expression: null }
    return expression === null ? { ok: true, text: source } : writtenOver(source, expression, row, others)
  }
  const who = `row ${String(row.number)} (${oneLine(label)})`
  const lets: string[] = []
  const before = new Map<string, string>()
  for (const { name: of } of shared) {
    const written = over(`--let ${of}`, before)
    if (!written.ok)
      return { text: null, remarks: [`${who} is left out: its '${written.column}' is no number`] }
    const full = own.get(of) ?? of
    lets.push(`let ${full} = ${written.text}`)
    before.set(of, full)
  }
  const entries: string[] = []
  const remarks: string[] = []
  for (const { field } of fields) {
    const option = `--${field}`
    const written = over(option, own)
    const expression = parsed.get(option)?.expression
    const free = field === 'cost' && expression !== undefined && rowValue(expression, row) === 0
    if (written.ok && !free) entries.push(`  ${field}: ${written.text}`)
    else if (field === 'cost') {
      const why = written.ok ? 'the table gives 0' : `the table has no '${written.column}'`
      entries.push(`  // cost: unknown, for ${why}`)
      remarks.push(`${who} has no known cost: ${why}, which is not taken for free`)
    } else {
      const column = written.ok ? field : written.column
      return { text: null, remarks: [`${who} is left out: its '${column}' is no number`] }
    }
  }
  const title = label === name ? '' : ` "${quoted(label)}"`
  const source = `// row ${String(row.number)}`
  return { text: [source, ...lets, `model ${name}${title} {`, ...entries, '}'].join('\n'), remarks }
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell)
}

/** On one line, without characters that move a cursor. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}

function quoted(text: string): string {
  return oneLine(text).replace(/["\\]/g, '\\$&')
}
