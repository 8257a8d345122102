import { formatQuantity, type Input, inputsOf, type Origin, type Quantity } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { thousandsApart } from '../formatting/quantity.ts'
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
  const { params, definitions, provider, verifiers, tasks, models, users } = instance
  const titles = new Map(
    [...verifiers, ...tasks, ...models, ...users, provider].map((each) => [each.name, titleOf(each)]),
  )
  const inputs = writtenOnce(inputsOf(instance)).map(({ name, quantity, range }): Sourced => {
    return { what: inputWords(name, titles), quantity, probability: shares.includes(range) }
  })
  return [
    ...params.map(({ name, value }) => plain(`param ${visible(name)}`, value)),
    ...definitions.map(({ name, value }) => plain(visible(name), value)),
    ...inputs,
  ]
}

/** What a field gives for all kinds of task, and for all attempts from one on, once. */
function writtenOnce(inputs: readonly Input[]): readonly Input[] {
  const seen = new Set<string>()
  return inputs.filter(({ name, quantity: { origin } }) => {
    const [owner = '', field = ''] = name.split(/[.#]/)
    const key = `${owner}.${field} ${origin?.file ?? ''} ${origin?.start ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const shares: readonly Input['range'][] = ['success', 'probability']

function plain(what: string, quantity: Quantity): Sourced {
  return { what: shortened(what, 80), quantity, probability: false }
}

/** `Mini: success at Hard, attempt 2` for `mini.success.hard#2`. */
function inputWords(name: string, titles: ReadonlyMap<string, string>): string {
  const [path = '', attempt] = name.split('#')
  const [owner = '', field = '', task] = path.split('.')
  const title = (of: string): string => titles.get(of) ?? visible(of)
  const at = task === undefined ? '' : ` at ${title(task)}`
  return shortened(`${title(owner)}: ${field}${at}${attempt === undefined ? '' : `, attempt ${attempt}`}`, 80)
}

function valueWords({ instance }: Reading, { quantity, probability }: Sourced, value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (probability) return percent(value, 4)
  return thousandsApart(formatQuantity(value, quantity.dimension, instance.units, 4)).replace('-', '−')
}

function placeOf(origin: Origin | null): string {
  return origin === null ? '' : `${visible(origin.file)}:${origin.line}`
}
