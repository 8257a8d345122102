import { parseExpression, type Diagnostic, type Expr } from '@plumbline/parser'

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

/** An expression that was asked for, by the option that gives it. */
export interface Asked {
  readonly option: string
  readonly source: string
  readonly expression: Expr
}

/** The expressions of a request, read. */
export interface AskedOf {
  readonly where: Asked | null
  readonly shared: readonly (Asked & { readonly name: string })[]
  readonly fields: readonly (Asked & { readonly field: string })[]
}

/** Reads the expressions of a request; what is wrong with their syntax is pointed at in the option's own text. */
export function readRequest(
  { where, shared, fields }: TableRequest,
  columns: readonly string[],
): { readonly asked: AskedOf; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const read = (option: string, source: string): Asked => {
    const parsed = parseExpression({ name: option, text: source })
    const notes = titlesIn(source, columns)
    diagnostics.push(...parsed.diagnostics.map((each) => ({ ...each, notes: [...each.notes, ...notes] })))
    return { option, source, expression: parsed.expression }
  }
  const asked = {
    where: where === null ? null : read('--where', where),
    shared: shared.map(({ name, source }) => ({ name, ...read(`--let ${name}`, source) })),
    fields: fields.map(({ field, source }) => ({ field, ...read(`--${field}`, source) })),
  }
  return { asked, diagnostics }
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

/** An expression as one operand of a greater one: in parentheses, unless it is a name. */
export function asOperand(source: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(source) ? source : `(${source})`
}
