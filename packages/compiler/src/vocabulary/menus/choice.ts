import { defineMenu } from '../define.ts'
import { chainOfSteps } from './steps.ts'

/** One model, for all attempts; the user says which. */
export const choiceMenu = defineMenu({
  name: 'choice',
  doc: 'the user picks one model, which makes every attempt',
  example: 'menu picker = choice(standard, reasoning)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu, in order' }],
  fields: [],
  chain: ({ models }) => chainOfSteps(models, [], { chooser: 'user' }),
})
