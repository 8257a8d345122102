import { compare } from '@plumbline/game'
import type { Announcement } from '../../general/announce.ts'
import { optimum } from '../../general/optimum.ts'
import { pose, type Posed } from '../../general/posed.ts'
import { shares } from '../../general/reading.ts'
import type { CostLine } from '../../leader/equilibrium.ts'
import type { SearchLimits } from '../../search/branch-and-bound.ts'
import { isOver } from '../../search/limits.ts'
import type { PenaltyRange } from '../profitable-penalties.ts'
import type { DelayLimits } from './delays.ts'
import { slowedOptimum } from './slowed-optimum.ts'

/** A penalty with the line of the optimum there, without slowing and with it. */
interface Place<N> {
  readonly at: number
  readonly plain: CostLine<N>
  readonly slowed: CostLine<N>
  /** Boxes that were looked at. */
  readonly nodes: number
}

/** Relative: how closely either optimum is bounded at each. */
const closely = 1e-5

/** Boxes looked at for either optimum at one penalty, at most. */
const mostNodes = 200

/** Penalties looked at in all, and times that the greatest penalty is doubled. */
const mostPlaces = 40
const mostDoublings = 12

/** The churn penalties at which slowing pays, ascending, and why following both optima ended. */
export interface PayingPenalties<N> {
  readonly ranges: readonly PenaltyRange<N>[]
  readonly ended: 'tolerance' | 'time' | 'nodes'
}

/**
 * The churn penalties at which slowing pays. What can be had does not depend on the penalty, so that either optimum is the lower
 * envelope of lines in it: `J = C + P (1 - S)`. Each is followed from line to line, by the optimum where two of its lines
 * cross (Eisner and Severance's method), and the two envelopes are compared; their ends are crossings of lines, exact
 * where the lines are.
 */
export function payingPenalties<N>(
  posed: Posed<N>,
  limits: DelayLimits<N>,
  models: readonly number[],
  asked: SearchLimits,
): PayingPenalties<N> {
  const { game } = posed
  const search = { ...asked, tolerance: Math.max(asked.tolerance, closely) }
  let left = asked.nodes
  const { arithmetic: ar } = game
  const known = new Map<number, Place<N>>()
  const look = (at: number): Place<N> => {
    const before = known.get(at)
    if (before !== undefined) return before
    const place = placeAt(posed, at, limits, models, {
      ...search,
      nodes: Math.max(1, Math.min(left, mostNodes)),
    })
    left -= place.nodes
    known.set(at, place)
    return place
  }
  const number = (x: N): number => ar.toNumber(x)
  const costOf = ({ serving, loss }: CostLine<N>, at: number): number => number(serving) + at * number(loss)
  const isSaving = ({ at, plain, slowed }: Place<N>): boolean => {
    const cost = costOf(plain, at)
    return cost - costOf(slowed, at) > search.tolerance * Math.abs(cost)
  }
  const scale = Math.max(
    number(game.provider.penalty),
    ...game.models.map(({ cost, success }) => (number(success) > 0 ? number(cost) / number(success) : 0)),
  )
  let end = scale > 0 ? 2 * scale : 1
  for (let times = 0; times < mostDoublings && isSaving(look(end)); times++) end *= 2
  let ended: PayingPenalties<N>['ended'] = 'tolerance'
  const follow = (low: number, high: number): void => {
    if (known.size >= mostPlaces || left <= 0) ended = 'nodes'
    if (isOver(search)) ended = 'time'
    if (ended !== 'tolerance') return
    const [from, to] = [look(low), look(high)]
    for (const kind of ['plain', 'slowed'] as const) {
      const cross = crossing(number, from[kind], to[kind])
      if (cross === null || !(cross > low && cross < high)) continue
      if (Math.min(cross - low, high - cross) < 1e-9 * high) continue
      const found = look(cross)
      const cost = costOf(from[kind], cross)
      if (costOf(found[kind], cross) < cost - search.tolerance * Math.abs(cost)) {
        follow(low, cross)
        follow(cross, high)
        return
      }
    }
  }
  look(number(game.provider.penalty))
  const ends = [0, number(game.provider.penalty), end].filter((at, index, all) => all.indexOf(at) === index)
  ends
    .toSorted((one, other) => one - other)
    .forEach((at, index, all) => {
      const next = all[index + 1]
      if (next !== undefined) follow(at, next)
    })
  return { ranges: rangesOf(posed, [...known.values()], isSaving), ended }
}

/** Where two lines cross; null for parallel ones. */
function crossing<N>(number: (x: N) => number, one: CostLine<N>, other: CostLine<N>): number | null {
  const slope = number(one.loss) - number(other.loss)
  return slope === 0 ? null : (number(other.serving) - number(one.serving)) / slope
}

function placeAt<N>(
  { game }: Posed<N>,
  at: number,
  limits: DelayLimits<N>,
  models: readonly number[],
  search: SearchLimits,
): Place<N> {
  const { arithmetic: ar } = game
  const own = ar.toNumber(game.provider.penalty) === at ? game.provider.penalty : ar.from(at)
  const posed = pose({ ...game, provider: { ...game.provider, penalty: own } })
  const lineOf = (one: Posed<N>, announcement: Announcement<N>): CostLine<N> => {
    const { serving, success } = shares(one, announcement)
    return { serving, loss: ar.sub(ar.from(1), success) }
  }
  const { announcement, nodes } = optimum(posed, 'provider', search)
  const { best, ...found } = slowedOptimum(posed, announcement, limits, models, search, false)
  const plain = lineOf(posed, announcement)
  const slowed = best === null ? plain : lineOf(best.posed, best.announcement)
  return { at, plain, slowed, nodes: nodes + found.nodes }
}

/** Where the envelope of the lines with slowing is below that of those without. */
function rangesOf<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  places: readonly Place<N>[],
  isSaving: (place: Place<N>) => boolean,
): readonly PenaltyRange<N>[] {
  const sorted = places.toSorted((one, other) => one.at - other.at)
  const plain = sorted.map((place) => place.plain)
  const ranges: { readonly from: N; to: N | null }[] = []
  let before: Place<N> | null = null
  for (const place of sorted) {
    const saves = isSaving(place)
    const last = ranges.at(-1)
    if (saves && (last === undefined || last.to !== null)) {
      const start = before === null ? null : between(ar, before.at, place.at, place.slowed, plain)
      ranges.push({ from: start ?? ar.from(place.at), to: null })
    } else if (!saves && before !== null && last?.to === null) {
      last.to = between(ar, before.at, place.at, before.slowed, plain) ?? ar.from(place.at)
    }
    before = place
  }
  return ranges
}

/** The crossing of a line with slowing and the envelope without, between two penalties. */
function between<N>(
  ar: Posed<N>['game']['arithmetic'],
  low: number,
  high: number,
  slowed: CostLine<N>,
  plain: readonly CostLine<N>[],
): N | null {
  const [from, to] = [ar.from(low), ar.from(high)]
  const costAt = ({ serving, loss }: CostLine<N>, at: N): N => ar.add(serving, ar.mul(at, loss))
  const found = plain.flatMap((line) => {
    const slope = ar.sub(line.loss, slowed.loss)
    if (ar.sign(slope) === 0) return []
    const at = ar.div(ar.sub(slowed.serving, line.serving), slope)
    if (compare(ar, at, from) < 0 || compare(ar, at, to) > 0) return []
    const own = costAt(slowed, at)
    return plain.some((other) => compare(ar, costAt(other, at), own) < 0) ? [] : [at]
  })
  return found[0] ?? null
}
