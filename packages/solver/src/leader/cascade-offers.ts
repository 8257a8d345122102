import type { Pair } from '../base/attempt.ts'
import { outcomeFromFirst } from '../base/outcome.ts'
import { interiorPersistence } from '../follower/best-response.ts'
import { replyCells, type Cell, type Place, type Reply } from '../follower/reply-cells.ts'
import type { Offer, Option } from './offers.ts'
import { leaveOption, singleModelOffer, stayOption } from './single-model-offer.ts'

/** A two-model cascade: states, limits of the escalation, and which of them a task may start at. */
export interface Cascade<N> {
  readonly pair: Pair<N>
  /** The state that escalates and the one that it escalates to. */
  readonly first: number
  readonly second: number
  readonly low: N
  readonly high: N
  readonly startsFirst: boolean
  readonly startsSecond: boolean
}

/**
 * All announcements of a two-model cascade with the user's replies: the start at the second model, and from
 * the first the escalations cut at the user's thresholds.
 *
 * Staying at a greater escalation than another at which the user stays too costs a weighted mean of that and
 * `C2`, so it is left out where the start at the second model keeps the user.
 *
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function cascadeOffers<N>(cascade: Cascade<N>, ties: 'strong' | 'weak'): readonly Offer<N>[] {
  const { pair, first, second, low, high } = cascade
  const ar = pair.arithmetic
  const offers: Offer<N>[] = []
  let keeps = false
  if (cascade.startsSecond) {
    const offer = singleModelOffer(ar, pair.second, second, second + 1)
    if (offer.kind !== 'start') throw new TypeError('a single model has one offer')
    const staying = offer.options.filter(({ reply }) => reply === 'stay').length
    keeps = ties === 'strong' ? staying > 0 : staying === offer.options.length
    offers.push(offer)
  }
  if (!cascade.startsFirst) return offers
  if (ar.sign(pair.first.failure) === 0) {
    const only = stayOption(ar, pair.first, first, first + 1)
    offers.push(...replyCells(pair, low, high).map((cell) => certainOffer(cell, only)))
    return offers
  }
  const cells = replyCells(pair, low, high)
  const lowest = cells.find((cell) => cell.replies.includes('stay'))
  const options = optionsFromFirst(cascade)
  const dominated = (place: Place<N>): boolean =>
    keeps && (place.name === 'one' || place.name === 'high') && lowest !== undefined && isBelow(lowest, place)
  for (const cell of cells) {
    if (cell.kind === 'point') {
      const prunes = (ties === 'strong' || cell.replies.length === 1) && dominated(cell.place)
      const replies = cell.replies.filter((reply) => reply !== 'stay' || !prunes)
      const found = replies.map((reply) => options(reply, cell.place))
      const staying = cell.replies.filter((reply) => reply === 'stay').length
      const stays = ties === 'strong' ? staying > 0 : staying === cell.replies.length
      offers.push({ kind: 'point', start: first, place: cell.place, stays, options: found })
      continue
    }
    const ends = cell.replies.includes('stay')
      ? [cell.from, cell.to].filter((place) => !dominated(place))
      : []
    offers.push({
      kind: 'open',
      start: first,
      from: cell.from,
      to: cell.to,
      leave: cell.replies.includes('leave') ? options('leave', cell.from) : null,
      limits: ends.map((place) => ({ place, option: options('stay', place) })),
    })
  }
  return offers
}

/** The first attempt always succeeds: no escalation is ever reached. */
function certainOffer<N>(cell: Cell<N>, only: Option<N>): Offer<N> {
  if (cell.kind === 'point')
    return { kind: 'point', start: only.start, place: cell.place, stays: true, options: [only] }
  const limits = [cell.from, cell.to].map((place) => ({ place, option: only }))
  return { kind: 'open', start: only.start, from: cell.from, to: cell.to, leave: null, limits }
}

function isBelow<N>(cell: Cell<N>, place: Place<N>): boolean {
  return cell.kind === 'open' || cell.place.name !== place.name
}

/** Options from the first model, each made once: they are told apart by identity. */
function optionsFromFirst<N>({ pair, first }: Cascade<N>): (reply: Reply, place: Place<N>) => Option<N> {
  const ar = pair.arithmetic
  const made = new Map<string, Option<N>>()
  return (reply, place) => {
    const id = optionId(reply, place, first + 1)
    const known = made.get(id)
    if (known !== undefined) return known
    const option =
      id === `C${first + 1}`
        ? stayOption(ar, pair.first, first, first + 1)
        : reply === 'leave'
          ? leaveOption(ar, pair.first, first, first + 1)
          : onTheWay(pair, first, id, reply, place.at)
    made.set(id, option)
    return option
  }
}

function onTheWay<N>(pair: Pair<N>, start: number, id: string, reply: Reply, escalation: N): Option<N> {
  const persistence = reply === 'stay' ? pair.arithmetic.from(1) : interiorPersistence(pair, escalation)
  const { serving, loss, utility } = outcomeFromFirst(pair, escalation, persistence)
  return { id, start, reply, persistence, line: { serving, loss }, utility }
}

function optionId<N>(reply: Reply, { name }: Place<N>, number: number): string {
  if (reply === 'leave') return `Q${number}`
  if (reply === 'between') return `interior(${name})`
  switch (name) {
    case 'zero':
      return `C${number}`
    case 'one':
      return number === 1 ? 'C1+a1C2' : `J${number}(1)`
    case 's0':
    case 'sL':
    case 'sH':
    case 'low':
    case 'high':
    case 'inside':
      return `J${number}(${name})`
  }
}
