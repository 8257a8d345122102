import type { Arithmetic, Game } from '@plumbline/game'
import { plainUser } from '../../leader/testing/sample-game.ts'

/** Which steps a menu leaves to the provider. */
export type Form = 'cascade' | 'escalate' | 'free'

/** Numbers of a game with any number of models, users and kinds of task, in hundredths. For tests. */
export interface MenuSample {
  readonly form: Form
  /** `p` by kind of task and model. */
  readonly p: readonly (readonly number[])[]
  readonly t: readonly number[]
  readonly c: readonly number[]
  readonly users: readonly {
    readonly V: number
    readonly sees?: 'nothing' | 'model' | 'attempts'
    readonly outside?: number
  }[]
  readonly P: number
  readonly ties?: 'strong' | 'weak'
}

/** The game of a sample; the last model of a kind's list stands for it at later attempts too. */
export function menuGame<N>(ar: Arithmetic<N>, sample: MenuSample): Game<N> {
  const { form, p, t, c, users, P, ties = 'strong' } = sample
  const of = (hundredths: number): N => ar.div(ar.from(hundredths), ar.from(100))
  const mean = (values: readonly N[]): N =>
    ar.div(
      values.reduce((sum, value) => ar.add(sum, value)),
      ar.from(values.length),
    )
  const states = t.map((_, model) => ({ name: `m${model + 1}`, model }))
  const steps = stepsOf(form, t.length)
  return {
    arithmetic: ar,
    tasks:
      p.length === 1
        ? []
        : p.map((_, kind) => ({ name: `k${kind}`, weight: ar.div(ar.from(1), ar.from(p.length)) })),
    models: states.map(({ name, model }) => {
      const rest = { latency: of(t[model] ?? 0), cost: of(c[model] ?? 0), price: ar.from(0), later: [] }
      const success = p.map((kind) => of(kind[model] ?? 0))
      return {
        name,
        ...rest,
        success: mean(success),
        kinds: p.length === 1 ? [] : success.map((each) => ({ ...rest, success: each })),
      }
    }),
    chain: {
      states,
      starts: states.map(({ model }) => model),
      chooser: 'provider',
      variables: steps.map(([from, to]) => ({
        name: `escalation.m${from + 1}.m${to + 1}`,
        state: from,
        low: ar.from(0),
        high: ar.from(1),
      })),
      transitions: states.map((_, state) => {
        const leaving = steps.flatMap(([from, to], variable) => (from === state ? [{ to, variable }] : []))
        return [
          {
            to: state,
            constant: ar.from(1),
            terms: leaving.map(({ variable }) => ({ variable, coefficient: ar.from(-1) })),
          },
          ...leaving.map(({ to, variable }) => ({
            to,
            constant: ar.from(0),
            terms: [{ variable, coefficient: ar.from(1) }],
          })),
        ]
      }),
    },
    users: users.map(({ V, sees = 'nothing', outside }, index) => ({
      ...plainUser,
      name: `u${index + 1}`,
      weight: ar.div(ar.from(1), ar.from(users.length)),
      value: of(V),
      patience: ar.from(1),
      sees,
      outside: outside === undefined ? null : of(outside),
    })),
    provider: { penalty: of(P), throttle: null, routing: 'announced', ties },
  }
}

function stepsOf(form: Form, models: number): readonly (readonly [number, number])[] {
  const all = Array.from({ length: models }, (_, from) =>
    Array.from({ length: models }, (_, to) => [from, to] as const),
  )
  return all.flat().filter(([from, to]) => {
    if (from === to) return false
    return form === 'cascade' ? to === from + 1 : form === 'escalate' ? to > from : true
  })
}
