import { defineCombinator } from '../define.ts'
import { complement, number, productOf, sumOf } from '../formulas.ts'
import type { PerformanceFormulas } from '../define.ts'

/**
 * `retry(m, n)`: up to n attempts before the user sees anything; the system knows a right answer and stops there.
 * `p = 1 - Π a_k`; an amount `x` an attempt comes to `x_1 + a_1 (x_2 + a_2 (…))`, which is `x (1 - a^n)/(1 - a)` where all
 * attempts are alike.
 */
export const retryCombinator = defineCombinator({
  name: 'retry',
  doc: 'tries a model up to n times before the user sees anything, and stops at the first right answer',
  example: 'model patient = retry(standard, 3)',
  parameters: [
    { name: 'model', is: 'model', doc: 'the model that is tried' },
    { name: 'times', is: 'whole', least: 1, most: 100, doc: 'how often at most' },
  ],
  becomes: ({ model, times }, attempt) => {
    const tries = Array.from({ length: times }, (_, index) => model((attempt - 1) * times + index + 1))
    const expected = (amount: 'latency' | 'cost' | 'price') =>
      tries.reduceRight<ReturnType<typeof number> | null>(
        (rest, one) =>
          rest === null ? one[amount] : sumOf([one[amount], productOf([complement(one.success), rest])]),
        null,
      ) ?? number(0)
    return {
      success: complement(productOf(tries.map(({ success }) => complement(success)))),
      latency: expected('latency'),
      cost: expected('cost'),
      price: expected('price'),
    } satisfies PerformanceFormulas
  },
})
