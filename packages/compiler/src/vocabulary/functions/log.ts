import { defineFunction } from '../define.ts'

/** `log`: the natural logarithm. */
export const logFunction = defineFunction({
  name: 'log',
  doc: 'the natural logarithm',
  example: 'log(2)',
  parameters: [{ name: 'number', dimension: 'plain', doc: 'the number, more than 0' }],
  result: 'plain',
  becomes: ({ number }) => ({ op: 'log', arg: number }),
})
