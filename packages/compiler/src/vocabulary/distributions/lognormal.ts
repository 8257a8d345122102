import { defineDistribution } from '../define.ts'
import { number, over, productOf } from '../formulas.ts'

/** `lognormal(median, sigma)`; its mean is `median · exp(σ²/2)` */
export const lognormalDistribution = defineDistribution({
  name: 'lognormal',
  doc: 'a positive number with a median, and the standard deviation of its logarithm',
  example: 'lognormal(4 s, 0.5)',
  parameters: [
    { name: 'median', dimension: 'alike' },
    { name: 'sigma', dimension: 'plain' },
  ],
  becomes: ([median = number(1), sigma = number(1)]) => ({
    distribution: { kind: 'lognormal', median, sigma },
    point: productOf([median, { op: 'exp', arg: over(productOf([sigma, sigma]), number(2)) }]),
  }),
})
