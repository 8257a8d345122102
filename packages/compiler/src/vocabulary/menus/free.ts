import { defineMenu } from '../define.ts'
import { escalationField, startField } from './fields.ts'
import { chainOfSteps } from './steps.ts'

const steps = (models: number): readonly (readonly [number, number])[] =>
  Array.from({ length: models }, (_, from) => from).flatMap((from) =>
    Array.from({ length: models }, (_, to) => [from, to] as const).filter(([, to]) => to !== from),
  )

/** After a failure and a re-prompt: any model. */
export const freeMenu = defineMenu({
  name: 'free',
  doc: 'after a failure the next attempt is by any model of the menu, with probabilities that the provider announces',
  example: 'menu pool = free(standard, reasoning)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu, in order' }],
  fields: [startField, escalationField],
  chain: ({ models }, { start, escalation }) => {
    return chainOfSteps(models, steps(models.length), { start, escalation })
  },
})
