import { defineDistribution } from '../define.ts'
import { number, over, sumOf } from '../formulas.ts'

/** `beta(a, b)`; its mean is `a / (a + b)` */
export const betaDistribution = defineDistribution({
  name: 'beta',
  doc: 'a share, as a beta distribution',
  example: 'beta(141, 86)',
  parameters: [
    { name: 'a', dimension: 'plain' },
    { name: 'b', dimension: 'plain' },
  ],
  becomes: ([alpha = number(1), beta = number(1)]) => ({
    distribution: { kind: 'beta', alpha, beta },
    point: over(alpha, sumOf([alpha, beta])),
  }),
})
