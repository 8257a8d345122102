import { sum, type Arithmetic } from '@plumbline/game'
import { solveRow } from '../chain/linearSystem.ts'
import { closure, endlessStates, positions } from './endless.ts'
import type { Process, ProcessKind, Start, Step } from './process.ts'
import { persistenceAt, type UserReply } from './reply.ts'

/** Expected attempts at a task of one kind, state by state. */
export interface KindAttempts<N> {
  /** Each node of the unrolled chain that is met: what an attempt there is like, and how many are expected. */
  readonly met: readonly { readonly state: number; readonly step: Step<N>; readonly expected: N }[]
  /** What attempts are like that are made without end; none where the expected length is finite. */
  readonly endless: readonly Step<N>[]
}

/**
 * Expected attempts of one kind of task, by elimination over nodes `(stage, state)`. Stages stand in a line, so that
 * their flows follow from one another, `x_{k+1} = x_k R_k A_k K`; only the last stage has loops, and there
 * `n = x (I - R A K)^-1` over its transient states (theory: `n = π (I - r A K)^-1`, the fundamental matrix of an
 * absorbing chain).
 *
 * @param transitions `K`, as `transitionMatrix` makes it.
 */
export function attemptsOfKind<N>(
  process: Process<N>,
  kind: ProcessKind<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  reply: UserReply<N>,
): KindAttempts<N> {
  const { arithmetic: ar, depth } = process
  const met: { state: number; step: Step<N>; expected: N }[] = []
  const until = reply.kind === 'leaves-after' && reply.failures !== null ? reply.failures : null
  const line = until ?? depth - 1
  let flow = startingFlow(process, start)
  for (let attempt = 1; attempt <= line; attempt++) {
    const steps = kind.stages[Math.min(attempt, depth) - 1] ?? []
    steps.forEach((step, state) => {
      met.push({ state, step, expected: flow[state] ?? ar.from(0) })
    })
    flow = nextFlow(ar, flow, steps, persistenceAt(process, reply, attempt), transitions)
  }
  if (until !== null) return { met, endless: [] }
  const steps = kind.stages.at(-1) ?? []
  const persistence = persistenceAt(process, reply, line + 1)
  const never = endlessStates(
    ar,
    steps.map(({ success }) => success),
    persistence,
    transitions,
  )
  const moves = steps.map(
    ({ failure }, i) =>
      transitions[i]?.map((k) => ar.mul(ar.mul(failure, persistence[i] ?? ar.from(1)), k)) ?? [],
  )
  const transient = steps.flatMap((_, i) => (never[i] === true ? [] : [i]))
  const expected = solveRow(
    ar,
    transient.map((i) =>
      transient.map((j) => {
        const move = moves[i]?.[j] ?? ar.from(0)
        return i === j ? ar.sub(ar.from(1), move) : ar.neg(move)
      }),
    ),
    transient.map((i) => flow[i] ?? ar.from(0)),
  )
  transient.forEach((state, k) => {
    const step = steps[state]
    if (step !== undefined) met.push({ state, step, expected: expected[k] ?? ar.from(0) })
  })
  return { met, endless: endlessSteps(ar, steps, never, flow, moves) }
}

/** The steps of endless states that the task comes to with a positive probability. */
function endlessSteps<N>(
  ar: Arithmetic<N>,
  steps: readonly Step<N>[],
  never: readonly boolean[],
  flow: readonly N[],
  moves: readonly (readonly N[])[],
): readonly Step<N>[] {
  if (!never.includes(true)) return []
  const reached = closure(
    moves.map((row) => positions(ar, row)),
    positions(ar, flow),
  )
  return steps.filter((_, i) => never[i] === true && reached.has(i))
}

/** The task before its first attempt, by state. @throws RangeError when there is no such state, or not one share for each. */
export function startingFlow<N>({ arithmetic: ar, states }: Process<N>, start: Start<N>): readonly N[] {
  if (typeof start !== 'number') {
    if (start.length !== states) throw new RangeError('one share for each state to start in')
    return start
  }
  if (!(Number.isInteger(start) && start >= 0 && start < states))
    throw new RangeError(`no state ${String(start)} to start in`)
  return Array.from({ length: states }, (_, state) => ar.from(state === start ? 1 : 0))
}

/** The probabilities of the next attempt's states: `x R A K`. */
export function nextFlow<N>(
  ar: Arithmetic<N>,
  flow: readonly N[],
  steps: readonly Step<N>[],
  persistence: readonly N[],
  transitions: readonly (readonly N[])[],
): readonly N[] {
  const onward = flow.map((x, i) => {
    const failure = steps[i]?.failure ?? ar.from(0)
    return ar.mul(ar.mul(x, failure), persistence[i] ?? ar.from(0))
  })
  return flow.map((_, j) =>
    sum(
      ar,
      onward.map((x, i) => ar.mul(x, transitions[i]?.[j] ?? ar.from(0))),
    ),
  )
}
