import { sum, type Arithmetic } from '@plumbline/game'
import { dot, eliminate } from './elimination.ts'
import type { Side, Step } from './side.ts'

/** How a user answers failures. */
export type Reply<N> =
  /** Persists with the probability `r = 1 - q` after every one. */
  | { readonly kind: 'stationary'; readonly persistence: N }
  /** With one for each state. */
  | { readonly kind: 'by-state'; readonly persistence: readonly N[] }
  /** Leaves after so many; null: never. */
  | { readonly kind: 'leaves-after'; readonly failures: number | null }
  /** Does not begin. */
  | { readonly kind: 'outside' }

/** What one task is expected to come to. */
export interface Outcome<N> {
  /** By state. */
  readonly attempts: readonly N[]
  readonly total: N
  readonly success: N
  readonly latency: N
  /** `C`, net of prices. */
  readonly serving: N
  readonly utility: N
  /** `J = C + P (1 - S)`. */
  readonly cost: N
  /** `Π det(I - R A K)` over the kinds of task and the states that are reached; 1 where no failure is counted on for ever. */
  readonly determinant: N
}

type Matrix<N> = readonly (readonly N[])[]

/** Expected attempts at one kind of task, each with what it brings. */
interface Visits<N> {
  readonly met: readonly { readonly state: number; readonly step: Step<N>; readonly expected: N }[]
  readonly determinant: N
}

/**
 * What a task comes to on a route, by elimination: `n = π (I - R A K)^-1` over the states that are reached, attempts that
 * differ one after the other before it.
 *
 * @param transitions `K`
 * @returns null where the task may go on for ever
 */
export function outcomeOf<N>(
  side: Side<N>,
  transitions: Matrix<N>,
  start: number,
  reply: Reply<N>,
): Outcome<N> | null {
  const { arithmetic: ar, penalty, user } = side
  const zero = ar.from(0)
  if (reply.kind === 'outside') {
    const nothing = { total: zero, success: zero, latency: zero, serving: zero, determinant: ar.from(1) }
    return { ...nothing, attempts: transitions.map(() => zero), utility: user.outside ?? zero, cost: penalty }
  }
  const kinds = side.kinds.filter(({ weight }) => ar.sign(weight) !== 0)
  const visits = kinds.map(({ stages }) => visitsOf(ar, stages, transitions, start, reply))
  if (visits.some((each) => each === null)) return null
  const weighted = (of: (each: Visits<N>) => N): N =>
    sum(
      ar,
      kinds.map(({ weight }, k) => {
        const found = visits[k]
        return found === undefined || found === null ? zero : ar.mul(weight, of(found))
      }),
    )
  const total = (of: (step: Step<N>) => N): N =>
    weighted(({ met }) =>
      sum(
        ar,
        met.map(({ step, expected }) => ar.mul(expected, of(step))),
      ),
    )
  const attempts = transitions.map((_, i) =>
    weighted(({ met }) =>
      sum(
        ar,
        met.filter(({ state }) => state === i).map(({ expected }) => expected),
      ),
    ),
  )
  const success = total((step) => step.success)
  const serving = total((step) => step.serving)
  return {
    attempts,
    total: sum(ar, attempts),
    success,
    latency: total((step) => step.latency),
    serving,
    utility: total((step) => step.worth),
    cost: ar.add(serving, ar.mul(penalty, ar.sub(ar.from(1), success))),
    determinant: visits.reduce((product, each) => ar.mul(product, each?.determinant ?? zero), ar.from(1)),
  }
}

function visitsOf<N>(
  ar: Arithmetic<N>,
  stages: readonly (readonly Step<N>[])[],
  transitions: Matrix<N>,
  start: number,
  reply: Exclude<Reply<N>, { readonly kind: 'outside' }>,
): Visits<N> | null {
  const until = reply.kind === 'leaves-after' ? reply.failures : null
  const met: { state: number; step: Step<N>; expected: N }[] = []
  let flow: readonly N[] = transitions.map((_, i) => ar.from(i === start ? 1 : 0))
  for (let attempt = 1; ; attempt++) {
    const steps = stages[Math.min(attempt, stages.length) - 1] ?? []
    if (until === null && attempt >= stages.length) {
      const rest = lastStage(ar, steps, transitions, flow, reply)
      return rest === null ? null : { met: [...met, ...rest.met], determinant: rest.determinant }
    }
    for (const [state, step] of steps.entries()) {
      const expected = flow[state] ?? ar.from(0)
      if (ar.sign(expected) !== 0) met.push({ state, step, expected })
    }
    if (attempt === until) return { met, determinant: ar.from(1) }
    const going = steps.map(({ failure }, i) =>
      ar.mul(ar.mul(flow[i] ?? ar.from(0), failure), persistenceIn(ar, reply, i)),
    )
    flow = transitions.map((_, j) =>
      dot(
        ar,
        going,
        transitions.map((row) => row[j] ?? ar.from(0)),
      ),
    )
  }
}

/** Persistence after a failure in a state, for one who does not leave by counting. */
function persistenceIn<N>(ar: Arithmetic<N>, reply: Reply<N>, state: number): N {
  if (reply.kind === 'stationary') return reply.persistence
  return reply.kind === 'by-state' ? (reply.persistence[state] ?? ar.from(0)) : ar.from(1)
}

function lastStage<N>(
  ar: Arithmetic<N>,
  steps: readonly Step<N>[],
  transitions: Matrix<N>,
  flow: readonly N[],
  reply: Reply<N>,
): Visits<N> | null {
  const moves = steps.map(({ failure }, i) => {
    const on = ar.mul(failure, persistenceIn(ar, reply, i))
    return (transitions[i] ?? []).map((k) => ar.mul(on, k))
  })
  const positive = (row: readonly N[]): readonly number[] =>
    row.flatMap((x, j) => (ar.sign(x) === 0 ? [] : [j]))
  const next = moves.map(positive)
  const reached = closure(next, positive(flow))
  const ends = (i: number): boolean => {
    const row = moves[i] ?? []
    return ar.sign(ar.sub(ar.from(1), sum(ar, row))) > 0
  }
  if (![...reached].every((i) => [...closure(next, [i])].some(ends))) return null
  const states = [...reached].sort((a, b) => a - b)
  const found = eliminate(
    ar,
    states.map((i) => states.map((j) => ar.sub(ar.from(i === j ? 1 : 0), moves[i]?.[j] ?? ar.from(0)))),
    states.map((i) => flow[i] ?? ar.from(0)),
  )
  if (found === null) return null
  const met = states.flatMap((state, k) => {
    const [step, expected] = [steps[state], found.solution[k]]
    return step === undefined || expected === undefined ? [] : [{ state, step, expected }]
  })
  return { met, determinant: found.determinant }
}

/** Where one may come to from some states, these included. */
function closure(next: readonly (readonly number[])[], from: Iterable<number>): ReadonlySet<number> {
  const reached = new Set(from)
  for (const i of reached) for (const j of next[i] ?? []) reached.add(j)
  return reached
}
