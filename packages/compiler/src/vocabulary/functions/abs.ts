import { defineFunction } from '../define.ts'

/** `abs`: its argument without its sign. */
export const absFunction = defineFunction({
  name: 'abs',
  doc: 'its argument without its sign',
  example: 'abs(a - b)',
  parameters: [{ name: 'number', dimension: 'alike', doc: 'the number' }],
  result: 'alike',
  becomes: ({ number }) => ({ op: 'abs', arg: number }),
})
