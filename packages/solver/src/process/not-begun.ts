import type { Payoffs } from './payoffs.ts'
import type { Process } from './process.ts'

/** A task that is not begun: unsolved, without wait, and lost to the provider. */
export function notBegun<N>({ arithmetic: ar, states, penalty, user }: Process<N>): Payoffs<N> {
  const zero = ar.from(0)
  return {
    finite: true,
    attempts: Array.from({ length: states }, () => zero),
    total: zero,
    success: zero,
    latency: zero,
    serving: zero,
    utility: user.outside,
    cost: penalty,
  }
}
