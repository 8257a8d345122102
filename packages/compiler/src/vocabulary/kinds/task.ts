import { defineField, defineKind } from '../define.ts'

/** `task name { weight: … }` */
export const taskKind = defineKind({
  name: 'task',
  doc: 'a hidden kind of task, on which models may do better or worse',
  example: 'task easy { weight: 70% }',
  value: null,
  bounds: false,
  block: 'optional',
  names: 'things',
  fields: [
    defineField({
      name: 'weight',
      value: { kind: 'quantity', role: 'plain' },
      within: 'positive',
      required: false,
      default: null,
      range: 'more than 0; without weights the shares are equal',
      doc: 'its share of the tasks',
      example: '70%',
    }),
  ],
})
