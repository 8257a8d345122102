import { exact, less, type Exact } from '@plumbline/game'

// Exact numbers in the words of a formula, for tests.

export const num = (value: string | number): Exact => exact.from(value)
export const [zero, one] = [num(0), num(1)]
export const add = (x: Exact, y: Exact): Exact => exact.add(x, y)
export const sub = (x: Exact, y: Exact): Exact => exact.sub(x, y)
export const mul = (x: Exact, y: Exact): Exact => exact.mul(x, y)
export const div = (x: Exact, y: Exact): Exact => exact.div(x, y)
export const minimum = (...values: readonly [Exact, ...Exact[]]): Exact =>
  values.reduce((least, value) => (less(exact, value, least) ? value : least))
