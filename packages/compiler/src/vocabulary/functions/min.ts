import { defineFunction } from '../define.ts'

/** `min`: the least of its arguments. */
export const minFunction = defineFunction({
  name: 'min',
  doc: 'the least of its arguments',
  example: 'min(churn, 0.50 USD)',
  parameters: [{ name: 'numbers', dimension: 'alike', several: true, doc: 'the numbers, all in one unit' }],
  result: 'alike',
  becomes: ({ numbers }) => ({ op: 'min', args: numbers }),
})
