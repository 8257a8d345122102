import type { BinaryOperator, CallNode, Expr } from '@plumbline/parser'
import { clipped, numberText, whyNoNumber, type TableRow } from './row.ts'

/** That an expression has no value over a row, and why, as a sentence about the row goes on. */
export interface Unknown {
  readonly kind: 'unknown'
  /** What is wrong, without the row's own values: the same for rows of which the same is to say. */
  readonly flaw: string
  readonly why: string
}

/** What an expression comes to over a row. */
export type RowValue = number | string | boolean | Unknown

/** Values that `--let` names, in a row. */
export type RowLets = ReadonlyMap<string, RowValue>

/** Whether an expression has no value over a row. */
export function isUnknown(value: RowValue): value is Unknown {
  return typeof value === 'object'
}

/**
 * An expression over a row of a table, in doubles and without units: enough to choose rows by a condition and to tell
 * whether an amount is 0. The numbers that are written come from the language, not from here.
 *
 * An empty cell is the empty text in a comparison with a text, and has no value elsewhere. A text and a number can be
 * compared only as the table writes them: `rank == "2"`.
 */
export function rowValue(expression: Expr, row: TableRow, lets: RowLets): RowValue {
  const over = (inner: Expr): RowValue => rowValue(inner, row, lets)
  switch (expression.kind) {
    case 'number':
      return Number(expression.value) / (expression.percent ? 100 : 1)
    case 'string':
    case 'boolean':
      return expression.value
    case 'name':
      return lets.get(expression.text) ?? ofName(expression.text, row)
    case 'group':
      return over(expression.inner)
    case 'unary':
      return unary(expression.operator, over(expression.operand))
    case 'binary': {
      const { operator, left, right } = expression
      if (operator === 'in') return within(over(left), right, over)
      if (operator !== '==' && operator !== '!=') return binary(operator, over(left), over(right))
      const same = isSame([written(left, row, lets), over(left)], [written(right, row, lets), over(right)])
      return typeof same === 'boolean' && operator === '!=' ? !same : same
    }
    case 'call':
      return called(expression, over)
    case 'list':
    case 'member':
    case 'bad':
      return unknown('form', 'it has no one value')
  }
}

function unknown(flaw: string, why: string): Unknown {
  return { kind: 'unknown', flaw, why }
}

/** A column's number or text; a name that is none, such as a unit, counts as 1. */
function ofName(name: string, row: TableRow): RowValue {
  const cell = row.cells.get(name)
  if (cell === undefined) return 1
  if (cell === null) return unknown(`empty ${name}`, whyNoNumber(row, name))
  const number = numberText(cell)
  if (number === null) return String(cell)
  return number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number)
}

/** The text of a column's cell as the table has it; null for what is no column. */
function written(expression: Expr, row: TableRow, lets: RowLets): string | null {
  if (expression.kind === 'group') return written(expression.inner, row, lets)
  if (expression.kind !== 'name' || lets.has(expression.text)) return null
  const cell = row.cells.get(expression.text)
  return cell === undefined ? null : cell === null ? '' : String(cell)
}

function unary(operator: '-' | 'not', value: RowValue): RowValue {
  if (isUnknown(value)) return value
  if (operator === 'not') return typeof value === 'boolean' ? !value : noTruth(value)
  return typeof value === 'number' ? -value : noNumber(value)
}

function noTruth(value: number | string): Unknown {
  return unknown('truth', `${named(value)} is neither true nor false`)
}

function noNumber(value: string | boolean): Unknown {
  return unknown('number', `it calculates with ${named(value)}`)
}

function named(value: number | string | boolean): string {
  switch (typeof value) {
    case 'number':
      return `the number ${String(value)}`
    case 'string':
      return `the text '${clipped(value)}'`
    default:
      return String(value)
  }
}

type Side = readonly [cell: string | null, value: RowValue]

/** Whether two values are the same; a cell is compared with a text as the table has it. */
function isSame([cell, one]: Side, [otherCell, other]: Side): boolean | Unknown {
  if (typeof other === 'string' && cell !== null) return cell === other
  if (typeof one === 'string' && otherCell !== null) return one === otherCell
  // What is empty is no number.
  if (isUnknown(one) || isUnknown(other)) {
    const lack = isUnknown(one) ? one : isUnknown(other) ? other : null
    return lack === null || lack.flaw.startsWith('empty ') ? false : lack
  }
  if (typeof one === typeof other) return one === other
  // A table has its truths as texts.
  if (typeof one !== 'number' && typeof other !== 'number') return String(one) === String(other)
  return unlike(one, other)
}

function unlike(one: number | string | boolean, other: number | string | boolean): Unknown {
  const kinds = [typeof one, typeof other].sort().join(' ')
  return unknown(`comparison ${kinds}`, `it compares ${named(one)} with ${named(other)}`)
}

type Plain = Exclude<BinaryOperator, '==' | '!=' | 'in'>

function binary(operator: Plain, one: RowValue, other: RowValue): RowValue {
  switch (operator) {
    case 'and':
      return joined(one, other, false)
    case 'or':
      return joined(one, other, true)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, one, other)
    case '±':
      return one
    case '+':
    case '-':
    case '*':
    case '/':
    case 'of':
    case '^':
      return calculated(operator, one, other)
    case '..':
      return unknown('form', 'it has no one value')
  }
}

/** `and` (settled by a false) or `or` (by a true), whatever the other side is. */
function joined(one: RowValue, other: RowValue, settles: boolean): boolean | Unknown {
  if (one === settles || other === settles) return settles
  for (const side of [one, other]) {
    if (typeof side !== 'boolean') return isUnknown(side) ? side : noTruth(side)
  }
  return !settles
}

function ordered(operator: '<' | '<=' | '>' | '>=', one: RowValue, other: RowValue): boolean | Unknown {
  if (isUnknown(one)) return one
  if (isUnknown(other)) return other
  const numbers = typeof one === 'number' && typeof other === 'number'
  const texts = typeof one === 'string' && typeof other === 'string'
  if (!numbers && !texts) return unlike(one, other)
  switch (operator) {
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    case '>=':
      return one >= other
  }
}

function within(value: RowValue, set: Expr, over: (inner: Expr) => RowValue): boolean | Unknown {
  if (set.kind === 'group') return within(value, set.inner, over)
  if (set.kind === 'list') {
    return set.items.reduce<boolean | Unknown>(
      (found, item) => joined(found, isSame([null, value], [null, over(item)]), true),
      false,
    )
  }
  if (set.kind === 'binary' && set.operator === '..')
    return joined(ordered('>=', value, over(set.left)), ordered('<=', value, over(set.right)), false)
  return unknown('range', "after 'in' stands a range, '2024 .. 2025', or a list")
}

function calculated(
  operator: '+' | '-' | '*' | '/' | 'of' | '^',
  one: RowValue,
  other: RowValue,
): number | Unknown {
  if (isUnknown(one)) return one
  if (isUnknown(other)) return other
  if (typeof one !== 'number') return noNumber(one)
  if (typeof other !== 'number') return noNumber(other)
  switch (operator) {
    case '+':
      return one + other
    case '-':
      return one - other
    case '*':
      return one * other
    case '/':
    case 'of':
      return other === 0 ? unknown('division', 'it divides by zero') : one / other
    case '^':
      return one ** other
  }
}

const functions: ReadonlyMap<string, (...values: number[]) => number> = new Map([
  ['min', Math.min],
  ['max', Math.max],
  ['abs', Math.abs],
  ['sqrt', Math.sqrt],
  ['exp', Math.exp],
  ['log', Math.log],
])

function called({ callee, args }: CallNode, over: (inner: Expr) => RowValue): RowValue {
  const compute = callee.kind === 'name' ? functions.get(callee.text) : undefined
  if (compute === undefined) return unknown('form', 'it has no one value')
  const numbers: number[] = []
  for (const { value } of args) {
    const argument = over(value)
    if (isUnknown(argument)) return argument
    if (typeof argument !== 'number') return noNumber(argument)
    numbers.push(argument)
  }
  const result = compute(...numbers)
  return Number.isNaN(result) ? unknown('real', 'it is no real number') : result
}
