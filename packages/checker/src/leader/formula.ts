import { type Arithmetic, type Game } from '@plumbline/game'
import type { Side, Step } from '../play/side.ts'
import type { Played } from '../replies/favourites.ts'
import { offersOf, type Announced, type Offers } from './offers.ts'
import type { Shape } from './shape.ts'
import { order } from '../play/order.ts'

/** What a game with a formula comes to: worked out from the instance alone. */
export interface Formula<N> {
  /** Whether it is proved that nothing else is better: else a reply strictly between staying and leaving may be. */
  readonly covers: boolean
  /** Of the announcements looked at: the least cost where ties of the user break for the provider, and against it. */
  readonly strong: N
  readonly weak: N
  /** Whether some announcement has the weak value. */
  readonly attained: boolean
  readonly offers: readonly Offers<N>[]
}

/**
 * The provider's least cost in front of one user, by cases. From the second model, and from a model that leads nowhere, the
 * user's replies are few. From the first the escalation is cut at the user's thresholds: at each of them every best reply is
 * played; between them leaving costs the same throughout, and staying costs `J(s)`, a Möbius function, so that it is
 * least at an end. Replies strictly between are known to be no better in the cases that {@link isOuter} tells.
 *
 * @returns null where the menu is too narrow for the formula
 */
export function formulaOf<N>(game: Game<N>, side: Side<N>, shape: Shape<N>): Formula<N> | null {
  const { arithmetic: ar } = game
  const offers = offersOf(game, side, shape)
  const torn = offers.some(({ between }) => between.includes('between'))
  if (!isSettled(game, side, shape, offers)) return null
  const strong = least(
    ar,
    offers.flatMap(({ points }) => points.flatMap(({ replies }) => costs(replies.best))),
  )
  const values = offers.flatMap((offer) => weakValues(ar, offer))
  const weak = least(
    ar,
    values.map(({ value }) => value),
  )
  const attained = values.some((each) => each.attained && order(ar, each.value, weak) === 0)
  return { covers: !torn || isOuter(game, side, shape), strong, weak, attained, offers }
}

export function costs<N>(best: readonly Played<N>[]): readonly N[] {
  return best.map(({ outcome }) => outcome.cost)
}

function least<N>(ar: Arithmetic<N>, [first, ...rest]: readonly N[]): N {
  if (first === undefined) throw new TypeError('a menu without announcements')
  return rest.reduce((low, value) => (order(ar, value, low) < 0 ? value : low), first)
}

/** At each announcement the costlier reply; where she stays between two, the costs of staying at both ends, approached. */
function weakValues<N>(
  ar: Arithmetic<N>,
  { points, between }: Offers<N>,
): readonly { readonly value: N; readonly attained: boolean }[] {
  // Where she is indifferent to everything, escalating only widens what may happen: see docs/theory.md, "Weak".
  const counted = between.includes('anything') ? points.slice(0, 1) : points
  const at = counted.map(({ replies }) => {
    const all = costs(replies.best)
    return { value: all.reduce((high, value) => (order(ar, value, high) > 0 ? value : high)), attained: true }
  })
  const approached = between.flatMap((manner, i) => {
    if (manner !== 'stays') return []
    return [points[i], points[i + 1]].flatMap((end) => {
      const staying = end === undefined ? null : stayingAt(ar, end)
      return staying === null ? [] : [{ value: staying, attained: false }]
    })
  })
  return [...at, ...approached]
}

/** What it costs that she stays, where that is a best reply. */
export function stayingAt<N>(ar: Arithmetic<N>, { replies }: Announced<N>): N | null {
  const found = replies.best.find(
    ({ reply }) => reply.kind === 'stationary' && order(ar, reply.persistence, ar.from(1)) === 0,
  )
  return found?.outcome.cost ?? null
}

/**
 * Whether it is proved that a reply strictly between staying and leaving is never better than staying up to `sL`, either
 * model alone, and leaving (docs/theory.md): `p1 <= p2`, or `p2 >= 3 - 2√2`, or `C1 <= C2`, or `P <= C2`, all of the
 * menu at the provider's hand.
 */
function isOuter<N>({ arithmetic: ar, chain, provider }: Game<N>, side: Side<N>, shape: Shape<N>): boolean {
  if (shape.kind !== 'pair') return true
  const [one, two] = [stepAt(side, shape.first), stepAt(side, shape.second)]
  const whole =
    ar.sign(shape.low) === 0 &&
    [shape.first, shape.second].every((state) => chain.starts.includes(state)) &&
    (thresholdBelow(ar, one, two, shape.high) || order(ar, shape.high, ar.from(1)) === 0)
  if (!whole) return false
  const ofPass = ({ serving, success }: Step<N>): N => ar.div(serving, success)
  const p = two.success
  // p² - 6p + 1 <= 0 says p >= 3 - 2√2 for p <= 1.
  const square = ar.add(ar.sub(ar.mul(p, p), ar.mul(ar.from(6), p)), ar.from(1))
  return (
    order(ar, one.success, two.success) <= 0 ||
    ar.sign(square) <= 0 ||
    order(ar, ofPass(one), ofPass(two)) <= 0 ||
    order(ar, provider.penalty, ofPass(two)) <= 0
  )
}

/** Whether leaving at once begins no later than at the greatest escalation. */
function thresholdBelow<N>(ar: Arithmetic<N>, one: Step<N>, two: Step<N>, high: N): boolean {
  const slope = ar.add(ar.mul(ar.sub(ar.from(1), high), one.worth), ar.mul(high, two.worth))
  return ar.sign(slope) <= 0
}

export function stepAt<N>({ kinds }: Side<N>, state: number): Step<N> {
  const step = kinds[0]?.stages[0]?.[state]
  if (step === undefined) throw new TypeError('a state without its attempt')
  return step
}

/**
 * Where nothing is worth anything to the user all replies are best at every escalation; the cheapest is then known where both
 * models and the escalation 0 are at hand.
 */
function isSettled<N>(
  { arithmetic: ar, chain }: Game<N>,
  side: Side<N>,
  shape: Shape<N>,
  offers: readonly Offers<N>[],
): boolean {
  const open = offers.some(({ between }) => between.includes('anything'))
  if (shape.kind !== 'pair' || !open || ar.sign(stepAt(side, shape.first).failure) === 0) return true
  return ar.sign(shape.low) === 0 && chain.starts.includes(shape.second)
}
