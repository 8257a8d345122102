import type { Chain, Dimension, Expression, GameInstance, Model, Origin, Quantity } from '@plumbline/game'

/** A model of a test game: success, latency, cost, and perhaps a price and a label. Numbers are decimal fractions. */
export interface SampleModel {
  readonly p: string
  readonly t: string
  readonly c: string
  readonly f?: string
  readonly label?: string | null
  readonly name?: string
}

/** A game for tests: two-model cascade unless it says otherwise. */
export interface Sample {
  readonly models: readonly SampleModel[]
  readonly value: string
  readonly penalty: string
  readonly patience?: string
  readonly form?: 'cascade' | 'static' | 'choice'
  /** Limits of the escalation. */
  readonly escalation?: readonly [string, string]
  readonly throttle?: string
  readonly ties?: 'strong' | 'weak'
  readonly units?: GameInstance['units']
  readonly label?: string
  readonly userLabel?: string
  readonly doc?: string
}

const bare: GameInstance['units'] = { cost: null, time: null, utility: null }

/** The compiled form of a test game, as the compiler would make it. */
export function instanceOf(sample: Sample): GameInstance {
  const units = sample.units ?? bare
  const money: Dimension = units.cost === null ? {} : { money: 1 }
  const time: Dimension = units.time === null ? {} : { time: 1 }
  const worth: Dimension = units.utility === null ? {} : units.utility === 's' ? { time: 1 } : { money: 1 }
  const names = sample.models.map(({ name }, index) => name ?? `m${index + 1}`)
  const described = { label: null, doc: null, origin: null }
  return {
    schema: 'plumbline/game@1',
    name: 'sample',
    label: sample.label ?? null,
    doc: sample.doc ?? null,
    units,
    params: [],
    definitions: [],
    randoms: [],
    verifiers: [],
    tasks: [],
    models: sample.models.map((model, index): Model => ({
      ...described,
      name: names[index] ?? '',
      label: model.label ?? null,
      success: quantity(model.p, {}),
      latency: quantity(model.t, time),
      cost: quantity(model.c, money),
      price: model.f === undefined ? { ...quantity('0', worth), origin: null } : quantity(model.f, worth),
      later: [],
      kinds: [],
    })),
    menu: {
      ...described,
      name: 'menu',
      form: sample.form ?? 'cascade',
      chain: chainOf(names, sample),
    },
    users: [
      {
        ...described,
        name: 'user',
        label: sample.userLabel ?? null,
        weight: { ...quantity('1', {}), origin: null },
        value: quantity(sample.value, worth),
        patience: quantity(sample.patience ?? '1', {}),
        outside: null,
        sees: { word: 'nothing', origin: null },
        rationality: null,
      },
    ],
    provider: {
      ...described,
      name: 'provider',
      penalty: quantity(sample.penalty, money),
      throttle: sample.throttle === undefined ? null : quantity(sample.throttle, time),
      routing: { word: 'announced', origin: null },
      ties: { word: sample.ties ?? 'strong', origin: null },
    },
    asserts: [],
    sweeps: [],
  }
}

function chainOf(names: readonly string[], { form, escalation = ['0', '1'] }: Sample): Chain {
  const states = names.map((name, model) => ({ name, model }))
  const starts = states.map((_, index) => index)
  const stay = (to: number): Chain['transitions'][number] => [{ to, constant: num('1'), terms: [] }]
  const fixed = { states, starts, chooser: form === 'choice' ? 'user' : 'provider' } as const
  if (form === 'static' || form === 'choice')
    return { ...fixed, variables: [], transitions: starts.map(stay) }
  const [low, high] = escalation
  return {
    ...fixed,
    variables: starts.slice(1).map((_, state) => ({
      name: `escalation.${names[state] ?? ''}`,
      state,
      low: num(low),
      high: num(high),
      origin: null,
    })),
    transitions: starts.map((state) => {
      if (state === names.length - 1) return stay(state)
      return [
        { to: state, constant: num('1'), terms: [{ variable: state, coefficient: num('-1') }] },
        { to: state + 1, constant: num('0'), terms: [{ variable: state, coefficient: num('1') }] },
      ]
    }),
  }
}

function quantity(value: string, dimension: Dimension): Quantity {
  return { expression: num(value), dimension, origin: originOf(value) }
}

function num(value: string): Expression {
  return { op: 'number', value: fraction(value) }
}

/** `0.25` as `1/4`. */
function fraction(text: string): string {
  if (text.includes('/')) return text
  const [whole = '0', decimals = ''] = text.split('.')
  let above = BigInt(whole + decimals)
  let below = 10n ** BigInt(decimals.length)
  for (const factor of [2n, 5n]) {
    while (above % factor === 0n && below % factor === 0n && below > 1n) {
      above /= factor
      below /= factor
    }
  }
  return below === 1n ? String(above) : `${above}/${below}`
}

function originOf(text: string): Origin {
  return { file: 'sample.game', line: 1, column: 1, start: 0, end: text.length, text }
}
