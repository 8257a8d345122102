import { type Arithmetic, type Game } from '@plumbline/game'
import type { Expected } from '../document/difference.ts'
import type { Formula } from '../leader/formula.ts'
import { costs, stayingAt } from '../leader/formula.ts'
import type { Announced } from '../leader/offers.ts'
import { menuShape } from '../leader/shape.ts'
import { order } from '../play/order.ts'

interface Range<N> {
  readonly from: N
  readonly to: N
  readonly fromOpen: boolean
  readonly toOpen: boolean
}

/**
 * All escalations that, from the announced start, cost the provider what the announced one does, for a cascade of two models
 * with a formula: points at which the reply that the rule for ties gives does, and stretches between two of them over which
 * leaving, or staying, costs the same.
 *
 * @returns null where the menu has no escalation
 */
export function escalationEntries<N>(
  game: Game<N>,
  { offers }: Formula<N>,
  route: { readonly start: number; readonly variables: readonly N[] },
  cost: N,
): Expected {
  const { arithmetic: ar, provider } = game
  const shape = menuShape(game, ar.from(1))
  if (shape?.kind !== 'pair') return null
  if (route.start !== shape.first) return [{ from: ar.toNumber(shape.low), to: ar.toNumber(shape.high) }]
  const offer = offers.find(({ start }) => start === route.start)
  if (offer === undefined) throw new TypeError('a start that is not offered')
  const { points, between } = offer
  const ranges: Range<N>[] = []
  for (const [index, point] of points.entries()) {
    const at = point.escalation ?? shape.low
    if (order(ar, ruled(ar, point, provider.ties), cost) === 0) {
      extend(ar, ranges, { from: at, to: at, fromOpen: false, toOpen: false })
    }
    const next = points[index + 1]
    const manner = between[index]
    if (next === undefined || manner === undefined || !isLevel(ar, manner, point, next, cost)) continue
    extend(ar, ranges, { from: at, to: next.escalation ?? at, fromOpen: true, toOpen: true })
  }
  if (ranges.length === 0) {
    const at = ar.toNumber(route.variables[0] ?? shape.low)
    return [{ from: at, to: at }]
  }
  return ranges.map(({ from, to, fromOpen, toOpen }): Expected => {
    const open = [...(fromOpen ? ['from'] : []), ...(toOpen ? ['to'] : [])]
    const ends = { from: ar.toNumber(from), to: ar.toNumber(to) }
    return open.length === 0 ? ends : { ...ends, open }
  })
}

function ruled<N>(ar: Arithmetic<N>, { replies }: Announced<N>, ties: 'strong' | 'weak'): N {
  const sign = ties === 'strong' ? 1 : -1
  return costs(replies.best).reduce((kept, cost) => (sign * order(ar, cost, kept) < 0 ? cost : kept))
}

/** Whether every escalation between two points costs so much. */
function isLevel<N>(
  ar: Arithmetic<N>,
  manner: 'stays' | 'leaves' | 'between' | 'anything',
  low: Announced<N>,
  high: Announced<N>,
  cost: N,
): boolean {
  if (manner === 'between') return false
  if (manner === 'leaves') {
    return [low, high].some(({ replies }) =>
      replies.best.some(
        ({ reply, outcome }) =>
          reply.kind === 'stationary' &&
          ar.sign(reply.persistence) === 0 &&
          order(ar, outcome.cost, cost) === 0,
      ),
    )
  }
  return [low, high].every((end) => {
    const staying = stayingAt(ar, end)
    return staying !== null && order(ar, staying, cost) === 0
  })
}

/** Adds a range that begins where the last one ends, or beyond it. */
function extend<N>(ar: Arithmetic<N>, ranges: Range<N>[], next: Range<N>): void {
  const last = ranges.at(-1)
  if (last !== undefined && last.toOpen !== next.fromOpen && order(ar, last.to, next.from) === 0) {
    ranges[ranges.length - 1] = { ...last, to: next.to, toOpen: next.toOpen }
  } else ranges.push(next)
}
