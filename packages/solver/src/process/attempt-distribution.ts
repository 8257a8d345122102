import { sum } from '@plumbline/game'
import { nextFlow, startingFlow } from './attempts.ts'
import type { Process, Start } from './process.ts'
import { persistenceAt, type UserReply } from './reply.ts'

/** How many attempts a task takes. */
export interface AttemptDistribution<N> {
  /** `P(attempts = k)` for `k = 1, 2, …`. */
  readonly exactly: readonly N[]
  /** The probability of it with the task solved by that attempt. */
  readonly solved: readonly N[]
  /** The probability of more attempts than are listed. */
  readonly more: N
}

/**
 * The distribution of the number of attempts at a task, averaged over the hidden kinds:
 * `P(attempts >= k) = Σ_i x_k(i)`, with `x_{k+1} = x_k R A_k K` the probabilities of the states of the attempts.
 *
 * @param transitions `K`, as `transitionMatrix` makes it.
 * @param count of attempts to list, at least 0.
 */
export function attemptDistribution<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  reply: UserReply<N>,
  count: number,
): AttemptDistribution<N> {
  const { arithmetic: ar, depth, kinds } = process
  const weighted = (flows: readonly (readonly N[])[]): N =>
    sum(
      ar,
      kinds.map(({ weight }, k) => ar.mul(weight, sum(ar, flows[k] ?? []))),
    )
  const first = startingFlow(process, start)
  let flows = kinds.map(() => first)
  let atLeast = ar.from(1)
  const exactly: N[] = []
  const solved: N[] = []
  for (let attempt = 1; attempt <= count; attempt++) {
    const persistence = persistenceAt(process, reply, attempt)
    const stepsOf = (k: number) => kinds[k]?.stages[Math.min(attempt, depth) - 1] ?? []
    solved.push(
      weighted(flows.map((flow, k) => flow.map((x, i) => ar.mul(x, stepsOf(k)[i]?.success ?? ar.from(0))))),
    )
    flows = flows.map((flow, k) => {
      const steps = stepsOf(k)
      return nextFlow(ar, flow, steps, persistence, transitions)
    })
    const further = weighted(flows)
    exactly.push(ar.sub(atLeast, further))
    atLeast = further
  }
  return { exactly, solved, more: atLeast }
}
