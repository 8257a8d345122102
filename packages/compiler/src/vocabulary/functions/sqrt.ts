import { defineFunction } from '../define.ts'

/** `sqrt`: the square root. */
export const sqrtFunction = defineFunction({
  name: 'sqrt',
  doc: 'the square root',
  example: 'sqrt(2)',
  parameters: [{ name: 'number', dimension: 'alike', doc: 'the number, not negative' }],
  result: { power: 1 / 2 },
  becomes: ({ number }) => ({ op: 'sqrt', arg: number }),
})
