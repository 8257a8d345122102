import { defineMenu } from '../define.ts'
import { startField } from './fields.ts'
import { chainOfSteps } from './steps.ts'

/** One model, for all attempts; the provider says which. */
export const staticMenu = defineMenu({
  name: 'static',
  doc: 'the provider picks one model, which makes every attempt',
  example: 'menu one = static(standard, reasoning)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu, in order' }],
  fields: [startField],
  chain: ({ models }, { start }) => chainOfSteps(models, [], { start }),
})
