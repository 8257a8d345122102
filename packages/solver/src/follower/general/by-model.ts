import { sum, type Arithmetic } from '@plumbline/game'
import { payoffs } from '../../process/payoffs.ts'
import type { Process, Start } from '../../process/process.ts'
import { favouritesOf, type Favourite, type Favourites } from './favourites.ts'

const rounds = 1000
const mostTies = 10

/**
 * The best replies of a user who sees which model answered, and leaves with a probability of its own for each: optimal
 * stopping, `U_j = ξ_j + a_j max(0, Σ_k K_jk U_k)`, by policy iteration. It is for tasks of one kind and attempts that are
 * alike; otherwise a user would also learn from failures.
 *
 * Where going on from a model is worth exactly nothing both answers to it are best, and each combination of them is.
 */
export function byModel<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
): Favourites<N> {
  const { arithmetic: ar } = process
  const steps = process.kinds[0]?.stages[0] ?? []
  let stays: readonly boolean[] = steps.map(() => false)
  let onward: readonly N[] = []
  for (let round = 0; round < rounds; round++) {
    onward = onwardValues(process, transitions, stays)
    const next = onward.map((value, j) => ar.sign(value) > 0 || (ar.sign(value) === 0 && stays[j] === true))
    if (next.every((stay, j) => stay === stays[j])) break
    stays = next
  }
  const open = onward.flatMap((value, j) => (ar.sign(value) === 0 ? [j] : [])).slice(0, mostTies)
  const policies = Array.from({ length: 2 ** open.length }, (_, choice) =>
    stays.map((stay, j) => {
      const place = open.indexOf(j)
      return place < 0 ? stay : ((choice >> place) & 1) === 0
    }),
  )
  const all = policies.flatMap((policy): readonly Favourite<N>[] => {
    const reply = { kind: 'by-state', persistence: policy.map((stay) => ar.from(stay ? 1 : 0)) } as const
    const found = payoffs(process, transitions, start, reply)
    return found.utility === null || !found.finite ? [] : [{ reply, payoffs: found, utility: found.utility }]
  })
  return { best: favouritesOf(ar, all), persistenceSet: null, exact: true }
}

/** `Σ_k K_jk U_k` under a rule of staying or leaving, for each state `j`. */
function onwardValues<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  stays: readonly boolean[],
): readonly N[] {
  const { arithmetic: ar } = process
  const persistence = stays.map((stay) => ar.from(stay ? 1 : 0))
  const values = stays.map(
    (_, state) => payoffs(process, transitions, state, { kind: 'by-state', persistence }).utility,
  )
  return transitions.map((row) => mean(ar, row, values))
}

/** A mean, or any number below 0 for one that is `-∞`: attempts without end that are worth less than nothing. */
function mean<N>(ar: Arithmetic<N>, row: readonly N[], values: readonly (N | null)[]): N {
  const parts = row.flatMap((k, j) => (ar.sign(k) === 0 ? [] : [{ k, value: values[j] ?? null }]))
  const known = parts.flatMap(({ k, value }) => (value === null ? [] : [ar.mul(k, value)]))
  return known.length < parts.length ? ar.from(-1) : sum(ar, known)
}
