import { walk, type Expr } from '@plumbline/parser'
import { nearest } from '../names/nearest.ts'
import { slipOf } from '../vocabulary/units/slips.ts'
import { units } from '../vocabulary/units/units.ts'
import { safeName } from './safeName.ts'
import { asOperand, type Asked, type AskedOf, type TableRequest } from './tableRequest.ts'
import { namesIn } from './writtenOver.ts'

const unitNames = new Set(units.map(({ name }) => name))

/**
 * What is wrong with a request before any row is read, a sentence each: columns that the table does not have, names that
 * are none, units and texts where they cannot stand.
 *
 * @param columns the columns' names, as expressions know them
 */
export function requestFlaws(
  columns: readonly string[],
  { name, label }: TableRequest,
  { where, shared, fields }: AskedOf,
): readonly string[] {
  const flaws: string[] = []
  for (const [option, column] of [['--name', name] as const, ['--label', label] as const]) {
    if (column !== null && !columns.includes(column))
      flaws.push(`${option}: the table has no column '${column}'; ${columnMeant(column, columns)}`)
  }
  const before = new Set<string>()
  for (const asked of shared) {
    const flaw = flawOfName(asked.name)
    if (flaw !== null) flaws.push(`--let ${asked.name}: ${flaw}`)
    if (before.has(asked.name))
      flaws.push(`--let ${asked.name} is given twice; each name stands for one expression`)
    const later = shared.map((each) => each.name)
    flaws.push(...unknownNames(asked, columns, before, later), ...textsIn(asked))
    before.add(asked.name)
  }
  for (const asked of fields) flaws.push(...unknownNames(asked, columns, before, []), ...textsIn(asked))
  for (const asked of [...shared, ...fields]) flaws.push(...unitsForColumns(asked, columns))
  if (where !== null) flaws.push(...unknownNames(where, columns, before, []), ...unitsIn(where, shared))
  // A unit may be missing because its name is wrong.
  return flaws.length > 0 ? flaws : missingUnits(fields, shared)
}

function columnMeant(word: string, columns: readonly string[]): string {
  const near = nearest(word, columns)
  const listed = columns.slice(0, 12).join(', ')
  return near === null ? `it has ${listed}${columns.length > 12 ? ', …' : ''}` : `did you mean '${near}'?`
}

function flawOfName(name: string): string | null {
  const safe = safeName(name, 'p')
  return safe === name || safe === name.replace(/^_+/, '')
    ? null
    : `a name is a letter, then letters, digits and '_', and no unit or word of the language; '${safe}' is one`
}

function unknownNames(
  { option, source, expression }: Asked,
  columns: readonly string[],
  before: ReadonlySet<string>,
  later: readonly string[],
): readonly string[] {
  const inCondition = option === '--where'
  const unknown = new Set(
    namesIn(expression)
      .map(({ text }) => text)
      .filter((text) => !columns.includes(text) && !before.has(text) && !unitNames.has(text)),
  )
  return [...unknown].toReversed().map((text) => {
    if (later.includes(text))
      return `${option}: '${text}' is named by a later --let; a --let knows those before it`
    const unit = slipOf(text)?.unit ?? null
    if (unit !== null && !inCondition)
      return `${option}: '${text}' is neither a column nor a unit; did you mean '${unit}'?`
    const none = `${option}: the table has no column '${text}'`
    if (!inCondition) return `${none}; ${columnMeant(text, columns)}`
    const near = nearest(text, columns)
    if (near !== null) return `${none}; did you mean '${near}'? A text needs double quotes`
    const whole = source.includes("'") ? '' : `: '${quotedIn(source, text)}'`
    return `${none}; a text needs double quotes, and the shell single ones around the condition${whole}`
  })
}

/** A condition with a word of it in quotes. */
function quotedIn(source: string, word: string): string {
  return source
    .split(/("(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{Nd}_]*)/u)
    .map((part) => (part === word ? `"${part}"` : part))
    .join('')
}

function textsIn({ option, expression }: Asked): readonly string[] {
  const text = [...walk(expression)].find((node) => node.kind === 'string')
  return text === undefined
    ? []
    : [`${option}: a field is a number, and "${text.value}" is a text; a column's name stands without quotes`]
}

/** A condition compares the table's bare numbers, so that nobody takes `seconds < 1 min` for less than a minute. */
function unitsIn(where: Asked, shared: AskedOf['shared']): readonly string[] {
  const unit = unitBehind(where.expression, shared)
  const sentence = `--where compares the table's own numbers, which have no units: write it without '${unit ?? ''}'`
  return unit === null ? [] : [sentence]
}

/** Numbers of a table have no units: where one field is given a unit, one that is not would be a plain number. */
function missingUnits(fields: AskedOf['fields'], shared: AskedOf['shared']): readonly string[] {
  const amounts = fields.filter(({ field, source }) => field !== 'success' && !/^[0.]+$/.test(source))
  const [bare, units] = [
    amounts.filter(({ expression }) => unitBehind(expression, shared) === null),
    amounts.filter(({ expression }) => unitBehind(expression, shared) !== null),
  ]
  const [other] = units
  if (other === undefined) return []
  return bare.map(({ option, source, field }) => {
    const [kind, unit] = field === 'latency' ? ['seconds', 's'] : ['dollars', 'USD']
    const write = `if it is in ${kind}, write ${option} '${asOperand(source)} * 1 ${unit}'`
    return `${option} has no unit, but ${other.option} has one; ${write}`
  })
}

/** A unit in an expression or in what it names; null where there is none. */
function unitBehind(start: Expr, shared: AskedOf['shared']): string | null {
  const named = new Map(shared.map(({ name, expression }) => [name, expression]))
  const reached: Expr[] = [start]
  for (let expression = reached.pop(); expression !== undefined; expression = reached.pop()) {
    const unit = unitIn(expression)
    if (unit !== null) return unit
    for (const { text } of namesIn(expression)) {
      const inner = named.get(text)
      // Each is looked into once.
      if (named.delete(text) && inner !== undefined) reached.push(inner)
    }
  }
  return null
}

function unitIn(expression: Expr): string | null {
  for (const node of walk(expression)) {
    if (node.kind === 'number' && node.unit !== null) return node.unit.text
    if (node.kind === 'name' && unitNames.has(node.text)) return node.text
  }
  return null
}

/** Says how a column is written whose title is a unit's name: `s_`. */
function unitsForColumns(asked: Asked, columns: readonly string[]): readonly string[] {
  const bare = asked.expression
  return bare.kind === 'name' && unitNames.has(bare.text) && columns.includes(`${bare.text}_`)
    ? [`${asked.option}: '${bare.text}' is a unit; the table's column is written '${bare.text}_'`]
    : []
}
