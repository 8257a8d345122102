import { defineCombinator, number, over, productOf, sumOf, type Expression } from '@plumbline/compiler'

/**
 * Speculative decoding: a small model drafts `ahead` tokens, the target model checks them in one pass and keeps those up
 * to the first that it would not have written, which it replaces by its own. What comes out is what the target alone
 * would have written (Leviathan, Kalman and Matias 2023, arXiv 2211.17192, theorem 3.5), only sooner.
 *
 * With `a` the probability that the target keeps a drafted token, a run of `g` drafted tokens yields
 * `E = 1 + a + … + a^g` tokens. Per token a draft takes `1/n` of its attempt's latency and a pass of the target `1/n` of
 * its, so an attempt of `n` tokens takes `n/E` runs and
 *
 *     latency = (g l_draft + l_target) / E
 *     cost    = (g c_draft + (1 + (g) share) c_target) / E
 *
 * where `share` is what checking one drafted token costs, as a share of what writing one costs: 1 where cost is
 * arithmetic, less where it is the time of the accelerator.
 */
export const speculativeCombinator = defineCombinator({
  name: 'speculative',
  doc: 'drafts an answer with a small model, a few tokens ahead, and keeps what the target model would have written too',
  example: 'model fast = speculative(small, large, ahead: 4, accept: 80%)',
  parameters: [
    { name: 'draft', is: 'model', doc: 'the model that drafts' },
    { name: 'target', is: 'model', doc: 'the model whose answer it becomes' },
    {
      name: 'ahead',
      is: 'whole',
      least: 1,
      most: 32,
      named: true,
      doc: 'how many tokens it drafts at a time',
    },
    {
      name: 'accept',
      is: 'number',
      role: 'plain',
      within: 'share',
      named: true,
      doc: 'the probability that the target keeps a drafted token',
    },
    {
      name: 'check',
      is: 'number',
      role: 'plain',
      within: 'share',
      named: true,
      default: '1',
      doc: 'what checking a drafted token costs, as a share of what the target takes to write one',
    },
  ],
  becomes: ({ draft, target, ahead, accept, check }, attempt) => {
    const [small, large] = [draft(attempt), target(attempt)]
    const yielded = powersUpTo(accept, ahead)
    const drafted = number(ahead)
    const passes = sumOf([number(1), productOf([drafted, check])])
    return {
      success: large.success,
      latency: over(sumOf([productOf([drafted, small.latency]), large.latency]), yielded),
      cost: over(sumOf([productOf([drafted, small.cost]), productOf([passes, large.cost])]), yielded),
      price: large.price,
    }
  },
})

/** `1 + x + … + x^most`, by Horner's rule: right also where x is 1. */
function powersUpTo(x: Expression, most: number): Expression {
  return Array.from({ length: most }).reduce<Expression>(
    (sum) => sumOf([number(1), productOf([x, sum])]),
    number(1),
  )
}
