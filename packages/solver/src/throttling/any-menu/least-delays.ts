import { compare } from '@plumbline/game'
import { announce } from '../../general/announce.ts'
import { pose, type Posed } from '../../general/posed.ts'
import { slowedGame, type ModelDelays } from './delays.ts'
import { indifferences } from './indifference.ts'
import type { SlowedAnnouncement } from './slowed-announcement.ts'

/** Halvings by which a least delay is narrowed where no user's indifference says it. */
const halvings = 40

/**
 * The same route for the same cost with the least delays: no model is slowed that need not be, and each of the others no
 * more than it must while the rest are as they are. A least delay is where some user is indifferent, a quotient; where her
 * other reply is strictly between staying and leaving it is narrowed from above, to twelve digits.
 *
 * @param posed the game before anything is slowed
 */
export function leastDelays<N>(posed: Posed<N>, found: SlowedAnnouncement<N>): SlowedAnnouncement<N> {
  const { game } = posed
  const { arithmetic: ar } = game
  const { route, cost } = found.announcement
  const tried = (delays: ModelDelays<N>): SlowedAnnouncement<N> | null => {
    const slowed = pose(slowedGame(game, delays))
    const announcement = announce(slowed, route)
    return compare(ar, announcement.cost, cost) <= 0 ? { delays, posed: slowed, announcement } : null
  }
  const moved = (one: SlowedAnnouncement<N>, model: number, delay: N): SlowedAnnouncement<N> | null =>
    tried(one.delays.map((each, at) => (at === model ? delay : each)))
  let best = found
  const slowed = game.models.flatMap((_, model) =>
    ar.sign(found.delays[model] ?? ar.from(0)) > 0 ? [model] : [],
  )
  // The start first: it is the one that every user meets.
  const first = game.chain.states[route.start]?.model
  const order = slowed.toSorted((one, other) => Number(other === first) - Number(one === first))
  for (const model of order) best = moved(best, model, ar.from(0)) ?? best
  for (const model of order) {
    const now = best.delays[model] ?? ar.from(0)
    if (ar.sign(now) === 0) continue
    best = narrowed(posed, best, model, (delay) => moved(best, model, delay))
  }
  return best
}

function narrowed<N>(
  posed: Posed<N>,
  best: SlowedAnnouncement<N>,
  model: number,
  tried: (delay: N) => SlowedAnnouncement<N> | null,
): SlowedAnnouncement<N> {
  const { arithmetic: ar } = posed.game
  const now = best.delays[model] ?? ar.from(0)
  const { route, replies } = best.announcement
  const told = replies.map(({ chosen }) => chosen)
  let fails = ar.from(0)
  let least = best
  for (const delay of indifferences(posed, route, best.delays, model, told)) {
    if (compare(ar, delay, now) >= 0) break
    const found = tried(delay)
    if (found !== null) {
      least = found
      break
    }
    fails = delay
  }
  const reached = least.delays[model] ?? now
  // A least delay that a user's indifference says is one below which nothing will do.
  const below = ar.mul(reached, ar.from('0.999999'))
  const isLeast = least !== best && (compare(ar, below, fails) <= 0 || tried(below) === null)
  if (isLeast) return least
  return halved(posed, least, model, fails, tried)
}

/** The least delay between one that fails and one that will do, from above. */
function halved<N>(
  { game: { arithmetic: ar } }: Posed<N>,
  found: SlowedAnnouncement<N>,
  model: number,
  fails: N,
  tried: (delay: N) => SlowedAnnouncement<N> | null,
): SlowedAnnouncement<N> {
  let best = found
  let low = ar.toNumber(fails)
  for (let step = 0; step < halvings; step++) {
    const high = ar.toNumber(best.delays[model] ?? ar.from(0))
    const middle = low > 0 || step > 3 ? (low + high) / 2 : high / 1000
    if (!(middle > low && middle < high) || high - low <= 1e-12 * high) break
    const next = tried(ar.from(middle.toPrecision(15)))
    if (next === null) low = middle
    else best = next
  }
  return best
}
