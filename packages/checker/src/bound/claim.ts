import type { Game } from '@plumbline/game'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, numberAt } from '../document/read.ts'
import type { Bound } from '../expected/certificate.ts'
import { crowdOf, leastCost } from '../leader/groups.ts'
import type { Side } from '../play/side.ts'
import { fewDigits, lowerBound } from './proof.ts'
import { costsAtLeast } from './torn.ts'

const lowest: Path = ['certificate', 'lower']

/**
 * The bound that a certificate states, if its boxes show it; without boxes, that it is not shown.
 *
 * @param cost what the announced route costs
 * @param near its escalation, where it has one
 * @throws Fault where the boxes do not show it
 */
export function claimedBound<N>(
  game: Game<N>,
  sides: readonly Side<N>[],
  certificate: unknown,
  cost: N,
  near: number | null,
): Bound<N> {
  const boxes = field(certificate, 'boxes')
  if (boxes === undefined) return byPieces(game, sides, certificate, cost, near)
  const proved = lowerBound(game, sides, boxes, ['certificate', 'boxes'])
  if (proved === null) {
    return { kind: 'unknown', why: 'boxes of a menu whose probabilities are not exact are not checked' }
  }
  const lower = numberAt(field(certificate, 'lower'), lowest)
  const stated = fewDigits(lower)
  if (stated === null) throw new Fault(lowest, `is ${show(lower)}; beside boxes it has nine digits at most`)
  if (stated.compare(proved) > 0) {
    throw new Fault(lowest, `is ${show(lower)}; the boxes show no more than ${show(proved.valueOf())}`)
  }
  const tolerance = numberAt(field(certificate, 'tolerance'), ['certificate', 'tolerance'])
  if (fewDigits(tolerance) === null) {
    throw new Fault(['certificate', 'tolerance'], `is ${show(tolerance)}; it has nine digits at most`)
  }
  const { arithmetic: ar, models, provider } = game
  const upper = ar.toNumber(cost)
  const costs = [provider.penalty, ...models.map((model) => model.cost)].map((n) => ar.toNumber(n))
  const size = Math.max(Math.abs(upper), share * Math.max(...costs))
  return { kind: 'boxes', lower, tolerance, ended: endedAt(certificate, upper - lower <= tolerance * size) }
}

const billionth = 1e-9

/** Without boxes: by cases where nobody is torn, and by pieces of the escalation where somebody is. */
function byPieces<N>(
  game: Game<N>,
  sides: readonly Side<N>[],
  certificate: unknown,
  cost: N,
  near: number | null,
): Bound<N> {
  const unknown: Bound<N> = { kind: 'unknown', why: 'no boxes are listed that show it' }
  const crowd = game.provider.ties === 'strong' ? crowdOf(game, sides) : null
  if (crowd === null) return unknown
  const least = leastCost(crowd)
  if (least !== null) return { kind: 'exact', method: 'closed-form', lower: least }
  const { arithmetic: ar } = game
  const value = ar.toNumber(cost)
  const isExact = field(certificate, 'method') === 'closed-form'
  const lower = isExact ? value - billionth * Math.abs(value) : numberAt(field(certificate, 'lower'), lowest)
  if (!costsAtLeast(crowd, lower, near ?? 0)) return unknown
  const size = Math.max(Math.abs(value), Number.MIN_VALUE)
  const tolerance = isExact ? null : ar.toNumber(ar.sub(cost, ar.from(lower))) / size
  return { kind: 'pieces', lower, tolerance }
}

/** Of the greatest cost of a game, what a cost counts as at least where it is asked how near a bound is. */
const share = 1e-3

/** Why the bound is no nearer than it is: to be told where it is not as near as was asked, and only there. */
function endedAt(certificate: unknown, isNear: boolean): string | undefined {
  const ended = field(certificate, 'ended')
  if (isNear) return undefined
  if (ended === 'time' || ended === 'nodes' || ended === 'cancelled') return ended
  throw new Fault(['certificate', 'ended'], `is ${show(ended)}; the bound is not within the tolerance`)
}
