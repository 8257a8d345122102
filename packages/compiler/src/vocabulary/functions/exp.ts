import { defineFunction } from '../define.ts'
import { one } from './one.ts'

/** `exp`: e to the power of its argument. */
export const expFunction = defineFunction({
  name: 'exp',
  doc: 'e to the power of its argument',
  example: 'exp(-0.5)',
  arguments: { least: 1, most: 1 },
  dimension: 'plain',
  becomes: one('exp'),
})
