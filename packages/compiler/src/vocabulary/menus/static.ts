import { defineMenu } from '../define.ts'
import { chainOfSteps } from './steps.ts'

/** One model, for all attempts; the provider says which. */
export const staticMenu = defineMenu({
  name: 'static',
  doc: 'the provider picks one model, which makes every attempt',
  example: 'menu one = static(standard, reasoning)',
  models: { least: 1, most: Infinity },
  fields: ['start'],
  steps: () => [],
  chain: (parts) => chainOfSteps(parts, []),
})
