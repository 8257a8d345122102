import { type Game } from '@plumbline/game'
import type { Case } from '../case.ts'
import { OnTrust, type Expected } from '../document/difference.ts'
import { Fault, show } from '../document/fault.ts'
import { field } from '../document/read.ts'
import { routeAt } from '../document/routes.ts'
import { leavingCost, stayingCost } from '../leader/groups.ts'
import { shapeOf } from '../leader/shape.ts'
import { stepAt } from '../leader/formula.ts'
import { thresholdsOf } from '../leader/thresholds.ts'
import { order } from '../play/order.ts'
import { sideOf } from '../play/side.ts'
import { transitionsOf } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'
import { byTieRule } from '../replies/tie-rule.ts'
import { routeKey } from './route.ts'

/** What slowing models down would do. */
export interface Slowing<N> {
  readonly entry: Expected
  /** What the provider saves; null where that is not known here. */
  readonly gain: N | null
}

/**
 * What the document must say of slowing models down, for a whole cascade of two models in front of one user who wants or does not want
 * each: by the table of docs/theory.md, "Throttling". What pays is played: the slowed latencies, the route and the user's
 * best replies to both.
 *
 * @throws Fault where what the document does to save so much does not
 */
export function slowingOf<N>(one: Case<N>, cost: N): Slowing<N> {
  const trust: Slowing<N> = { entry: new OnTrust('what slowing models down does is not checked'), gain: null }
  const { game, sides, document, answers } = one
  const { arithmetic: ar, chain, provider, users } = game
  const shape = shapeOf(game)
  const [side] = sides
  const [user] = users
  const [answer] = answers
  if (shape?.kind !== 'pair' || side === undefined || user === undefined || answer === undefined) return trust
  const whole =
    ar.sign(shape.low) === 0 && order(ar, shape.high, ar.from(1)) === 0 && chain.starts.length === 2
  if (!whole || provider.ties === 'weak' || one.formula?.covers !== true || ar.sign(user.patience) === 0)
    return trust
  const steps = [stepAt(side, shape.first), stepAt(side, shape.second)] as const
  const signs = steps.map(({ worth }) => ar.sign(worth))
  if (signs.includes(0)) return trust
  const range = rangeOf(game, steps)
  const ends = {
    startsAt: range === null ? null : ar.toNumber(range.from),
    endsAt: range === null ? null : ar.toNumber(range.to),
  }
  const pays = range !== null && within(ar, range, provider.penalty)
  if (!pays) {
    const none = { pays, gain: 0, harm: 0, latencies: null, route: null }
    return { entry: { ...none, ...ends }, gain: ar.from(0) }
  }
  const told = field(document, 'throttling')
  const listed = field(told, 'latencies')
  const models = game.models.map((model) => {
    const indifferent = ar.div(ar.sub(ar.mul(user.value, model.success), model.price), user.patience)
    const claimed = field(listed, model.name)
    if (claimed === ar.toNumber(model.latency)) return model
    if (claimed === ar.toNumber(indifferent) && order(ar, indifferent, model.latency) > 0) {
      return { ...model, latency: indifferent }
    }
    const must = `${show(ar.toNumber(model.latency))} or ${show(ar.toNumber(indifferent))}`
    throw new Fault(['throttling', 'latencies', model.name], `is ${show(claimed)}; it must be ${must}`)
  })
  const route = routeAt(game, one.pool, field(told, 'route'), ['throttling', 'route'])
  const slowed = sideOf({ ...game, models }, user, true)
  const [played] = byTieRule(
    ar,
    bestReplies(slowed, transitionsOf(game, route.variables), route.start),
    'strong',
  )
  if (played === undefined) throw new TypeError('a user without a reply')
  const [q1, q2] = steps.map((step) => leavingCost(ar, step, provider.penalty))
  const least = q1 === undefined || (q2 !== undefined && order(ar, q2, q1) < 0) ? q2 : q1
  const cheapest = signs[0] === -1 ? q2 : least
  if (cheapest === undefined || order(ar, played.outcome.cost, cheapest) !== 0) {
    throw new Fault(['throttling', 'route'], `does not bring about the least cost with slowing`)
  }
  const gain = ar.sub(cost, played.outcome.cost)
  const entry = {
    pays,
    gain: ar.toNumber(gain),
    harm: ar.toNumber(ar.sub(answer.played.outcome.utility, played.outcome.utility)),
    latencies: Object.fromEntries(
      chain.states.map(({ name, model }) => [name, ar.toNumber(models[model]?.latency ?? ar.from(0))]),
    ),
    route: routeKey(game, route),
    alone: new OnTrust('what slowing one model alone does is not checked'),
    ...ends,
  }
  return { entry, gain }
}

interface Range<N> {
  readonly from: N
  readonly to: N
}

function within<N>(ar: Game<N>['arithmetic'], { from, to }: Range<N>, x: N): boolean {
  // It pays at a penalty of 0 where it does just above.
  return order(ar, x, to) < 0 && (order(ar, x, from) > 0 || (ar.sign(from) === 0 && ar.sign(x) === 0))
}

/** The churn penalties for which it pays; null for none. */
function rangeOf<N>(
  { arithmetic: ar }: Game<N>,
  [first, second]: readonly [
    Case<N>['sides'][number]['kinds'][number]['stages'][number][number],
    Case<N>['sides'][number]['kinds'][number]['stages'][number][number],
  ],
): Range<N> | null {
  const zero = ar.from(0)
  const less = (a: N, b: N): N => (order(ar, b, a) < 0 ? b : a)
  const most = (a: N, b: N): N => (order(ar, b, a) > 0 ? b : a)
  if (ar.sign(first.worth) > 0 && ar.sign(second.worth) < 0) return null
  if (ar.sign(second.worth) < 0) return null
  const ofPass = ({ serving, success }: typeof first): N => ar.div(serving, success)
  if (ar.sign(first.worth) > 0) {
    const m = less(ofPass(first), ofPass(second))
    const to = [first, second].reduce(
      (end, { serving, failure }) =>
        ar.sign(failure) === 0 ? end : most(end, ar.div(ar.sub(m, serving), failure)),
      zero,
    )
    return ar.sign(to) > 0 ? { from: zero, to } : null
  }
  if (ar.sign(second.failure) === 0) return null
  const [s0] = thresholdsOf(ar, first, second).rising
  const person = { weight: ar.from(1), first, second, manner: { kind: 'stays' } as const }
  const kept = s0 === undefined ? ofPass(second) : less(ofPass(second), stayingCost(ar, person, s0))
  const to = ar.div(ar.sub(kept, second.serving), second.failure)
  // Q2 < Q1: P (a2 - a1) < c1 - c2.
  const dearer = ar.sub(second.failure, first.failure)
  const saved = ar.sub(first.serving, second.serving)
  if (ar.sign(dearer) === 0) return ar.sign(saved) > 0 && ar.sign(to) > 0 ? { from: zero, to } : null
  const turn = ar.div(saved, dearer)
  const found = ar.sign(dearer) > 0 ? { from: zero, to: less(to, turn) } : { from: most(zero, turn), to }
  return order(ar, found.from, found.to) < 0 ? found : null
}
