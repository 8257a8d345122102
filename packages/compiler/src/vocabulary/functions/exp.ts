import { defineFunction } from '../define.ts'

/** `exp`: e to the power of its argument. */
export const expFunction = defineFunction({
  name: 'exp',
  doc: 'e to the power of its argument',
  example: 'exp(-0.5)',
  parameters: [{ name: 'exponent', dimension: 'plain', doc: 'the exponent' }],
  result: 'plain',
  becomes: ({ exponent }) => ({ op: 'exp', arg: exponent }),
})
