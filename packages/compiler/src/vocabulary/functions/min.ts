import { defineFunction } from '../define.ts'

/** `min`: the least of its arguments. */
export const minFunction = defineFunction({
  name: 'min',
  doc: 'the least of its arguments',
  example: 'min(churn, 0.50 USD)',
  arguments: { least: 1, most: Infinity },
  dimension: 'alike',
  becomes: (args) => ({ op: 'min', args }),
})
