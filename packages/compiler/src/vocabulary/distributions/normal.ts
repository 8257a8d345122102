import { defineDistribution } from '../define.ts'
import { number } from '../formulas.ts'

/** `normal(mean, sd)`, and `mean ± sd` */
export const normalDistribution = defineDistribution({
  name: 'normal',
  doc: 'a number with a mean and a standard deviation, as mean ± deviation',
  example: 'normal(62%, 3%)',
  parameters: [
    { name: 'mean', dimension: 'alike' },
    { name: 'deviation', dimension: 'alike' },
  ],
  becomes: ([mean = number(0), deviation = number(1)]) => ({
    distribution: { kind: 'normal', mean, deviation },
    point: mean,
  }),
})
