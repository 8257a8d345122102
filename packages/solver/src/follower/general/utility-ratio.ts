import { sum, type Arithmetic } from '@plumbline/game'
import { startingFlow } from '../../process/attempts.ts'
import type { Process, ProcessKind, Start, Step } from '../../process/process.ts'
import { reachedFrom } from './reachable.ts'

/** `over(r)/under(r)`; coefficients, that of the constant first. `under` is positive on [0, 1). */
export interface Ratio<N> {
  readonly over: readonly N[]
  readonly under: readonly N[]
}

/**
 * `Σ n(r) x`, the expected sum of what attempts bring, as a rational function of one persistence `r` after every failure:
 * for attempts that are alike `π adj(I - r A K) x / det(I - r A K)`, by the method of Souriau, Faddeev and LeVerrier; for
 * attempts that differ the first of them one by one before it; kinds of task weighted, over the product of denominators.
 *
 * @param of what an attempt brings: its net value for the utility
 */
export function sumRatio<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  of: (step: Step<N>) => N,
): Ratio<N> {
  const { arithmetic: ar, kinds } = process
  const states = reachedFrom(ar, transitions, start)
  const begun = startingFlow(process, start)
  const flow = states.map((state) => begun[state] ?? ar.from(0))
  const rows = states.map((from) => states.map((to) => transitions[from]?.[to] ?? ar.from(0)))
  const [first, ...others] = kinds
    .filter(({ weight }) => ar.sign(weight) !== 0)
    .map((kind) => {
      const { over, under } = kindRatio(ar, kind, states, rows, flow, of)
      return { over: over.map((each) => ar.mul(kind.weight, each)), under }
    })
  if (first === undefined) throw new TypeError('a process without a kind of task that occurs')
  return others.reduce<Ratio<N>>(
    (one, other) => ({
      over: plus(ar, times(ar, one.over, other.under), times(ar, other.over, one.under)),
      under: times(ar, one.under, other.under),
    }),
    first,
  )
}

function kindRatio<N>(
  ar: Arithmetic<N>,
  kind: ProcessKind<N>,
  states: readonly number[],
  rows: readonly (readonly N[])[],
  begun: readonly N[],
  of: (step: Step<N>) => N,
): Ratio<N> {
  const stages = kind.stages.map((steps) =>
    states.map((state) => {
      const step = steps[state]
      if (step === undefined) throw new RangeError(`no state ${String(state)}`)
      return { failure: step.failure, amount: of(step) }
    }),
  )
  let flow = begun
  const head: N[] = []
  for (const stage of stages.slice(0, -1)) {
    head.push(
      dot(
        ar,
        flow,
        stage.map(({ amount }) => amount),
      ),
    )
    flow = onward(
      ar,
      flow,
      stage.map(({ failure }) => failure),
      rows,
    )
  }
  const last = stages.at(-1) ?? []
  const move = last.map(({ failure }, i) => (rows[i] ?? []).map((k) => ar.mul(failure, k)))
  const tail = resolvent(
    ar,
    move,
    flow,
    last.map(({ amount }) => amount),
  )
  const shifted = [...head.map(() => ar.from(0)), ...tail.over]
  return { over: plus(ar, times(ar, head, tail.under), shifted), under: tail.under }
}

/** `x (I - r M)^-1 y`: with `B_0 = I`, `c_k = -tr(M B_(k-1))/k`, `B_k = M B_(k-1) + c_k I`. */
function resolvent<N>(
  ar: Arithmetic<N>,
  m: readonly (readonly N[])[],
  x: readonly N[],
  y: readonly N[],
): Ratio<N> {
  const zero = ar.from(0)
  const over: N[] = []
  const under: N[] = [ar.from(1)]
  let b: readonly (readonly N[])[] = m.map((row, i) => row.map((_, j) => ar.from(i === j ? 1 : 0)))
  for (let k = 1; k <= m.length; k++) {
    over.push(
      dot(
        ar,
        x,
        b.map((row) => dot(ar, row, y)),
      ),
    )
    const product = m.map((row) =>
      row.map((_, j) =>
        dot(
          ar,
          row,
          b.map((each) => each[j] ?? zero),
        ),
      ),
    )
    const trace = sum(
      ar,
      product.map((row, i) => row[i] ?? zero),
    )
    const c = ar.neg(ar.div(trace, ar.from(k)))
    under.push(c)
    b = product.map((row, i) => row.map((each, j) => (i === j ? ar.add(each, c) : each)))
  }
  return { over, under }
}

function onward<N>(
  ar: Arithmetic<N>,
  flow: readonly N[],
  failures: readonly N[],
  rows: readonly (readonly N[])[],
): readonly N[] {
  const failed = flow.map((x, i) => ar.mul(x, failures[i] ?? ar.from(0)))
  return flow.map((_, j) =>
    dot(
      ar,
      failed,
      rows.map((row) => row[j] ?? ar.from(0)),
    ),
  )
}

function dot<N>(ar: Arithmetic<N>, a: readonly N[], b: readonly N[]): N {
  let total = ar.from(0)
  a.forEach((each, i) => {
    const other = b[i]
    if (other !== undefined && ar.sign(each) !== 0) total = ar.add(total, ar.mul(each, other))
  })
  return total
}

function times<N>(ar: Arithmetic<N>, p: readonly N[], q: readonly N[]): readonly N[] {
  if (p.length === 0 || q.length === 0) return []
  const product: N[] = Array.from({ length: p.length + q.length - 1 }, () => ar.from(0))
  p.forEach((a, i) => {
    q.forEach((b, j) => {
      product[i + j] = ar.add(product[i + j] ?? ar.from(0), ar.mul(a, b))
    })
  })
  return product
}

function plus<N>(ar: Arithmetic<N>, p: readonly N[], q: readonly N[]): readonly N[] {
  const [long, short] = p.length >= q.length ? [p, q] : [q, p]
  return long.map((a, i) => ar.add(a, short[i] ?? ar.from(0)))
}
