import { defineFunction } from '../define.ts'
import { one } from './one.ts'

/** `sqrt`: the square root. */
export const sqrtFunction = defineFunction({
  name: 'sqrt',
  doc: 'the square root',
  example: 'sqrt(2)',
  arguments: { least: 1, most: 1 },
  dimension: { power: 1 / 2 },
  becomes: one('sqrt'),
})
