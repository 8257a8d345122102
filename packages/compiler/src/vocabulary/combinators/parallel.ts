import { defineCombinator } from '../define.ts'
import { complement, greatest, productOf, sumOf } from '../formulas.ts'

/**
 * `parallel(m…)`: all at once, waiting for all of them; the system knows a right answer. Costs and prices add, the
 * latency is the greatest, `p = 1 - Π a_i`. A model may stand several times: each is an attempt of its own.
 */
export const parallelCombinator = defineCombinator({
  name: 'parallel',
  doc: 'asks several models at once, waits for all of them and takes a right answer if there is one',
  example: 'model both = parallel(standard, reasoning)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models that are asked' }],
  becomes: ({ models }, attempt) => {
    const all = models.map((model) => model(attempt))
    return {
      success: complement(productOf(all.map(({ success }) => complement(success)))),
      latency: greatest(all.map(({ latency }) => latency)),
      cost: sumOf(all.map(({ cost }) => cost)),
      price: sumOf(all.map(({ price }) => price)),
    }
  },
})
