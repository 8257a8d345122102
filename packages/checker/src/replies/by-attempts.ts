import { enclosure, Undecided, type Enclosure } from '@plumbline/game'
import { dot } from '../play/elimination.ts'
import { outcomeOf } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { favourites, type BestReplies, type Played } from './favourites.ts'
import { enclosed, enclosedSide } from '../play/enclosed.ts'
import { lastProspects, onlyGains, type Prospects } from './prospects.ts'

const mostFailures = 1000

/**
 * The best replies of a user who counts her failures. Leaving after the `m`-th is worth `S_m`, the sum of what the first
 * `m` attempts are expected to bring; the sums are followed in enclosures until what is left, at most what it would be
 * worth to one who knew the kind of task, makes up for nothing any more, or is certain to be a gain for ever. The numbers
 * of failures that are then in question are compared exactly.
 *
 * @throws Undecided where that takes more than 1000 failures
 */
export function byAttempts<N>(
  side: Side<N>,
  transitions: readonly (readonly N[])[],
  start: number,
): BestReplies<N> {
  const { arithmetic: ar } = side
  const play = (failures: number | null): readonly Played<N>[] => {
    const reply = { kind: 'leaves-after', failures } as const
    const outcome = outcomeOf(side, transitions, start, reply)
    return outcome === null ? [] : [{ reply, outcome }]
  }
  const never = play(null)
  const [forever] = never
  const sums = sumsOf(
    enclosedSide(side),
    transitions.map((row) => row.map((k) => enclosed(ar, k))),
    start,
    forever === undefined ? null : enclosed(ar, forever.outcome.utility),
  )
  const best = favourites(ar, [...never, ...sums.toReversed().flatMap(play)], true)
  const [first] = best
  if (first === undefined) throw new TypeError('a user without a reply')
  return { utility: first.outcome.utility, best, set: null, exact: true }
}

/** Numbers of failures that may be the best to leave after, ascending. */
function sumsOf(
  side: Side<Enclosure>,
  transitions: readonly (readonly Enclosure[])[],
  start: number,
  never: Enclosure | null,
): readonly number[] {
  const kinds = side.kinds.filter(({ weight }) => enclosure.sign(weight) !== 0)
  const depth = kinds[0]?.stages.length ?? 1
  const prospects = kinds.map((kind): Prospects => lastProspects(side, kind, transitions))
  let flows = kinds.map(() => transitions.map((_, i) => enclosure.from(i === start ? 1 : 0)))
  let sum = enclosure.from(0)
  const sums: Enclosure[] = []
  let least = never
  const isBelow = (x: Enclosure, y: Enclosure): boolean => x.hi.compare(y.lo) <= 0
  for (let failures = 1; failures <= mostFailures; failures++) {
    const stage = Math.min(failures, depth) - 1
    kinds.forEach(({ weight, stages }, k) => {
      const worths = (stages[stage] ?? []).map(({ worth }) => worth)
      sum = enclosure.add(sum, enclosure.mul(weight, dot(enclosure, flows[k] ?? [], worths)))
    })
    flows = kinds.map(({ stages }, k) => {
      const failed = (stages[stage] ?? []).map(({ failure }, i) =>
        enclosure.mul(failure, flows[k]?.[i] ?? enclosure.from(0)),
      )
      return transitions.map((_, j) =>
        dot(
          enclosure,
          failed,
          transitions.map((row) => row[j] ?? enclosure.from(0)),
        ),
      )
    })
    sums.push(sum)
    if (least === null || isBelow(least, sum)) least = sum
    if (failures < depth) continue
    const left = kinds.reduce((total, { weight }, k) => {
      return enclosure.add(
        total,
        enclosure.mul(weight, dot(enclosure, flows[k] ?? [], prospects[k]?.most ?? [])),
      )
    }, enclosure.from(0))
    const ended = isBelow(enclosure.add(sum, left), least)
    if (ended || (never !== null && onlyGains(kinds, prospects, flows))) {
      const lowest = least
      return sums.flatMap((each, index) => (each.hi.compare(lowest.lo) >= 0 ? [index + 1] : []))
    }
  }
  throw new Undecided('after how many failures it is best to leave')
}
