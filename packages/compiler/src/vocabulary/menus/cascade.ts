import { defineMenu } from '../define.ts'
import { escalationField, startField } from './fields.ts'
import { chainOfSteps } from './steps.ts'

const steps = (models: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.max(0, models - 1) }, (_, from) => [from, from + 1] as const)

/** After a failure and a re-prompt: stay, or go on to the next model. */
export const cascadeMenu = defineMenu({
  name: 'cascade',
  doc: 'after a failure the next attempt is by the same model or, with a probability that the provider announces, by the next one',
  example: 'menu tiers = cascade(standard, reasoning)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu, in order' }],
  fields: [startField, escalationField],
  chain: ({ models }, { start, escalation }) => {
    return chainOfSteps(models, steps(models.length), { start, escalation })
  },
})
