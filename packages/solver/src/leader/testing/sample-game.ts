import type { Arithmetic, Game } from '@plumbline/game'

/** A user who sees nothing but failures, has no other option and replies as is best for her. */
export const plainUser = { outside: null, sees: 'nothing', rationality: null } as const

/** A number of a sample game: a decimal, a fraction or a double. */
type Written = string | number

/** Numbers of a game of one user, one list entry a model. For tests. */
export interface Sample {
  readonly p: readonly Written[]
  readonly c: readonly Written[]
  readonly t: readonly Written[]
  readonly f?: readonly Written[]
  readonly V: Written
  readonly kappa?: Written
  readonly P: Written
  readonly ties?: 'strong' | 'weak'
  readonly form?: 'cascade' | 'static' | 'choice'
  readonly low?: Written
  readonly high?: Written
  readonly starts?: readonly number[]
}

/** The game of a sample: a two-model cascade unless it says otherwise. */
export function sampleGame<N>(ar: Arithmetic<N>, sample: Sample): Game<N> {
  const { p, c, t, f = [], V, kappa = 1, P, ties = 'strong', form = 'cascade', low = 0, high = 1 } = sample
  const models = p.map((success, index) => ({
    name: `m${index + 1}`,
    success: ar.from(success),
    latency: ar.from(t[index] ?? 0),
    cost: ar.from(c[index] ?? 0),
    price: ar.from(f[index] ?? 0),
    later: [],
    kinds: [],
  }))
  const [zero, one] = [ar.from(0), ar.from(1)]
  const stay = (to: number) => [{ to, constant: one, terms: [] }]
  const climbs = [
    { to: 0, constant: one, terms: [{ variable: 0, coefficient: ar.from(-1) }] },
    { to: 1, constant: zero, terms: [{ variable: 0, coefficient: one }] },
  ]
  const states = p.map((_, model) => ({ name: `m${model + 1}`, model }))
  const cascade = form === 'cascade'
  return {
    arithmetic: ar,
    tasks: [],
    models,
    chain: {
      states,
      starts: sample.starts ?? states.map(({ model }) => model),
      chooser: form === 'choice' ? 'user' : 'provider',
      variables: cascade ? [{ name: 's', state: 0, low: ar.from(low), high: ar.from(high) }] : [],
      transitions: states.map(({ model }) => (cascade && model === 0 ? climbs : stay(model))),
    },
    users: [{ name: 'user', weight: one, value: ar.from(V), patience: ar.from(kappa), ...plainUser }],
    provider: { penalty: ar.from(P), throttle: null, routing: 'announced', ties },
  }
}
