import { defineCombinator } from '../define.ts'
import { complement, productOf, sumOf } from '../formulas.ts'

/**
 * `verified(m, by: v, else: m2)`: with a verifier that passes a right answer with probability `w` and catches a wrong
 * one with probability `k`, the answer is handed on to the other model with probability `e = p (1 - w) + (1 - p) k`;
 * cost `c + c_v + e c2`, latency and price likewise, success `p w + e p2`.
 */
export const verifiedCombinator = defineCombinator({
  name: 'verified',
  doc: 'checks the answer of a model and hands the task on to another where the check flags it',
  example: 'model safe = verified(standard, by: tests, else: reasoning)',
  parameters: [
    { name: 'model', is: 'model', doc: 'the model that answers first' },
    { name: 'by', is: 'verifier', named: true, doc: 'what checks its answer' },
    { name: 'else', is: 'model', named: true, doc: 'the model that answers where the check flags the first' },
  ],
  becomes: ({ model, by, else: other }, attempt) => {
    const first = model(attempt)
    const second = other(attempt)
    const { passes, catches, latency, cost } = by
    const handedOn = sumOf([
      productOf([first.success, complement(passes)]),
      productOf([complement(first.success), catches]),
    ])
    return {
      success: sumOf([productOf([first.success, passes]), productOf([handedOn, second.success])]),
      latency: sumOf([first.latency, latency, productOf([handedOn, second.latency])]),
      cost: sumOf([first.cost, cost, productOf([handedOn, second.cost])]),
      price: sumOf([first.price, productOf([handedOn, second.price])]),
    }
  },
})
