import { formatQuantity, type Origin, type Quantity } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { shortened, titleOf, visible } from '../formatting/label.ts'
import type { Row, Table } from '../model.ts'
import type { Reading } from './reading.ts'
import { amountsOf } from './values.ts'

interface Sourced {
  readonly what: string
  readonly quantity: Quantity
  readonly probability: boolean
}

/** Every number that the game was given: its value, what was written for it, and where. */
export function sourcesTable(reading: Reading): Table {
  const sourced = everything(reading).filter(({ quantity }) => quantity.origin !== null)
  const values = amountsOf(
    reading.instance,
    sourced.map(({ quantity }) => quantity),
  )
  return {
    kind: 'table',
    id: 'sources',
    caption: 'Where each number came from',
    columns: [
      { title: 'number', align: 'left' },
      { title: 'value', align: 'right' },
      { title: 'as written', align: 'left' },
      { title: 'where', align: 'left' },
    ],
    rows: sourced.map((each, index): Row => {
      const value = values[index] ?? null
      return {
        cells: [
          { text: each.what },
          { text: valueWords(reading, each, value), ...(value === null ? {} : { value }) },
          { text: shortened(visible(each.quantity.origin?.text ?? ''), 100) },
          { text: placeOf(each.quantity.origin) },
        ],
      }
    }),
  }
}

function everything({ instance }: Reading): readonly Sourced[] {
  const { params, definitions, models, users, provider } = instance
  const one = (what: string, quantity: Quantity, probability = false): Sourced => {
    return { what: shortened(what, 80), quantity, probability }
  }
  return [
    ...params.map((param) => one(`param ${visible(param.name)}`, param.value)),
    ...definitions.map(({ name, value }) => one(visible(name), value)),
    ...models.flatMap((model) => [
      one(`${titleOf(model)}: success`, model.success, true),
      one(`${titleOf(model)}: latency`, model.latency),
      one(`${titleOf(model)}: cost`, model.cost),
      one(`${titleOf(model)}: price`, model.price),
    ]),
    ...users.flatMap((user) => [
      one(`${titleOf(user)}: weight`, user.weight),
      one(`${titleOf(user)}: value`, user.value),
      one(`${titleOf(user)}: patience`, user.patience),
    ]),
    one(`${titleOf(provider)}: penalty`, provider.penalty),
    ...(provider.throttle === null ? [] : [one(`${titleOf(provider)}: throttle`, provider.throttle)]),
  ]
}

function valueWords({ instance }: Reading, { quantity, probability }: Sourced, value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (probability) return percent(value, 4)
  return formatQuantity(value, quantity.dimension, instance.units, 4).replace('-', '−')
}

function placeOf(origin: Origin | null): string {
  return origin === null ? '' : `${visible(origin.file)}:${origin.line}`
}
