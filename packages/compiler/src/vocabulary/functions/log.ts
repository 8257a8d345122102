import { defineFunction } from '../define.ts'
import { one } from './one.ts'

/** `log`: the natural logarithm. */
export const logFunction = defineFunction({
  name: 'log',
  doc: 'the natural logarithm',
  example: 'log(2)',
  arguments: { least: 1, most: 1 },
  dimension: 'plain',
  becomes: one('log'),
})
