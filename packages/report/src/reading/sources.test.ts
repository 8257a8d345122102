import type { GameInstance, Quantity } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solved } from '../testing/games.ts'
import { instanceOf } from '../testing/instances.ts'
import { rising } from '../testing/named-games.ts'
import { read } from './reading.ts'
import { sourcesTable } from './sources.ts'

const plain = instanceOf(rising)

/** A number that stands alone on a line of the file. */
function onLine(line: number, value: string): Quantity {
  const origin = { file: 'sample.game', line, column: 1, start: line, end: line + 1, text: value }
  return { expression: { op: 'number', value }, dimension: {}, origin }
}

/** The same game with two kinds of task, in which the first model succeeds unequally often. */
const byTask: GameInstance = {
  ...plain,
  tasks: ['easy', 'hard'].map((name, index) => {
    return {
      name,
      label: name === 'hard' ? 'Hard one' : null,
      doc: null,
      origin: null,
      weight: onLine(index + 1, '1'),
    }
  }),
  models: plain.models.map((model) => {
    const { later, latency, cost, price } = model
    const success = (line: number, value: string): Quantity =>
      model === plain.models[0] ? onLine(line, value) : model.success
    const kinds = [success(3, '4/5'), success(4, '3/5')].map((each) => {
      return { success: each, latency, cost, price, later }
    })
    const average = model === plain.models[0] ? { ...onLine(0, '7/10'), origin: null } : model.success
    return { ...model, success: average, kinds }
  }),
}

describe('where the numbers of a game came from', () => {
  it('has each that was written once, those for kinds of task too', () => {
    const { rows } = sourcesTable(read(byTask, solved(plain)))
    const texts = rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '))
    const [one = '', two = ''] = byTask.models.map(({ name }) => name)
    expect(texts).toContain('Hard one: weight | 1 | 1 | sample.game:2')
    expect(texts).toContain(`${one}: success at easy | 80% | 4/5 | sample.game:3`)
    expect(texts).toContain(`${one}: success at Hard one | 60% | 3/5 | sample.game:4`)
    const starting = (start: string): readonly string[] => texts.filter((text) => text.startsWith(start))
    expect(starting(`${one}: success `)).toHaveLength(2)
    expect(starting(`${two}: success`)).toHaveLength(1)
    expect(starting(`${one}: latency`)).toHaveLength(1)
  })
})
