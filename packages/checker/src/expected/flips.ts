import type { Case } from '../case.ts'
import { Checked, OnTrust, type Expected } from '../document/difference.ts'
import { exactAt } from '../document/exact.ts'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, listAt } from '../document/read.ts'
import { routeAt } from '../document/routes.ts'
import { formulaOf } from '../leader/formula.ts'
import { shapeOf } from '../leader/shape.ts'
import { order } from '../play/order.ts'
import { transitionsOf } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'
import { leaving, withAbandonment } from './answer.ts'
import { idOf } from './candidates.ts'
import { routeKey } from './route.ts'

/** Beyond it churn penalties are not looked at. */
const greatest = '1e30'

const why = 'where the choice changes is not checked'

/**
 * What the document must say of the churn penalties at which the provider's choice changes. A choice costs a line of the penalty, and
 * the least cost of all is concave: what has the least cost at two penalties has it between them. So each choice is compared, exactly, with
 * the least cost at the flips on its either side, the first at 0 and the last at 10^30: no flip is left out.
 *
 * @throws Fault where a choice has not the least cost where it should
 */
export function flipEntries<N>(one: Case<N>): Expected {
  try {
    return entriesOf(one)
  } catch (error) {
    // A sum of numbers over unlike square roots.
    if (!(error instanceof TypeError)) throw error
    return new OnTrust('flips over unlike square roots are not checked')
  }
}

function entriesOf<N>(one: Case<N>): Expected {
  const { game, sides, document, formula } = one
  const { arithmetic: ar, provider } = game
  const told = field(document, 'flips')
  const shape = shapeOf(game)
  const [side] = sides
  if (told === undefined || shape === null || side === undefined || formula === null) return new OnTrust(why)
  if (provider.ties === 'weak') return new OnTrust(why)
  const path: Path = ['flips', 'penalty']
  const listed = listAt(field(told, 'penalty'), path)
  if (listed.some((flip) => field(flip, 'exact') === null)) return new OnTrust('a flip has no exact form')
  const places = listed.map((flip, k) => exactAt(ar, field(flip, 'exact'), [...path, k, 'exact']))
  const leastAt = (penalty: N): N | null => {
    const moved = { ...game, provider: { ...provider, penalty } }
    const found = formulaOf(moved, { ...side, penalty }, shape)
    return found?.covers === true ? found.strong : null
  }
  const ends = [ar.from(0), ...places, ar.from(greatest)]
  const least = ends.map(leastAt)
  if (least.includes(null)) return new OnTrust(why)
  const sideAt = (claimed: unknown, k: number, at: Path): Expected => {
    const route = routeAt(game, one.pool, field(claimed, 'route'), [...at, 'route'])
    const replies = bestReplies(side, transitionsOf(game, route.variables), route.start)
    const { reply, outcome } = withAbandonment(game, replies.best, field(claimed, 'abandonment'), [
      ...at,
      'abandonment',
    ])
    for (const place of [k, k + 1]) {
      const penalty = ends[place] ?? ar.from(0)
      const cost = ar.add(outcome.serving, ar.mul(penalty, ar.sub(ar.from(1), outcome.success)))
      const value = least[place]
      if (value !== null && value !== undefined && order(ar, cost, value) === 0) continue
      throw new Fault(at, `does not have the least cost at a churn penalty of ${show(ar.toNumber(penalty))}`)
    }
    const persistence = reply.kind === 'stationary' ? reply.persistence : ar.from(1)
    const id = idOf(game, shape, route, persistence, side)
    return { id, route: routeKey(game, route), abandonment: leaving(ar, persistence) }
  }
  const penalty = listed.map((flip, k): Expected => {
    const place = places[k] ?? ar.from(0)
    const before = k === 0 ? null : places[k - 1]
    if (before !== null && before !== undefined && order(ar, before, place) >= 0) {
      throw new Fault([...path, k], 'does not come after the one before it')
    }
    const below = sideAt(field(flip, 'below'), k, [...path, k, 'below'])
    const above = sideAt(field(flip, 'above'), k + 1, [...path, k, 'above'])
    if (JSON.stringify(below) === JSON.stringify(above)) throw new Fault([...path, k], 'changes nothing')
    return { at: ar.toNumber(place), exact: new Checked(), below, above }
  })
  if (listed.length === 0) {
    const [answer] = one.answers
    const outcome = answer?.played.outcome
    for (const [place, end] of ends.entries()) {
      const value = least[place]
      if (outcome === undefined || value === null || value === undefined) return new OnTrust(why)
      const cost = ar.add(outcome.serving, ar.mul(end, ar.sub(ar.from(1), outcome.success)))
      if (order(ar, cost, value) !== 0)
        throw new Fault(path, 'leaves out a churn penalty at which the choice changes')
    }
  }
  const rest = Object.keys(told as object).filter((key) => key !== 'penalty')
  return {
    penalty,
    ...Object.fromEntries(rest.map((key) => [key, new OnTrust('flips of other numbers are not checked')])),
  }
}
