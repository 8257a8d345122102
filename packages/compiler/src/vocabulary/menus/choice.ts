import { defineMenu } from '../define.ts'
import { chainOfSteps } from './steps.ts'

/** One model, for all attempts; the user says which. */
export const choiceMenu = defineMenu({
  name: 'choice',
  doc: 'the user picks one model, which makes every attempt',
  example: 'menu picker = choice(standard, reasoning)',
  models: { least: 1, most: Infinity },
  fields: [],
  steps: () => [],
  chain: (parts) => chainOfSteps(parts, [], 'user'),
})
