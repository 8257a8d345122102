import { defineFunction } from '../define.ts'

/** `max`: the greatest of its arguments. */
export const maxFunction = defineFunction({
  name: 'max',
  doc: 'the greatest of its arguments',
  example: 'max(0.2 s, setup)',
  arguments: { least: 1, most: Infinity },
  dimension: 'alike',
  becomes: (args) => ({ op: 'max', args }),
})
