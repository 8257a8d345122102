import { defineField, defineKind } from '../define.ts'

/** `model name { success: … latency: … cost: … }`, or `model name = other { … }` */
export const modelKind = defineKind({
  name: 'model',
  doc: 'something that makes attempts at a task',
  example: 'model standard "Instant" { success: 62%, latency: 4 s, cost: 0.002 USD }',
  value: { presence: 'optional', what: 'another model, of which it is a copy' },
  bounds: false,
  block: 'optional',
  names: 'things',
  fields: [
    defineField({
      name: 'success',
      value: { kind: 'quantity', role: 'plain' },
      within: 'success',
      required: true,
      default: null,
      range: 'more than 0, at most 100 %',
      doc: 'the probability that one attempt solves the task',
      example: '62%',
    }),
    defineField({
      name: 'latency',
      value: { kind: 'quantity', role: 'time' },
      within: 'not-negative',
      required: true,
      default: null,
      range: '0 or more',
      doc: 'how long one attempt takes',
      example: '4 s',
    }),
    defineField({
      name: 'cost',
      value: { kind: 'quantity', role: 'cost' },
      within: 'not-negative',
      required: true,
      default: null,
      range: '0 or more',
      doc: 'what one attempt costs the provider',
      example: '0.002 USD',
    }),
    defineField({
      name: 'price',
      value: { kind: 'quantity', role: 'utility' },
      within: 'not-negative',
      required: false,
      default: '0',
      range: '0 or more',
      doc: 'what the user pays for each attempt',
      example: '0.01 USD',
    }),
  ],
})
