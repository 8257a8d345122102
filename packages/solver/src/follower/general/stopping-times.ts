import { compare, float, sum, Undecided, type Arithmetic } from '@plumbline/game'
import { nextFlow, startingFlow } from '../../process/attempts.ts'
import { payoffs } from '../../process/payoffs.ts'
import { mapProcess, type Process, type ProcessKind, type Start } from '../../process/process.ts'
import { favouritesOf, type Favourite, type Favourites } from './favourites.ts'

const mostFailures = 1000

/**
 * The best replies of a user who counts her failures: stopping times. Leaving after the `m`-th failure is worth
 * `S_m = R_1 + … + R_m`, with `R_k` the expected net value of attempt `k` over the kinds of task; the best `m` is the
 * greatest of all `S_m`, which need not come before the first negative `R_k`.
 *
 * No later `m` is better once what is left, at most what it would be worth to a user who knew the kind of task, cannot
 * make up for what was lost; and staying for good is best once what is left is certain to be a gain whenever one looks.
 * Never to leave is a reply only where the expected number of attempts is finite.
 *
 * @throws Undecided where that is not settled after 1000 failures
 */
export function stoppingTimes<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
): Favourites<N> {
  const { arithmetic: ar } = process
  const reply = (failures: number | null): readonly Favourite<N>[] => {
    const leaves = { kind: 'leaves-after', failures } as const
    const found = payoffs(process, transitions, start, leaves)
    return found.utility === null || !found.finite
      ? []
      : [{ reply: leaves, payoffs: found, utility: found.utility }]
  }
  const never = reply(null)
  const nearby = mapProcess(process, float, (n) => ar.toNumber(n))
  const rows = transitions.map((row) => row.map((k) => ar.toNumber(k)))
  const [forever] = never
  const begun = typeof start === 'number' ? start : start.map((share) => ar.toNumber(share))
  const after = finiteTimes(nearby, rows, begun, forever === undefined ? null : ar.toNumber(forever.utility))
  return {
    best: favouritesOf(ar, [...never, ...after.toReversed().flatMap(reply)]),
    persistenceSet: null,
    exact: true,
  }
}

/** What doubles may miss of a utility, relative to the greatest: numbers of failures so close are compared exactly. */
const near = 1e-11
const mostNear = 8
/** Where never leaving is as good as doubles tell, later times than this only come ever closer to it. */
const late = 60

/** The numbers of failures after which leaving may be best, as far as doubles tell: ascending. */
function finiteTimes(
  process: Process<number>,
  transitions: readonly (readonly number[])[],
  start: Start<number>,
  never: number | null,
): readonly number[] {
  const worths = worthsOf(process, transitions, start, never)
  const best = worths.reduce((most, worth) => Math.max(most, worth), never ?? -Infinity)
  const size = worths.reduce((most, worth) => Math.max(most, Math.abs(worth)), 0)
  const last = never !== null && never >= best - near * size ? late : worths.length
  return worths
    .slice(0, last)
    .flatMap((worth, index) => (worth >= best - near * size ? [{ worth, failures: index + 1 }] : []))
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, mostNear)
    .map(({ failures }) => failures)
    .toSorted((one, other) => one - other)
}

/** `S_m` for `m = 1, 2, …`, as far as a greater one may follow. */
function worthsOf<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  never: N | null,
): readonly N[] {
  const { arithmetic: ar, depth } = process
  const kinds = process.kinds.filter(({ weight }) => ar.sign(weight) !== 0)
  const prospects = kinds.map((kind) => prospectsOf(process, kind, transitions))
  let flows = kinds.map(() => startingFlow(process, start))
  let worth = ar.from(0)
  const worths: N[] = []
  let best: N | null = null
  for (let failures = 1; failures <= mostFailures; failures++) {
    const stage = Math.min(failures, depth) - 1
    worth = sum(ar, [
      worth,
      ...kinds.map((kind, k) => ar.mul(kind.weight, gain(ar, kind, stage, flows[k] ?? []))),
    ])
    flows = flows.map((flow, k) => {
      const steps = kinds[k]?.stages[stage] ?? []
      return nextFlow(
        ar,
        flow,
        steps,
        steps.map(() => ar.from(1)),
        transitions,
      )
    })
    worths.push(worth)
    if (best === null || compare(ar, worth, best) > 0) best = worth
    if (failures < depth) continue
    const most = sum(
      ar,
      kinds.map((kind, k) => ar.mul(kind.weight, dot(ar, flows[k] ?? [], prospects[k]?.most ?? []))),
    )
    const ceiling = ar.add(worth, most)
    if (compare(ar, best, ceiling) >= 0) return worths
    if (never === null) continue
    if (compare(ar, never, ceiling) >= 0 || onlyGains(ar, kinds, prospects, flows)) return worths
  }
  throw new Undecided('after how many failures it is best to leave')
}

/** What going on at one kind of task, from each state at the last stage, is worth. */
interface Prospects<N> {
  /** At most: to a user who leaves when it suits her. */
  readonly most: readonly N[]
  /** To one who never leaves; null where that has no end. */
  readonly forever: readonly N[] | null
  readonly leastFailure: N
  readonly greatestFailure: N
}

function prospectsOf<N>(
  process: Process<N>,
  kind: ProcessKind<N>,
  transitions: readonly (readonly N[])[],
): Prospects<N> {
  const { arithmetic: ar } = process
  const last = kind.stages.slice(-1)
  const single: Process<N> = {
    ...process,
    depth: 1,
    kinds: [{ weight: ar.from(1), stages: last }],
  }
  const steps = last[0] ?? []
  const forever = steps.map((_, state) =>
    payoffs(single, transitions, state, { kind: 'leaves-after', failures: null }),
  )
  const failures = steps.map(({ failure }) => failure)
  return {
    most: optimal(single, transitions),
    forever: forever.every(({ finite }) => finite) ? forever.flatMap(({ utility }) => utility ?? []) : null,
    leastFailure: failures.reduce((least, each) => (compare(ar, each, least) < 0 ? each : least)),
    greatestFailure: failures.reduce((most, each) => (compare(ar, each, most) > 0 ? each : most)),
  }
}

const rounds = 1000

/** `max(0, U_j)` with `U_j = ξ_j + a_j max(0, Σ K_jk U_k)`. */
function optimal<N>(single: Process<N>, transitions: readonly (readonly N[])[]): readonly N[] {
  const { arithmetic: ar } = single
  const steps = single.kinds[0]?.stages[0] ?? []
  let stays: readonly boolean[] = steps.map(() => false)
  let values: readonly N[] = steps.map(({ netValue }) => netValue)
  for (let round = 0; round < rounds; round++) {
    const next = transitions.map((row) => ar.sign(dot(ar, row, values)) > 0)
    if (next.every((stay, j) => stay === stays[j])) break
    stays = next
    const persistence = stays.map((stay) => ar.from(stay ? 1 : 0))
    values = steps.map(
      ({ netValue }, state) =>
        payoffs(single, transitions, state, { kind: 'by-state', persistence }).utility ?? netValue,
    )
  }
  return values.map((value) => (ar.sign(value) > 0 ? value : ar.from(0)))
}

/**
 * Whether going on for good is sure to be a gain now and after every further failure: the kinds of task at which it is one
 * outweigh the others, and are failed at no faster.
 */
function onlyGains<N>(
  ar: Arithmetic<N>,
  kinds: readonly ProcessKind<N>[],
  prospects: readonly Prospects<N>[],
  flows: readonly (readonly N[])[],
): boolean {
  const least = prospects.map(({ forever }) =>
    forever === null ? null : forever.reduce((one, other) => (compare(ar, other, one) < 0 ? other : one)),
  )
  const sides = kinds.map((kind, k) => {
    const value = least[k]
    return value === undefined || value === null
      ? null
      : ar.mul(ar.mul(kind.weight, sum(ar, flows[k] ?? [])), value)
  })
  if (sides.some((side) => side === null)) return false
  const known = sides.flatMap((side) => (side === null ? [] : [side]))
  if (ar.sign(sum(ar, known)) < 0) return false
  const gains = prospects.filter((_, k) => ar.sign(known[k] ?? ar.from(0)) >= 0)
  const losses = prospects.filter((_, k) => ar.sign(known[k] ?? ar.from(0)) < 0)
  return losses.every(({ greatestFailure }) =>
    gains.every(({ leastFailure }) => compare(ar, greatestFailure, leastFailure) <= 0),
  )
}

function gain<N>(ar: Arithmetic<N>, kind: ProcessKind<N>, stage: number, flow: readonly N[]): N {
  const steps = kind.stages[stage] ?? []
  return dot(
    ar,
    flow,
    steps.map(({ netValue }) => netValue),
  )
}

function dot<N>(ar: Arithmetic<N>, a: readonly N[], b: readonly N[]): N {
  return sum(
    ar,
    a.flatMap((each, i) => {
      const other = b[i]
      return other === undefined || ar.sign(each) === 0 ? [] : [ar.mul(each, other)]
    }),
  )
}
