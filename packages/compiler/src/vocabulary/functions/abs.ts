import { defineFunction } from '../define.ts'
import { one } from './one.ts'

/** `abs`: its argument without its sign. */
export const absFunction = defineFunction({
  name: 'abs',
  doc: 'its argument without its sign',
  example: 'abs(a - b)',
  arguments: { least: 1, most: 1 },
  dimension: 'alike',
  becomes: one('abs'),
})
