import { defineFix, putIn } from '@plumbline/parser'

/** A unit after a bare number, where money or a time is wanted. Never safe: which one is its author's to know. */
export const addUnit = defineFix<{ readonly at: number; readonly unit: string }>({
  name: 'add-unit',
  title: ({ unit }) => `give it a unit, such as '${unit}'`,
  safe: false,
  edits: ({ at, unit }) => [putIn(at, ` ${unit}`)],
})
