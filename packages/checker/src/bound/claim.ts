import type { Game } from '@plumbline/game'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, numberAt } from '../document/read.ts'
import type { Bound } from '../expected/certificate.ts'
import type { Side } from '../play/side.ts'
import { fewDigits, lowerBound } from './proof.ts'

const lowest: Path = ['certificate', 'lower']

/**
 * The bound that a certificate states, if its boxes show it; without boxes, that it is not shown.
 *
 * @param cost what the announced route costs, as the double nearest
 * @throws Fault where the boxes do not show it
 */
export function claimedBound<N>(
  game: Game<N>,
  sides: readonly Side<N>[],
  certificate: unknown,
  cost: number,
): Bound<never> {
  const boxes = field(certificate, 'boxes')
  if (boxes === undefined) return { kind: 'unknown', why: 'no boxes are listed that show it' }
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
  const costs = [provider.penalty, ...models.map((model) => model.cost)].map((n) => ar.toNumber(n))
  const size = Math.max(Math.abs(cost), share * Math.max(...costs))
  return { kind: 'boxes', lower, tolerance, ended: endedAt(certificate, cost - lower <= tolerance * size) }
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
