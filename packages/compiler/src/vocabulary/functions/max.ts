import { defineFunction } from '../define.ts'

/** `max`: the greatest of its arguments. */
export const maxFunction = defineFunction({
  name: 'max',
  doc: 'the greatest of its arguments',
  example: 'max(0.2 s, setup)',
  parameters: [{ name: 'numbers', dimension: 'alike', several: true, doc: 'the numbers, all in one unit' }],
  result: 'alike',
  becomes: ({ numbers }) => ({ op: 'max', args: numbers }),
})
