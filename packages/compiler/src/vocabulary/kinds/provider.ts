import { defineField, defineKind } from '../define.ts'

/** `provider name { offers: … penalty: … }` */
export const providerKind = defineKind({
  name: 'provider',
  doc: 'who runs the models and announces the route',
  example: 'provider acme { offers: tiers, penalty: 0.10 USD }',
  value: null,
  bounds: false,
  block: 'required',
  names: 'things',
  fields: [
    defineField({
      name: 'offers',
      value: { kind: 'name', of: 'menu' },
      required: true,
      default: null,
      range: 'a menu of the file',
      doc: 'the menu that it routes in',
      example: 'tiers',
    }),
    defineField({
      name: 'penalty',
      value: { kind: 'quantity', role: 'cost' },
      required: false,
      default: '0',
      range: '0 or more',
      doc: 'what a task that is given up costs it',
      example: '0.10 USD',
    }),
    defineField({
      name: 'throttle',
      value: { kind: 'quantity', role: 'time' },
      required: false,
      default: null,
      range: 'more than 0; without it nothing is slowed down',
      doc: 'the latency up to which it may slow a model down',
      example: '30 s',
    }),
    defineField({
      name: 'routing',
      value: { kind: 'word', words: ['announced', 'hidden'] },
      required: false,
      default: 'announced',
      range: "'announced' or 'hidden'",
      doc: 'whether users know the route',
      example: 'announced',
    }),
    defineField({
      name: 'ties',
      value: { kind: 'word', words: ['strong', 'weak'] },
      required: false,
      default: 'strong',
      range: "'strong' or 'weak'",
      doc: "whose way users who do not care decide: the provider's (strong), or against it (weak)",
      example: 'strong',
    }),
  ],
})
