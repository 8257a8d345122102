import {
  flag,
  index,
  list,
  nullable,
  number,
  pair,
  record,
  type Shape,
  text,
  words,
} from '../loading/shape.ts'

/** What policies that do not ask how users answer come to when users do answer. */
export interface BaselinesEntry {
  readonly policies: readonly BaselineEntry[]
  /** By user: how far her ranking of the models is from the provider's. */
  readonly rankings: readonly RankingEntry[]
  /** Of `routing`, `cascading` and `cascade-routing`: what they choose for every trade-off and every budget. */
  readonly tradeoffs?: readonly TradeoffEntry[]
}

/** The plans of a family that no mixture of others beats in expected values, nobody thought to leave; cheapest first. */
export interface TradeoffEntry {
  readonly family: 'routing' | 'cascading' | 'cascade-routing'
  readonly plans: readonly TradeoffPlan[]
}

/** One of them. For a budget between two neighbours they are mixed so that it is met exactly. */
export interface TradeoffPlan {
  /** In the order in which they are tried. */
  readonly models: readonly string[]
  /** It is chosen from this worth of a solved task on (`1/λ` of the trade-off `quality - λ cost`), up to that of the next. */
  readonly from: number
  /** Expected probability of success, and cost of all attempts: the budget from which it is within reach. */
  readonly quality: number
  readonly budget: number
  /** What a task costs the provider, and is worth to users, where users do leave. */
  readonly cost: number
  readonly utility: number
}

/**
 * `user-choice`: every user picks the model that is best for her. `routing`, `cascading` and `cascade-routing` are best for a
 * worth of a solved task in expected values, if nobody ever left: one model; the menu's models up to one of them, each after
 * the failure of the one before; any of them in any order.
 */
export type BaselineName =
  | 'cheapest'
  | 'fastest'
  | 'least-cost-of-pass'
  | 'least-latency-of-pass'
  | 'user-choice'
  | 'routing'
  | 'cascading'
  | 'cascade-routing'

/** What a policy is chosen for by somebody who thinks that nobody leaves. */
export interface BeliefEntry {
  /** What a solved task is taken to be worth: the churn penalty, `1/λ` of the trade-off `quality - λ cost`. */
  readonly worth: number
  /** Expected probability of success, and cost of all attempts. */
  readonly quality: number
  readonly cost: number
}

/** The provider ranks by cost-of-pass, the user by latency-of-pass, prices counted; equals share a place. */
export interface RankingEntry {
  readonly user: string
  /** Pairs ordered the opposite way, and half of those that only one side orders. */
  readonly distance: number
  /** The greatest distance that there can be. */
  readonly pairs: number
  /** The pairs ordered the opposite way, the provider's favourite first. */
  readonly opposed: readonly (readonly [string, string])[]
}

export interface BaselineEntry {
  readonly name: BaselineName
  /** In the order in which they are tried, the last one for good; under `user-choice`, those that somebody picks. */
  readonly models: readonly string[]
  /** Whether the game's own menu lets the provider announce it. */
  readonly allowed: boolean
  /** Of `routing`, `cascading` and `cascade-routing`. */
  readonly believed?: BeliefEntry
  /** What a task costs the provider in all, and its parts. */
  readonly cost: number
  readonly serving: number
  readonly loss: number
  readonly success: number
  /** Over the users, weighted. */
  readonly utility: number
  /** What users lose by it against the routes that each would choose. */
  readonly gap: number
  readonly users: readonly BaselineUserEntry[]
  /** `cost` less that of the equilibrium: what it costs the provider not to ask how users answer. */
  readonly price: number
}

/** How one declared user answers; a mean over her types where she stands for several. */
export interface BaselineUserEntry {
  readonly name: string
  /** The model that she picks, under `user-choice`; null where her types differ in it. */
  readonly model?: string | null
  /** Null where she answers with more than one number, or does not begin. */
  readonly abandonment: number | null
  readonly begins: boolean
  readonly utility: number
}

const baseline = record<BaselineEntry>(
  {
    name: words(
      'cheapest',
      'fastest',
      'least-cost-of-pass',
      'least-latency-of-pass',
      'user-choice',
      'routing',
      'cascading',
      'cascade-routing',
    ),
    models: list(text, 1),
    allowed: flag,
    cost: number,
    serving: number,
    loss: number,
    success: number,
    utility: number,
    gap: number,
    users: list(
      record<BaselineUserEntry>(
        { name: text, model: nullable(text), abandonment: nullable(number), begins: flag, utility: number },
        ['model'],
      ),
    ),
    believed: record<BeliefEntry>({ worth: number, quality: number, cost: number }),
    price: number,
  },
  ['believed'],
)
const ranking = record<RankingEntry>({
  user: text,
  distance: number,
  pairs: index,
  opposed: list(pair(text, text)),
})

const tradeoff = record<TradeoffEntry>({
  family: words('routing', 'cascading', 'cascade-routing'),
  plans: list(
    record<TradeoffPlan>({
      models: list(text, 1),
      from: number,
      quality: number,
      budget: number,
      cost: number,
      utility: number,
    }),
    1,
  ),
})

export const baselinesShape: Shape<BaselinesEntry> = record<BaselinesEntry>(
  { policies: list(baseline), rankings: list(ranking), tradeoffs: list(tradeoff) },
  ['tradeoffs'],
)
