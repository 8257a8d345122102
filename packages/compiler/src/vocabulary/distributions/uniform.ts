import { defineDistribution } from '../define.ts'
import { number, over, sumOf } from '../formulas.ts'

/** `uniform(a, b)` */
export const uniformDistribution = defineDistribution({
  name: 'uniform',
  doc: 'a number that is equally likely anywhere between two',
  example: 'uniform(0.2 USD, 0.8 USD)',
  parameters: [
    { name: 'low', dimension: 'alike' },
    { name: 'high', dimension: 'alike' },
  ],
  becomes: ([low = number(0), high = number(1)]) => ({
    distribution: { kind: 'uniform', low, high },
    point: over(sumOf([low, high]), number(2)),
  }),
})
