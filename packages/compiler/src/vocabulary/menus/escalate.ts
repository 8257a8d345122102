import { defineMenu } from '../define.ts'
import { escalationField, startField } from './fields.ts'
import { chainOfSteps } from './steps.ts'

const steps = (models: number): readonly (readonly [number, number])[] =>
  Array.from({ length: models }, (_, from) => from).flatMap((from) =>
    Array.from({ length: models - from - 1 }, (_, ahead) => [from, from + ahead + 1] as const),
  )

/** After a failure and a re-prompt: stay, or go on to any later model. */
export const escalateMenu = defineMenu({
  name: 'escalate',
  doc: 'after a failure the next attempt is by the same model or by any later one of the menu',
  example: 'menu tiers = escalate(small, medium, large)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu, in order' }],
  fields: [startField, escalationField],
  chain: ({ models }, { start, escalation }) => {
    return chainOfSteps(models, steps(models.length), { start, escalation })
  },
})
