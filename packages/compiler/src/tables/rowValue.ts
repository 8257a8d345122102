import type { BinaryOperator, Expr } from '@plumbline/parser'
import { numberText, type TableRow } from './row.ts'

/** What an expression comes to over a row; null where something in it has no value. */
export type RowValue = number | string | boolean | null

/**
 * An expression over a row of a table, in doubles and without units: enough to choose rows by a condition and to tell
 * whether an amount is 0. The numbers that are written come from the language, not from here.
 */
export function rowValue(expression: Expr, row: TableRow): RowValue {
  switch (expression.kind) {
    case 'number':
      return Number(expression.value) / (expression.percent ? 100 : 1)
    case 'string':
    case 'boolean':
      return expression.value
    case 'name':
      return ofName(expression.text, row)
    case 'group':
      return rowValue(expression.inner, row)
    case 'unary': {
      const value = rowValue(expression.operand, row)
      if (expression.operator === 'not') return typeof value === 'boolean' ? !value : null
      return typeof value === 'number' ? -value : null
    }
    case 'binary':
      return binary(
        expression.operator,
        () => rowValue(expression.left, row),
        () => rowValue(expression.right, row),
      )
    case 'list':
    case 'member':
    case 'call':
    case 'bad':
      return null
  }
}

/** A column's number or text; a name that is none, such as a unit, counts as 1. */
function ofName(name: string, { cells }: TableRow): RowValue {
  if (!cells.has(name)) return 1
  const cell = cells.get(name) ?? null
  const number = numberText(cell)
  if (number === null) return cell
  return number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number)
}

function binary(operator: BinaryOperator, left: () => RowValue, right: () => RowValue): RowValue {
  const one = left()
  switch (operator) {
    case 'and':
      return one === false ? false : truth(one, right(), (a, b) => a && b)
    case 'or':
      return one === true ? true : truth(one, right(), (a, b) => a || b)
    case '==':
    case '!=': {
      const other = right()
      // A cell may hold a number that the condition compares with a text.
      const same = typeof one === typeof other ? one === other : String(one) === String(other)
      return one === null || other === null
        ? operator === '!=' && one !== other
        : same === (operator === '==')
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, one, right())
    case '±':
      return one
    case '+':
    case '-':
    case '*':
    case '/':
    case 'of':
    case '^':
      return calculated(operator, one, right())
    case 'in':
    case '..':
      return null
  }
}

function truth(one: RowValue, other: RowValue, combine: (a: boolean, b: boolean) => boolean): boolean | null {
  return typeof one === 'boolean' && typeof other === 'boolean' ? combine(one, other) : null
}

function ordered(operator: '<' | '<=' | '>' | '>=', one: RowValue, other: RowValue): boolean | null {
  const numbers = typeof one === 'number' && typeof other === 'number'
  const texts = typeof one === 'string' && typeof other === 'string'
  if (!numbers && !texts) return null
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

function calculated(
  operator: '+' | '-' | '*' | '/' | 'of' | '^',
  one: RowValue,
  other: RowValue,
): number | null {
  if (typeof one !== 'number' || typeof other !== 'number') return null
  switch (operator) {
    case '+':
      return one + other
    case '-':
      return one - other
    case '*':
      return one * other
    case '/':
    case 'of':
      return other === 0 ? null : one / other
    case '^':
      return one ** other
  }
}
