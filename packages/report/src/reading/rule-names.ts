import type { BaselineEntry } from '@plumbline/game'

/** What rules are called in sentences. */
export const ruleNames: ReadonlyMap<string, string> = new Map<BaselineEntry['name'], string>([
  ['cheapest', 'the cheapest model'],
  ['fastest', 'the fastest model'],
  ['least-cost-of-pass', 'least cost-of-pass'],
  ['least-latency-of-pass', 'least latency-of-pass'],
  ['user-choice', 'each user’s own choice'],
  ['routing', 'routing as if nobody left'],
  ['cascading', 'cascading as if nobody left'],
  ['cascade-routing', 'cascade routing as if nobody left'],
])
