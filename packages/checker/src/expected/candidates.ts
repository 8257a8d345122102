import { type Arithmetic, type Game } from '@plumbline/game'
import type { Case } from '../case.ts'
import { OnTrust, type Expected } from '../document/difference.ts'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, listAt } from '../document/read.ts'
import { routeAt } from '../document/routes.ts'
import { shapeOf, type Shape } from '../leader/shape.ts'
import { thresholdsOf } from '../leader/thresholds.ts'
import { stepAt } from '../leader/formula.ts'
import { transitionsOf, type Route } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'
import type { Played } from '../replies/favourites.ts'
import { byTieRule } from '../replies/tie-rule.ts'
import { leaving, withAbandonment } from './answer.ts'
import { weighted, type Totals } from './provider.ts'
import { routeKey } from './route.ts'
import { order } from '../play/order.ts'

/**
 * What the document must say of the routes that it lists as candidates: what each comes to, which one is announced, which
 * others cost the same, and that they stand in order of cost. Which routes are listed is the document's own choice.
 *
 * @throws Fault where a candidate is no route with a best reply, or the order is another
 */
export function candidateEntries<N>(one: Case<N>, totals: Totals<N>): Expected {
  const { arithmetic: ar } = one.game
  if (one.game.users.length > 1) return new OnTrust('routes in front of several users are not played again')
  const listed = listAt(field(one.document, 'candidates'), ['candidates'])
  const found = listed.map((claimed, index) => candidateOf(one, totals, claimed, ['candidates', index]))
  found.forEach(({ cost }, index) => {
    const before = found[index - 1]
    if (before !== undefined && order(ar, cost, before.cost) < 0) {
      throw new Fault(['candidates', index], 'costs less than the one before; they must stand cheapest first')
    }
  })
  return found.map(({ entry }) => entry)
}

interface Candidate<N> {
  readonly cost: N
  readonly entry: Expected
}

function candidateOf<N>(
  { game, pool, sides, answers, route: common }: Case<N>,
  totals: Totals<N>,
  claimed: unknown,
  path: Path,
): Candidate<N> {
  const { arithmetic: ar, provider } = game
  const route = routeAt(game, pool, field(claimed, 'route'), [...path, 'route'])
  const shape = shapeOf(game)
  const plays = sides.map((side): Played<N> => {
    const replies = bestReplies(side, transitionsOf(game, route.variables), route.start)
    const [ruled] = byTieRule(ar, replies, provider.ties)
    if (shape === null && ruled !== undefined) return ruled
    return withAbandonment(game, replies.best, field(claimed, 'abandonment'), [...path, 'abandonment'])
  })
  const mean = (of: (played: Played<N>) => N): N =>
    weighted(game, (index) => {
      const played = plays[index]
      return played === undefined ? ar.from(0) : of(played)
    })
  const cost = mean(({ outcome }) => outcome.cost)
  const success = mean(({ outcome }) => outcome.success)
  const single = plays.every(({ reply }) => reply.kind === 'stationary')
  const persistence = mean(({ reply }) => (reply.kind === 'stationary' ? reply.persistence : ar.from(0)))
  const announced = common ?? answers[0]?.route
  const isAnnounced = announced !== undefined && same(ar, route, announced)
  const entry: Expected = {
    id: shape === null ? nameOf(game, route) : idOf(game, shape, route, persistence, sides[0]),
    route: routeKey(game, route),
    abandonment: single ? leaving(ar, persistence) : null,
    cost: ar.toNumber(cost),
    serving: ar.toNumber(mean(({ outcome }) => outcome.serving)),
    loss: ar.toNumber(ar.mul(provider.penalty, ar.sub(ar.from(1), success))),
    success: ar.toNumber(success),
    latency: ar.toNumber(mean(({ outcome }) => outcome.latency)),
    attempts: ar.toNumber(mean(({ outcome }) => outcome.total)),
    utility: ar.toNumber(mean(({ outcome }) => outcome.utility)),
    chosen: isAnnounced && order(ar, cost, totals.cost) === 0,
    ties: order(ar, cost, totals.cost) === 0,
  }
  return { cost, entry }
}

function same<N>(ar: Arithmetic<N>, one: Route<N>, other: Route<N>): boolean {
  return (
    one.start === other.start &&
    one.variables.every((value, index) => order(ar, value, other.variables[index] ?? value) === 0)
  )
}

/** `deep, 0 %, 35 %`. */
function nameOf<N>({ arithmetic: ar, chain }: Game<N>, { start, variables }: Route<N>): string {
  const shares = variables.map((value) => `${String(Number((100 * ar.toNumber(value)).toPrecision(3)))} %`)
  return [chain.states[start]?.name ?? '', ...shares].join(', ')
}

/** `C1`, `Q2`, `J1(s0)`: which of the formula's candidates it is (docs/theory.md, "The provider's choice"). */
export function idOf<N>(
  game: Game<N>,
  shape: Shape<N>,
  { start, variables }: Route<N>,
  persistence: N,
  side: Case<N>['sides'][number] | undefined,
): string {
  const { arithmetic: ar } = game
  const number = String(start + 1)
  const is = (x: N, y: N): boolean => order(ar, x, y) === 0
  if (ar.sign(persistence) === 0) return `Q${number}`
  if (shape.kind === 'static' || start !== shape.first || side === undefined) return `C${number}`
  const [first, second] = [stepAt(side, shape.first), stepAt(side, shape.second)]
  const escalation = variables[0] ?? shape.low
  if (ar.sign(first.failure) === 0 || ar.sign(escalation) === 0) return `C${number}`
  const { rising, falling } = thresholdsOf(ar, first, second)
  const named: readonly (readonly [string, N | undefined])[] = [
    ['s0', rising[0]],
    ['sL', falling[0]],
    ['one', ar.from(1)],
    ['low', shape.low],
    ['high', shape.high],
  ]
  const name = named.find(([, at]) => at !== undefined && is(at, escalation))?.[0]
  if (!is(persistence, ar.from(1))) return name === undefined ? 'interior' : `interior(${name})`
  if (name === 'one') return start === 0 ? 'C1+a1C2' : `J${number}(1)`
  return `J${number}(${name ?? show(null)})`
}
