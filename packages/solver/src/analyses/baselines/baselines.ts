import { less, type BaselineEntry, type Game, type NumericModel } from '@plumbline/game'
import { servingCost } from '../../chain/netValue.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'
import { baselineEntry, type Played } from './entry.ts'
import { bestFor, plansOf } from './exogenous.ts'
import { rankingEntry } from './rankings.ts'
import { playInOrder } from './policy.ts'
import { tradeoffOf } from './tradeoffs.ts'

/** What policies that do not ask how users answer come to, users answering all the same. */
export const baselinesAnalysis = analysis(
  'baselines',
  'What would a simple rule cost us: the cheapest model, the fastest, the best for its price?',
  (subject) => {
    const { game } = subject.population
    if (game.chain.chooser === 'user') return unanswered('users choose their model themselves here')
    const orders = subject.document.orders
    const rankings =
      orders === undefined
        ? []
        : subject.instance.users.map(({ name }) =>
            rankingEntry(name, orders.provider, orders.users[name] ?? []),
          )
    const tradeoffs = families.map((family) => tradeoffOf(game, menuOf(game), family))
    return answered({ policies: policies(subject), rankings, tradeoffs })
  },
)

type Key<N> = (model: NumericModel<N>) => N

/** What each rule comes to, in the order in which documents list them. */
export function policies<N>(subject: Subject<N>): readonly BaselineEntry[] {
  const { game } = subject.population
  const { arithmetic: ar } = game
  const rules: readonly (readonly [BaselineEntry['name'], Key<N>])[] = [
    ['cheapest', (model) => servingCost(game, model)],
    ['fastest', ({ latency }) => latency],
    ['least-cost-of-pass', (model) => ar.div(servingCost(game, model), model.success)],
    ['least-latency-of-pass', ({ latency, success }) => ar.div(latency, success)],
  ]
  const played = rules.map(([name, key]): Played<N> => {
    const models = [leastBy(game, key)]
    return { name, models, picks: null, replies: playInOrder(game, models).replies }
  })
  return [...played, ownChoice(game), ...exogenous(game)].map((each) => baselineEntry(subject, each))
}

/** The models of the menu, in its order. */
export function menuOf<N>({ chain }: Game<N>): readonly number[] {
  return [...new Set(chain.states.map(({ model }) => model))]
}

/** The first model of the menu for which a number is least. */
function leastBy<N>(game: Game<N>, key: Key<N>): number {
  const { arithmetic: ar, models } = game
  const of = (index: number): N => {
    const model = models[index]
    if (model === undefined) throw new RangeError(`no model ${String(index)}`)
    return key(model)
  }
  return menuOf(game).reduce((best, index) => (less(ar, of(index), of(best)) ? index : best))
}

const families = ['routing', 'cascading', 'cascade-routing'] as const

/** The best of each family of plans where a solved task is worth the churn penalty and nobody is thought to leave. */
function exogenous<N>(game: Game<N>): readonly Played<N>[] {
  const { arithmetic: ar, provider } = game
  return families.map((family) => {
    const plan = bestFor(ar, plansOf(game, menuOf(game), family), provider.penalty)
    const { replies } = playInOrder(game, plan.order)
    return { name: family, models: plan.order, picks: null, plan, replies }
  })
}

/** Every user on the model that is best for her; among equals the one that costs the provider least. */
function ownChoice<N>(game: Game<N>): Played<N> {
  const { arithmetic: ar } = game
  const tried = menuOf(game).map((model) => ({ model, replies: playInOrder(game, [model]).replies }))
  const picks = game.users.map((_, user) => {
    const options = tried.flatMap(({ model, replies }) => {
      const reply = replies[user]
      return reply === undefined ? [] : [{ model, reply }]
    })
    return options.reduce((best, each) => {
      const order = ar.sign(ar.sub(each.reply.utility, best.reply.utility))
      if (order !== 0) return order > 0 ? each : best
      const [one, other] = [each.reply.payoffs.cost, best.reply.payoffs.cost]
      return one !== null && other !== null && less(ar, one, other) ? each : best
    })
  })
  const chosen = picks.map(({ model }) => model)
  return {
    name: 'user-choice',
    models: menuOf(game).filter((model) => chosen.includes(model)),
    picks: chosen,
    replies: picks.map(({ reply }) => reply),
  }
}
