import { at, float, type Assignment, type Game, type GameInstance } from '@plumbline/game'
import { convertPair, type Pair } from '../base/attempt.ts'
import { costAt, outcomeFromFirst } from '../base/outcome.ts'
import { stationaryPersistence } from '../base/thresholds.ts'
import { replyCells, type Cell, type Place, type Reply } from '../follower/reply-cells.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import { recognise } from '../leader/recognise.ts'
import { singleModelOffer } from '../leader/single-model-offer.ts'
import { unsupported } from '../document/unsupported.ts'

/** Both sides over escalations between two thresholds, with the user's best reply; parallel arrays. */
export interface EscalationPiece {
  readonly reply: Reply
  readonly escalation: readonly number[]
  /** `U*(s)`. */
  readonly utility: readonly number[]
  /** `J(s)` at the best reply. */
  readonly cost: readonly number[]
  /** `q*(s)`. */
  readonly abandonment: readonly number[]
}

/** One escalation with one best reply to it. */
export interface EscalationPoint {
  readonly escalation: number
  readonly utility: number
  readonly cost: number
  readonly abandonment: number
}

/** What a start at the second model comes to, whatever the escalation. */
export type SecondStart = Omit<EscalationPoint, 'escalation'>

/** Both sides over the escalation of a two-model cascade, for drawing. */
export interface EscalationPicture {
  /** The model that escalates and the one that it escalates to. */
  readonly models: readonly [string, string]
  readonly from: number
  readonly to: number
  /**
   * From a start at the first model, ascending; a new piece begins where the reply changes, so that no line is
   * drawn across a jump. Where two replies are as good for the user, the one that costs the provider less.
   */
  readonly pieces: readonly EscalationPiece[]
  /** What happens at thresholds and limits themselves, each best reply a point. */
  readonly points: readonly EscalationPoint[]
  readonly thresholds: readonly { readonly name: 's0' | 'sL' | 'sH'; readonly at: number }[]
  /** A start at the second model; null where the menu has none. */
  readonly second: SecondStart | null
}

/**
 * User utility, provider cost and abandonment over the escalation of a two-model cascade, cut at the thresholds of
 * the user's reply, with the horizontals of a start at the second model. In doubles; thresholds exact before
 * rounding.
 *
 * @param n about how many escalations to sample over all pieces, at least 2 for each
 * @returns null where the game has problems at this assignment, or its menu is no cascade of two
 */
export function curvesOverEscalation(
  instance: GameInstance,
  n: number,
  assignment: Assignment = new Map(),
): EscalationPicture | null {
  if (unsupported(instance).length > 0) return null
  const evaluation = at(instance, assignment, (game) => pictureOf(game, n))
  return evaluation.ok ? evaluation.value : null
}

function pictureOf<N>(game: Game<N>, n: number): EscalationPicture | null {
  const shape = recognise(game)
  if (shape.kind !== 'cascade') return null
  const { cascade } = shape
  const ar = game.arithmetic
  const { low, high, pair, first, second } = cascade
  const cells = cascade.startsFirst ? replyCells(pair, low, high) : []
  const near = convertPair(pair, float, (x) => ar.toNumber(x))
  const play = playing(near, ar.toNumber(game.provider.penalty))
  const [from, to] = [ar.toNumber(low), ar.toNumber(high)]
  const numbered = cells.map((cell) => inDoubles(cell, (x) => ar.toNumber(x)))
  const name = (state: number): string => game.chain.states[state]?.name ?? ''
  return {
    models: [name(first), name(second)],
    from,
    to,
    pieces: numbered.flatMap((cell) => {
      return cell.kind === 'open' ? [pieceOf(cell, play, Math.ceil((n * width(cell)) / (to - from)))] : []
    }),
    points: numbered.flatMap((cell) =>
      cell.kind === 'point' ? cell.replies.map((reply) => play(cell.place.at, reply)) : [],
    ),
    thresholds: thresholdsOf(numbered),
    second: cascade.startsSecond ? secondOf(game, cascade) : null,
  }
}

type OpenCell = Extract<Cell<number>, { readonly kind: 'open' }>
type Play = (escalation: number, reply: Reply) => EscalationPoint

function inDoubles<N>(cell: Cell<N>, convert: (x: N) => number): Cell<number> {
  const place = ({ name, at: value }: Place<N>): Place<number> => ({ name, at: convert(value) })
  return cell.kind === 'point'
    ? { ...cell, place: place(cell.place) }
    : { ...cell, from: place(cell.from), to: place(cell.to) }
}

function width({ from, to }: OpenCell): number {
  return to.at - from.at
}

function playing(pair: Pair<number>, penalty: number): Play {
  return (escalation, reply) => {
    const persistence = reply === 'stay' ? 1 : reply === 'leave' ? 0 : between(pair, escalation)
    const outcome = outcomeFromFirst(pair, escalation, persistence)
    return {
      escalation,
      utility: outcome.utility,
      cost: costAt(pair, outcome, penalty),
      abandonment: 1 - persistence,
    }
  }
}

/** The persistence strictly between; rounding at the ends of its range is cut off. */
function between(pair: Pair<number>, escalation: number): number {
  const persistence = stationaryPersistence(pair, escalation)
  return Math.min(1, Math.max(0, persistence))
}

/** The ends belong to the piece as limits. */
function pieceOf(cell: OpenCell, play: Play, n: number): EscalationPiece {
  const steps = Math.max(1, n - 1)
  const places = Array.from({ length: steps + 1 }, (_, step) =>
    step === steps ? cell.to.at : cell.from.at + (width(cell) * step) / steps,
  )
  const [reply = 'stay'] = [...cell.replies].sort((x, y) => {
    const middle = cell.from.at + width(cell) / 2
    return play(middle, x).cost - play(middle, y).cost
  })
  const points = places.map((escalation) => play(escalation, reply))
  return {
    reply,
    escalation: points.map((point) => point.escalation),
    utility: points.map((point) => point.utility),
    cost: points.map((point) => point.cost),
    abandonment: points.map((point) => point.abandonment),
  }
}

function thresholdsOf(cells: readonly Cell<number>[]): EscalationPicture['thresholds'] {
  return cells.flatMap((cell) => {
    if (cell.kind !== 'point') return []
    const { name, at: value } = cell.place
    return name === 's0' || name === 'sL' || name === 'sH' ? [{ name, at: value }] : []
  })
}

function secondOf<N>(game: Game<N>, { pair, second }: Cascade<N>): SecondStart {
  const { arithmetic: ar, provider } = game
  const offer = singleModelOffer(ar, pair.second, second, second + 1)
  const options = offer.kind === 'open' ? [] : offer.options
  const [found] = options
    .map(({ utility, line, persistence }) => ({
      utility: ar.toNumber(utility),
      cost: ar.toNumber(costAt(pair, line, provider.penalty)),
      abandonment: ar.toNumber(ar.sub(ar.from(1), persistence)),
    }))
    .sort((x, y) => x.cost - y.cost)
  if (found === undefined) throw new TypeError('a start without a reply')
  return found
}
