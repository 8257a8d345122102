import { defineField, defineKind } from '../define.ts'

/** `verifier name { passes: … catches: … }` */
export const verifierKind = defineKind({
  name: 'verifier',
  doc: 'a check of answers before the user sees them',
  example: 'verifier tests { passes: 98%, catches: 80%, latency: 1 s }',
  value: null,
  bounds: false,
  block: 'required',
  names: 'things',
  fields: [
    defineField({
      name: 'passes',
      value: { kind: 'quantity', role: 'plain' },
      within: 'share',
      required: true,
      default: null,
      range: 'from 0 to 100 %',
      doc: 'the share of right answers that it accepts',
      example: '98%',
    }),
    defineField({
      name: 'catches',
      value: { kind: 'quantity', role: 'plain' },
      within: 'share',
      required: true,
      default: null,
      range: 'from 0 to 100 %',
      doc: 'the share of wrong answers that it flags',
      example: '80%',
    }),
    defineField({
      name: 'latency',
      value: { kind: 'quantity', role: 'time' },
      within: 'not-negative',
      required: false,
      default: '0',
      range: '0 or more',
      doc: 'how long one check takes',
      example: '1 s',
    }),
    defineField({
      name: 'cost',
      value: { kind: 'quantity', role: 'cost' },
      within: 'not-negative',
      required: false,
      default: '0',
      range: '0 or more',
      doc: 'what one check costs the provider',
      example: '0.001 USD',
    }),
  ],
})
