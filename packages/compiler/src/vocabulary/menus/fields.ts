import { defineField } from '../define.ts'

/** `start: standard`: the model that makes the first attempt; without it the provider chooses. */
export const startField = defineField({
  name: 'start',
  value: { kind: 'name', of: 'model' },
  required: false,
  default: null,
  range: "one of the menu's models; without it the provider chooses",
  doc: 'the model that makes the first attempt',
  example: 'standard',
})

/** `escalation: 0 .. 50%`: limits of the provider's probability to go on from a model to another. */
export const escalationField = defineField({
  name: 'escalation',
  value: { kind: 'range', role: 'plain' },
  required: false,
  default: '0 .. 1',
  range: 'a number from 0 to 1, which fixes it, or a range within 0 .. 1',
  doc: 'the probability to go on to a further model after a failure and a re-prompt',
  example: '0 .. 50%',
  parts: 'steps',
})
