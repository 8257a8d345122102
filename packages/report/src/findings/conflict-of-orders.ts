import { listed } from '../formatting/label.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** Cost-of-pass and latency-of-pass rank some pair of models in opposite ways. */
export const conflictOfOrders: FindingDefinition = {
  id: 'conflict-of-orders',
  title: 'A conflict of orders',
  occurs: (reading) => {
    const { orders } = reading.document
    if (orders?.conflict !== true) return null
    const [cheapest] = orders.provider
    const [user] = reading.document.users
    const fastest =
      user !== undefined && Object.hasOwn(orders.users, user.name) ? orders.users[user.name]?.[0] : undefined
    const extremes =
      cheapest === undefined || fastest === undefined || sameNames(cheapest, fastest)
        ? ''
        : ` The cheapest way to a solved task is ${names(reading, cheapest)}; the one that users would take is ` +
          `${names(reading, fastest)}.`
    return [
      sentence(
        `What a solved task costs the provider and what it costs users, in time and money, rank the models in ` +
          `opposite ways.${extremes} This is what can set the two sides at odds.`,
        'orders',
      ),
    ]
  },
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name))
}

function names(reading: Reading, group: readonly string[]): string {
  return listed(group.map(reading.modelNamed), 'or')
}
