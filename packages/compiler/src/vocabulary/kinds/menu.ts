import { defineField, defineKind } from '../define.ts'

/** `menu name = form(models…) { … }`; the forms are definitions of their own. */
export const menuKind = defineKind({
  name: 'menu',
  doc: 'the models that a provider routes among, and how it may go from one to another',
  example: 'menu tiers = cascade(standard, reasoning)',
  value: { presence: 'required', what: "a form with its models, such as 'cascade(standard, reasoning)'" },
  bounds: false,
  block: 'optional',
  names: 'things',
  fields: [
    defineField({
      name: 'start',
      value: { kind: 'name', of: 'model' },
      required: false,
      default: null,
      range: "one of the menu's models; without it the provider chooses",
      doc: 'the model that makes the first attempt',
      example: 'standard',
    }),
    defineField({
      name: 'escalation',
      value: { kind: 'range', role: 'plain' },
      required: false,
      default: '0 .. 1',
      range: 'a number from 0 to 1, which fixes it, or a range within 0 .. 1',
      doc: 'the probability to go on to a further model after a failure and a re-prompt',
      example: '0 .. 50%',
      parts: 'steps',
    }),
  ],
})
