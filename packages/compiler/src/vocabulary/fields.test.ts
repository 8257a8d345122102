import { describe, expect, it } from 'vitest'
import { at } from '@plumbline/game'
import { instanceOf } from '../testing/compileText.ts'
import { withoutPlaces } from '../testing/withoutPlaces.ts'
import { vocabulary } from './vocabulary.ts'

/** A game in which every declaration is given in full, so that one line of it may change. */
const base = `game g "G"
param churn = 0.10 USD in 0 USD .. 1 USD
let wait = 4 s
rate EUR = 1.08 USD
task easy { weight: 70% }
task hard { weight: 30% }
verifier tests { passes: 90%, catches: 80%, latency: 1 s, cost: 0.001 EUR }
model quick { success: 62%, latency: wait, cost: 0.002 USD, price: 0.01 USD }
model careful { success: 86%, latency: 30 s, cost: 0.03 USD }
model safe = verified(quick, by: tests, else: careful)
menu tiers = cascade(quick, careful) { start: quick, escalation: 0 .. 50% }
menu other = static(careful, quick)
user developer { weight: 1, value: 0.50 USD, patience: 40 USD/h, outside: 0.1 USD, sees: nothing, rationality: 8 / (1 USD) }
user reader { weight: 1, value: 0.20 USD, patience: 10 USD/h }
provider acme { offers: tiers, penalty: churn, throttle: 60 s, routing: announced, ties: strong }
sweep grid { churn: 0 USD .. 1 USD }
`

/** One change to the base for each field and part of the vocabulary, by name; it changes the game and nothing else. */
const changes: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'game': ['game g "G"', 'game other "Other"'],
  'param': ['param churn = 0.10 USD in 0 USD .. 1 USD', 'param churn = 0.20 USD in 0 USD .. 1 USD'],
  'param in': ['in 0 USD .. 1 USD\nlet', 'in 0 USD .. 2 USD\nlet'],
  'let': ['let wait = 4 s', 'let wait = 5 s'],
  'rate': ['EUR = 1.08 USD', 'EUR = 1.09 USD'],
  'sweep': ['churn: 0 USD .. 1 USD }', 'churn: 0 USD .. 0.5 USD }'],
  'task': ['task hard { weight: 30% }', 'task hard { weight: 30% }\ntask odd { weight: 1% }'],
  'task.weight': ['weight: 70%', 'weight: 60%'],
  'verifier': ['verifier tests', '/// Unit tests.\nverifier tests'],
  'verifier.passes': ['passes: 90%', 'passes: 91%'],
  'verifier.catches': ['catches: 80%', 'catches: 81%'],
  'verifier.latency': ['latency: 1 s', 'latency: 2 s'],
  'verifier.cost': ['cost: 0.001 EUR', 'cost: 0.002 EUR'],
  'model': ['by: tests, else: careful)', 'by: tests, else: quick)'],
  'model.success': ['success: 62%', 'success: 63%'],
  'model.success by task': ['success: 62%', 'success: 62%, success.hard: 10%'],
  'model.latency': ['latency: 30 s', 'latency: 31 s'],
  'model.latency by task': ['latency: 30 s', 'latency: 30 s, latency.hard: 40 s'],
  'model.cost': ['cost: 0.03 USD', 'cost: 0.04 USD'],
  'model.cost by task': ['cost: 0.03 USD', 'cost: 0.03 USD, cost.easy: 0.02 USD'],
  'model.price': ['price: 0.01 USD', 'price: 0.02 USD'],
  'model.price by task': ['price: 0.01 USD', 'price: 0.01 USD, price.easy: 0 USD'],
  'menu': ['cascade(quick, careful)', 'free(quick, careful)'],
  'menu.start': ['start: quick', 'start: careful'],
  'menu.escalation': ['escalation: 0 .. 50%', 'escalation: 0 .. 60%'],
  'menu.escalation by step': ['escalation: 0 .. 50%', 'escalation: 0 .. 50%, escalation.quick: 10%'],
  'user': ['user developer {', 'user developer "Developer" {'],
  'user.weight': ['{ weight: 1, value: 0.50', '{ weight: 2, value: 0.50'],
  'user.value': ['value: 0.50 USD', 'value: 0.60 USD'],
  'user.patience': ['patience: 40 USD/h', 'patience: 41 USD/h'],
  'user.outside': ['outside: 0.1 USD', 'outside: 0.2 USD'],
  'user.sees': ['sees: nothing', 'sees: model'],
  'user.rationality': ['rationality: 8', 'rationality: 9'],
  'provider': ['provider acme {', 'provider acme "Acme" {'],
  'provider.offers': ['offers: tiers', 'offers: other'],
  'provider.penalty': ['penalty: churn', 'penalty: 2 * churn'],
  'provider.throttle': ['throttle: 60 s', 'throttle: 61 s'],
  'provider.routing': ['routing: announced', 'routing: hidden'],
  'provider.ties': ['ties: strong', 'ties: weak'],
} // prettier-ignore

/** Fields that only the instance shows, not the numbers that are solved: names, words for people, and sweeps. */
const silent = ['game', 'param in', 'sweep', 'verifier', 'user', 'provider']

/** What a change makes of the base, without places; written so that a line that is not there fails. */
function changed([from, to]: readonly [string, string]): string {
  expect(base.split(from)).toHaveLength(2)
  return base.replace(from, to)
}

/** The numbers and words that a solver sees. */
function solved(text: string): string {
  const evaluation = at(instanceOf(text), new Map(), ({ arithmetic, ...game }) =>
    JSON.stringify(game, (_, each: unknown) =>
      typeof each === 'object' && each !== null && 'root' in each ? arithmetic.toExact(each as never) : each,
    ),
  )
  return evaluation.ok ? evaluation.value : JSON.stringify(evaluation.problems)
}

/** All that the vocabulary lets a file say: kinds, their bounds, fields, and parts of fields. */
const everything = [...vocabulary.kinds.values()].flatMap((kind) => [
  kind.name,
  ...(kind.bounds ? [`${kind.name} in`] : []),
  ...kind.fields.flatMap(({ name, parts }) => [
    `${kind.name}.${name}`,
    ...(parts === undefined ? [] : [`${kind.name}.${name} by ${parts === 'tasks' ? 'task' : 'step'}`]),
  ]),
])

describe('every kind and field of the vocabulary', () => {
  it('has a change here', () => {
    expect(Object.keys(changes).toSorted()).toEqual(everything.toSorted())
  })

  it.each(Object.entries(changes))('%s changes the instance', (_, change) => {
    expect(withoutPlaces(instanceOf(changed(change)))).not.toEqual(withoutPlaces(instanceOf(base)))
  })

  it.each(Object.entries(changes).filter(([name]) => !silent.includes(name)))(
    '%s changes the game that is solved',
    (_, change) => {
      expect(solved(changed(change))).not.toBe(solved(base))
    },
  )

  it.each(Object.entries(changes).filter(([name]) => name.includes('.')))(
    '%s leaves the instance alone where it says the same again',
    (_, [from]) => {
      const again = base.replace(from, ` /* the same */ ${from}`)
      expect(withoutPlaces(instanceOf(again))).toEqual(withoutPlaces(instanceOf(base)))
    },
  )
})
