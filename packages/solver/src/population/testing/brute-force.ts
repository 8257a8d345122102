import type { Game } from '@plumbline/game'
import { playOut, type Play } from '../../leader/testing/brute-force.ts'

/**
 * A slow search over a grid of escalations, for tests only: it knows the order of play, that a best persistence is 0, 1 or
 * where the slope of the utility changes its sign, and nothing of thresholds.
 */
export function bruteForce(
  game: Game<number>,
  grid: number,
  also: readonly number[],
): {
  readonly least: number
  readonly costAt: (start: 0 | 1, s: number) => number
  /** The greatest weighted utility. */
  readonly most: number
} {
  const plays = game.users.map((user) => ({ weight: user.weight, play: playOf(game, user) }))
  const { ties } = game.provider
  const costAt = (start: 0 | 1, s: number): number =>
    plays.reduce((sum, { weight, play }) => sum + weight * reply(play, start, s, ties).cost, 0)
  const utilityAt = (start: 0 | 1, s: number): number =>
    plays.reduce((sum, { weight, play }) => sum + weight * reply(play, start, s, ties).utility, 0)
  const { low = 0, high = 1 } = game.chain.variables[0] ?? {}
  const escalations = Array.from({ length: grid + 1 }, (_, index) => low + (high - low) * (index / grid) ** 2)
  const inside = also.filter((s) => s >= low && s <= high)
  const routes: readonly (readonly [0 | 1, number])[] = [
    ...(game.chain.starts.includes(1) ? [[1, low] as const] : []),
    ...(game.chain.starts.includes(0) ? [...escalations, ...inside].map((s) => [0, s] as const) : []),
  ]
  return {
    least: Math.min(...routes.map(([start, s]) => costAt(start, s))),
    costAt,
    most: Math.max(...routes.map(([start, s]) => utilityAt(start, s))),
  }
}

function playOf(
  { models, provider }: Game<number>,
  { value, patience }: Game<number>['users'][number],
): Play {
  const [one, two] = models
  if (one === undefined || two === undefined) throw new TypeError('two models, please')
  const worth = (model: typeof one): number => value * model.success - patience * model.latency - model.price
  return {
    p: [one.success, two.success],
    c: [one.cost - one.price, two.cost - two.price],
    xi: [worth(one), worth(two)],
    P: provider.penalty,
  }
}

/** The best utility, and the cost of the best reply; where leaving and staying tie, up to rounding, of the one that the tie rule gives. */
function reply(
  play: Play,
  start: 0 | 1,
  s: number,
  ties: 'strong' | 'weak',
): { readonly utility: number; readonly cost: number } {
  const at = (r: number) => playOut(play, start, s, r)
  const candidates = [at(0), at(1)]
  const step = 1e-7
  const slope = (r: number): number => {
    const up = Math.min(1, r + step)
    return at(up).U - at(up - 2 * step).U
  }
  if (slope(2 * step) > 0 && slope(1) < 0) {
    let [low, high] = [0, 1]
    for (let round = 0; round < 50; round++) {
      const middle = (low + high) / 2
      if (slope(middle) > 0) low = middle
      else high = middle
    }
    candidates.push(at((low + high) / 2))
  }
  const most = Math.max(...candidates.map(({ U }) => U))
  const slack = 1e-13 * Math.max(...play.xi.map(Math.abs), Number.MIN_VALUE)
  const costs = candidates.filter(({ U }) => U >= most - slack).map(({ J }) => J)
  return { utility: most, cost: ties === 'strong' ? Math.min(...costs) : Math.max(...costs) }
}
