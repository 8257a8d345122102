import { enclosure, sum, Undecided, type Enclosure } from '@plumbline/game'
import { dot } from '../play/elimination.ts'
import { outcomeOf, type Reply } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'

type Kind = Side<Enclosure>['kinds'][number]
type Matrix = readonly (readonly Enclosure[])[]

/** What going on at one kind of task is worth, once all further attempts are alike. */
export interface Prospects {
  /** At most, by state: to one who knows the kind and leaves when it suits her; 0 for leaving at once. */
  readonly most: readonly Enclosure[]
  /** To one who never leaves, by state; null where the task may never end. */
  readonly forever: readonly Enclosure[] | null
}

/** @param side whose kinds of task `kind` is one of */
export function lastProspects(side: Side<Enclosure>, kind: Kind, transitions: Matrix): Prospects {
  const only: Side<Enclosure> = {
    ...side,
    kinds: [{ weight: enclosure.from(1), stages: kind.stages.slice(-1) }],
  }
  const worthOf = (state: number, reply: Reply<Enclosure>): Enclosure | null =>
    outcomeOf(only, transitions, state, reply)?.utility ?? null
  const forever = transitions.map((_, state) => worthOf(state, { kind: 'leaves-after', failures: null }))
  const known = forever.flatMap((value) => (value === null ? [] : [value]))
  return {
    most: boundOf(only, transitions, worthOf),
    forever: known.length < forever.length ? null : known,
  }
}

/**
 * Numbers `w >= 0` with `w_j >= ξ_j + a_j Σ K_jk w_k`, which bound what is left whatever the rule of leaving: those of a
 * rule found by improvement, raised by what they still miss.
 */
function boundOf(
  { kinds }: Side<Enclosure>,
  transitions: Matrix,
  worthOf: (state: number, reply: Reply<Enclosure>) => Enclosure | null,
): readonly Enclosure[] {
  const steps = kinds[0]?.stages[0] ?? []
  const zero = enclosure.from(0)
  const positive = (x: Enclosure): boolean => x.lo.compare(0) > 0
  let stays = steps.map(() => false)
  let values: readonly Enclosure[] = steps.map(({ worth }) => worth)
  for (let round = 0; round < 2 ** steps.length + 1; round++) {
    const next = transitions.map((row) => positive(dot(enclosure, row, values)))
    if (next.every((stay, j) => stay === stays[j])) break
    stays = next
    const persistence = stays.map((stay) => enclosure.from(stay ? 1 : 0))
    values = steps.map(({ worth }, state) => worthOf(state, { kind: 'by-state', persistence }) ?? worth)
  }
  const kept = values.map((value) => (positive(value) ? value : zero))
  const missed = steps.reduce((most, { worth, failure }, j) => {
    const reached = enclosure.add(worth, enclosure.mul(failure, dot(enclosure, transitions[j] ?? [], kept)))
    const short = enclosure.sub(reached, kept[j] ?? zero)
    return short.hi.compare(most.hi) > 0 ? short : most
  }, zero)
  if (missed.hi.compare(0) === 0) return kept
  // A constant that is added falls by the failure probability at each step.
  const least = steps.reduce(
    (low, { success }) => (success.lo.compare(low.lo) < 0 ? success : low),
    enclosure.from(1),
  )
  if (!positive(least)) throw new Undecided('what is left of a task that may never be solved')
  const raise = enclosure.div({ lo: missed.hi, hi: missed.hi }, { lo: least.lo, hi: least.lo })
  return kept.map((value) => enclosure.add(value, raise))
}

/**
 * Whether never to leave is sure to be a gain now and after every further failure: kinds of task at which it is one
 * outweigh the others, and are failed at no faster.
 */
export function onlyGains(
  kinds: readonly Kind[],
  prospects: readonly Prospects[],
  flows: readonly (readonly Enclosure[])[],
): boolean {
  const sides = kinds.map(({ weight, stages }, k) => {
    const forever = prospects[k]?.forever
    const [first, ...rest] = forever ?? []
    if (first === undefined) return null
    const least = rest.reduce((low, value) => (value.lo.compare(low.lo) < 0 ? value : low), first)
    const share = enclosure.mul(weight, sum(enclosure, flows[k] ?? []))
    const failures = (stages.at(-1) ?? []).map(({ failure }) => failure)
    return { gain: enclosure.mul(share, least), failures }
  })
  const known = sides.flatMap((each) => (each === null ? [] : [each]))
  if (known.length < sides.length) return false
  const total = sum(
    enclosure,
    known.map(({ gain }) => gain),
  )
  if (total.lo.compare(0) < 0) return false
  const gains = known.filter(({ gain }) => gain.lo.compare(0) >= 0)
  const losses = known.filter(({ gain }) => gain.lo.compare(0) < 0)
  return losses.every((loss) =>
    gains.every((gain) => loss.failures.every((a) => gain.failures.every((b) => a.hi.compare(b.lo) <= 0))),
  )
}
