import type { Arithmetic } from '@plumbline/game'
import { availableAt, choose, type Available, type Choice, type TieRule } from './choose.ts'
import { compareCosts } from './compare-costs.ts'
import type { Offer, Option } from './offers.ts'

/** A penalty at which the choice among lines changes, and the choice on each side. */
export interface Kink<N> {
  readonly at: N
  readonly below: Choice<N>
  readonly above: Choice<N>
}

/** A penalty at which the choice changes, before it is written for a reader. */
export interface Turn<N> {
  readonly at: N
  readonly exact: boolean
  readonly below: Available<N>
  readonly above: Available<N>
}

/**
 * All churn penalties, not negative, at which the provider's choice changes: every candidate's cost is a line
 * in the penalty, so the choice is the same between neighbouring crossings of lines. At 0 the choice there
 * stands for the one below.
 *
 * @param starts the menu's order of starts
 * @throws Undecided where the arithmetic cannot order the crossings
 * @throws TypeError where crossings hold unlike square roots that the arithmetic does not mix
 */
export function kinks<N>(
  ar: Arithmetic<N>,
  offers: readonly Offer<N>[],
  starts: readonly number[],
  ties: TieRule,
): readonly Kink<N>[] {
  const zero = ar.from(0)
  const choiceAt = (penalty: N): Choice<N> => choose(ar, availableAt(ar, offers, penalty, ties), starts)
  const found = crossings(ar, distinctOptions(offers)).filter((at) => ar.sign(at) >= 0)
  const sorted = [...found].sort((x, y) => compareCosts(ar, x, y))
  const points = sorted.filter((at, index) => {
    const before = sorted[index - 1]
    return before === undefined || compareCosts(ar, before, at) !== 0
  })
  const kinksFound: Kink<N>[] = []
  let before: Choice<N> | null = null
  points.forEach((at, index) => {
    const previous = index === 0 ? zero : (points[index - 1] ?? zero)
    const next = points[index + 1]
    const lower: Choice<N> =
      before ?? (ar.sign(at) === 0 ? choiceAt(zero) : choiceAt(middle(ar, previous, at)))
    const upper = choiceAt(next === undefined ? ar.add(at, ar.from(1)) : middle(ar, at, next))
    if (lower.chosen.option !== upper.chosen.option) kinksFound.push({ at, below: lower, above: upper })
    before = upper
  })
  return kinksFound
}

/** Every option that some offer holds, once. */
export function distinctOptions<N>(offers: readonly Offer<N>[]): readonly Option<N>[] {
  const all = new Set<Option<N>>()
  for (const offer of offers) {
    if (offer.kind !== 'open') for (const option of offer.options) all.add(option)
    else for (const { option } of offer.limits) all.add(option)
  }
  return [...all]
}

function crossings<N>(ar: Arithmetic<N>, options: readonly Option<N>[]): readonly N[] {
  const found: N[] = []
  options.forEach((one, index) => {
    for (const other of options.slice(index + 1)) {
      const turn = ar.sub(one.line.loss, other.line.loss)
      if (ar.sign(turn) === 0) continue
      found.push(ar.div(ar.sub(other.line.serving, one.line.serving), turn))
    }
  })
  return found
}

function middle<N>(ar: Arithmetic<N>, x: N, y: N): N {
  return ar.div(ar.add(x, y), ar.from(2))
}
