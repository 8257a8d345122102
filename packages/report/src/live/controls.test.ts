import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, type Dimension, type GameInstance } from '@plumbline/game'
import { renderHtml } from '../html.ts'
import { reportModel } from '../reportModel.ts'
import { solved } from '../testing/games.ts'
import { instanceOf } from '../testing/instances.ts'
import { controlText } from './controls-html.ts'
import {
  controlsOf,
  expressionOf,
  movedTo,
  numberAt,
  placeOf,
  slidePlaces,
  type Control,
} from './controls.ts'

const number = (value: string, dimension: Dimension) => ({
  expression: { op: 'number', value } as const,
  dimension,
  origin: null,
})
const pricePerSecond: Dimension = { money: 1, time: -1 }

function withParams(...params: readonly [string, string, string, string, Dimension][]): GameInstance {
  return {
    ...instanceOf({
      models: [{ p: '1/2', t: '2', c: '1/10' }],
      value: '9',
      penalty: '1',
      units: { cost: 'USD', time: 's', utility: 'USD' },
    }),
    params: params.map(([name, value, low, high, dimension]) => ({
      name,
      label: null,
      doc: null,
      value: number(value, dimension),
      bounds: { low: number(low, dimension), high: number(high, dimension) },
    })),
  }
}

const control: Control = {
  name: 'x',
  title: 'x',
  about: null,
  low: 0,
  high: 1,
  value: 0.1,
  unit: 'USD',
  scale: '1',
}

describe('the controls of a page', () => {
  it('are the params that have bounds, money for time by the hour', () => {
    const instance = withParams(
      ['churn', '1/10', '0', '1', { money: 1 }],
      ['hurry', '1/90', '0', '1/36', pricePerSecond],
    )
    const [churn, hurry] = controlsOf(instance)
    expect(churn).toMatchObject({ name: 'churn', low: 0, high: 1, value: 0.1, unit: 'USD' })
    expect(hurry).toMatchObject({ low: 0, high: 100, value: 40, unit: 'USD/h', scale: '1/3600' })
  })

  it('leave out a param without bounds', () => {
    const instance = withParams(['churn', '1/10', '0', '1', { money: 1 }])
    const [param] = instance.params
    if (param === undefined) throw new Error('one param')
    expect(controlsOf({ ...instance, params: [{ ...param, bounds: null }] })).toEqual([])
  })

  it('set exactly the decimal that they show', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: slidePlaces }), (place) => {
        const hourly = { ...control, high: 100, unit: 'USD/h', scale: '1/3600' }
        const shown = numberAt(hourly, place)
        const instance = movedTo(
          withParams(['hurry', '1/90', '0', '1/36', pricePerSecond]),
          new Map([['hurry', expressionOf(hourly, shown)]]),
        )
        const [text = ''] = controlText(hourly, shown).split(' ')
        const exactly = at(instance, new Map(), (game, termValue) => {
          const outcome = termValue({ op: 'ref', name: 'hurry' }, () => ({
            ok: false,
            failure: 'no-real-value',
          }))
          return outcome.ok ? game.arithmetic.toExact(outcome.value) : null
        })
        // The decimal of `text` over 3600, compared in thousandths without rounding.
        const [whole = '0', decimals = ''] = text.split('.')
        const above = BigInt(whole + decimals)
        const below = 3600n * 10n ** BigInt(decimals.length)
        const form = exactly.ok ? exactly.value : null
        const [a, b = '1'] = (typeof form === 'string' ? form : '').split('/')
        expect(BigInt(a ?? '0') * below).toBe(above * BigInt(b))
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  it('reach both ends, and stay within them', () => {
    const odd = { ...control, low: 1 / 3, high: 2 / 3 }
    expect([numberAt(odd, 0), numberAt(odd, slidePlaces)]).toEqual([1 / 3, 2 / 3])
    for (let place = 0; place <= slidePlaces; place += 7) {
      expect(numberAt(odd, place)).toBeGreaterThanOrEqual(odd.low)
      expect(numberAt(odd, place)).toBeLessThanOrEqual(odd.high)
      expect(placeOf(odd, numberAt(odd, place))).toBe(place)
    }
  })
})

describe('a page that answers', () => {
  const hostile = '</script><img src=x onerror=alert(1)>'
  const instance: GameInstance = { ...withParams(['churn', '1/10', '0', '1', { money: 1 }]), label: hostile }
  const model = reportModel(instance, solved(instance), { pictures: false })
  const live = { game: { instance, fileName: hostile, analyses: [] }, script: '0', digest: 'abc' }

  it('lets its own script run and no other, and keeps a game’s texts from ending its data', () => {
    const html = renderHtml(model, live)
    expect(html).toContain("script-src 'sha256-abc'")
    expect(html).not.toContain('<img')
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    const [, data = ''] = /id="game">(.*?)<\/script>/s.exec(html) ?? []
    expect((JSON.parse(data) as typeof live.game).fileName).toBe(hostile)
  })

  it('has no script and no slider where it is only read', () => {
    const html = renderHtml(model)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('type="range"')
  })
})
