import type { Case } from '../case.ts'
import { absent, Checked, OnTrust, type Expected } from '../document/difference.ts'
import { exactEntry } from '../document/exact.ts'
import { field } from '../document/read.ts'
import { regimeOf } from './users.ts'
import type { Totals } from './provider.ts'
import { order } from '../play/order.ts'

/** What is known of the provider's least cost. */
export type Bound<N> =
  /** It is exactly this, by the menu's formula or by looking at all that there is. */
  | { readonly kind: 'exact'; readonly method: 'closed-form' | 'enumeration'; readonly lower: N }
  /** No route costs less than `lower`: shown box by box, as near as was asked where `ended` is undefined. */
  | {
      readonly kind: 'boxes'
      readonly lower: number
      readonly tolerance: number
      readonly ended: string | undefined
    }
  /**
   * No announcement of a cascade of two models costs less than `lower`: shown piece by piece of the escalation. Without a
   * tolerance the document says that the least cost is the route's, of which `lower` is within a billionth.
   */
  | { readonly kind: 'pieces'; readonly lower: number; readonly tolerance: number | null }
  | { readonly kind: 'unknown'; readonly why: string }

/** What the document must say in its certificate. */
export function certificateEntries<N>(
  one: Case<N>,
  totals: Totals<N>,
  bound: Bound<N>,
  slowing: N | null,
): Expected {
  const { game, document, answers, route, pool } = one
  const { arithmetic: ar, chain } = game
  const regimes = game.users.map((user) => regimeOf(game, user))
  const together = chain.chooser === 'user' ? regimes : [...new Set(regimes)]
  const [, ...others] = answers
  const [variable, ...more] = chain.variables
  const reached = route !== null && variable?.state === route.start && more.length === 0
  const exact = answers.every(({ replies }) => replies.exact)
  const all = exact && answers.every(({ best }) => best.exact)
  const named: readonly (readonly [string, N | null | undefined, boolean])[] = [
    ['cost', totals.cost, exact],
    ['utility', utilityToTell(one, totals), exact],
    ['gap', totals.gap, all],
    ...(others.length > 0 && route !== null ? [] : [['regret', totals.regret, all] as const]),
    ['throttlingGain', slowing, true],
    ['escalation', reached ? route.variables[0] : null, true],
  ]
  const told = field(field(document, 'certificate'), 'exact')
  const forms = named.flatMap(([name, value, known]): readonly (readonly [string, Expected])[] => {
    const form = value === null || value === undefined ? undefined : exactEntry(ar, value)
    // What is not told exactly is not wrong; what is known only nearly must not be told as exact.
    if (form === undefined || (known && field(told, name) === undefined)) return []
    return [[name, known ? form : absent]]
  })
  const gain = field(field(field(document, 'certificate'), 'exact'), 'throttlingGain')
  return {
    case: together.join(' '),
    ...boundEntries(one, totals, bound),
    exact: {
      ...(others.length > 0 && route !== null ? { regret: new OnTrust('see provider.regret') } : {}),
      ...Object.fromEntries(forms),
      ...(gain === undefined || slowing !== null
        ? {}
        : { throttlingGain: new OnTrust('what slowing models down does is not checked') }),
    },
    types: answers.length > one.instance.users.length ? new Checked() : absent,
    probabilities:
      pool.numbers.size === 0
        ? absent
        : [...pool.numbers.values()].map((each) => exactEntry(ar, each) ?? null),
  }
}

/** The only user's; of people who differ that of all. */
function utilityToTell<N>({ instance, answers }: Case<N>, { utility }: Totals<N>): N | null {
  return answers.length === 1 || answers.length > instance.users.length ? utility : null
}

function boundEntries<N>(
  { game }: Case<N>,
  { cost }: Totals<N>,
  bound: Bound<N>,
): Readonly<Record<string, Expected>> {
  const { arithmetic: ar } = game
  const upper = ar.toNumber(cost)
  switch (bound.kind) {
    case 'exact': {
      const { method, lower } = bound
      // A cost above the least is no optimum, whatever is written elsewhere.
      const low = order(ar, cost, lower) === 0 ? upper : ar.toNumber(lower)
      return { method, lower: low, upper: low }
    }
    case 'boxes':
      return {
        method: 'branch-and-bound',
        lower: bound.lower,
        upper,
        tolerance: bound.tolerance,
        ended: bound.ended ?? absent,
        boxes: new Checked(),
      }
    case 'pieces':
      return bound.tolerance === null
        ? { method: 'closed-form', lower: upper, upper, tolerance: absent }
        : { method: 'branch-and-bound', lower: bound.lower, upper, tolerance: bound.tolerance }
    case 'unknown': {
      const trust = new OnTrust(bound.why)
      return { method: trust, lower: trust, upper: trust, tolerance: trust }
    }
  }
}
