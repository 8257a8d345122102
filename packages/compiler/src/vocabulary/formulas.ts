import type { Expression } from '@plumbline/game'

/** The expression of a rational number: `number('1/2')`. */
export function number(value: number | string): Expression {
  return { op: 'number', value: String(value) }
}

/** A sum of any number of terms; of none it is 0. */
export function sumOf(terms: readonly Expression[]): Expression {
  const [first, ...rest] = terms
  return first === undefined ? number(0) : rest.reduce((left, right) => ({ op: 'add', left, right }), first)
}

/** A product of any number of factors; of none it is 1. */
export function productOf(factors: readonly Expression[]): Expression {
  const [first, ...rest] = factors
  return first === undefined ? number(1) : rest.reduce((left, right) => ({ op: 'mul', left, right }), first)
}

/** `left - right` */
export function minus(left: Expression, right: Expression): Expression {
  return { op: 'sub', left, right }
}

/** `left / right` */
export function over(left: Expression, right: Expression): Expression {
  return { op: 'div', left, right }
}

/** `1 - share` */
export function complement(share: Expression): Expression {
  return minus(number(1), share)
}

/** The greatest of at least one number. */
export function greatest(numbers: readonly Expression[]): Expression {
  const [first, ...rest] = numbers
  if (first === undefined) throw new TypeError('the greatest of nothing')
  return rest.length === 0 ? first : { op: 'max', args: numbers }
}
