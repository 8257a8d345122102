import { maximumBytes, type Diagnostic } from '@plumbline/parser'
import { checkWritten } from './checkWritten.ts'
import { chooseRows } from './chooseRows.ts'
import { requestFlaws } from './requestFlaws.ts'
import type { TableRow } from './row.ts'
import { readRequest, type TableRequest } from './tableRequest.ts'
import { writeModels } from './writeModels.ts'

/** Models in the canonical layout, and what there is to say about rows; or why there are none. */
export type TableModels =
  | {
      readonly ok: true
      readonly text: string
      readonly models: number
      readonly remarks: readonly string[]
    }
  | {
      readonly ok: false
      /** What is wrong with the syntax of an expression, in the text of its option. */
      readonly diagnostics: readonly Diagnostic[]
      /** What else is wrong, a sentence each. */
      readonly sentences: readonly string[]
    }

/**
 * Model blocks from the rows of a table. Each field is an expression of the language over the row's columns and is written
 * with their numbers in the columns' places: counts stay counts, and every number can be found in the table again.
 *
 * A cost that the table does not have, or has as 0, is not written, so that nothing takes the model for free; a row without
 * any other number that a field needs is left out, and both are told. What is written compiles, but for fields that were
 * not given: a mistake is told in words of the table, and nothing is written.
 *
 * @param columns the columns' names, as expressions know them
 */
export function modelsFromTable(
  columns: readonly string[],
  rows: readonly TableRow[],
  request: TableRequest,
): TableModels {
  if (request.fields.length === 0) return refused([noFields])
  const { asked, diagnostics } = readRequest(request, columns)
  if (diagnostics.length > 0) return { ok: false, diagnostics, sentences: [] }
  const flaws = requestFlaws(columns, request, asked)
  if (flaws.length > 0) return refused(flaws)
  const chosen = chooseRows(rows, asked, request.label ?? request.name)
  if (!chosen.ok) return refused([chosen.sentence])
  const written = writeModels(chosen.rows, request, asked)
  const remarks = [...chosen.remarks, ...written.remarks, ...missingFields(request)]
  if (written.models === 0) return refused([...remarks, 'no row is left, so there is no model to write'])
  if (new TextEncoder().encode(written.text).length > maximumBytes) {
    const count = String(written.models)
    return refused([
      `${count} models make a file of more than 8 MiB, which no command reads; choose fewer rows with --where`,
    ])
  }
  const mistakes = checkWritten(written, asked)
  if (mistakes.length > 0) return refused(mistakes)
  return { ok: true, text: written.text, models: written.models, remarks }
}

function refused(sentences: readonly string[]): TableModels {
  return { ok: false, diagnostics: [], sentences }
}

const noFields =
  "say what the columns make of a model's fields: --success 'passed of cases' --latency 'seconds * 1 s' --cost 'usd * 1 USD'"

/** Says which fields every model needs and none was given. */
function missingFields({ fields }: TableRequest): readonly string[] {
  return ['success', 'latency', 'cost']
    .filter((required) => !fields.some(({ field }) => field === required))
    .map((field) => `--${field} is not given: the models compile once each has a ${field}`)
}
