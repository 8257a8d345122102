import { describe, expect, expectTypeOf, it } from 'vitest'
import type { GameInstance } from '@plumbline/game'
import { formula, ref } from './amount.ts'
import { linear } from './axes.ts'
import { defineGame } from './defineGame.ts'
import { of, plusMinus } from './spreads.ts'
import { seconds, usd, usdPerHour } from './units.ts'

const standard = { success: 0.62, latency: seconds(4), cost: usd(0.002) }
const reasoning = { success: of(194, 225), latency: seconds(37.6), cost: usd(0.025) }
const models = { standard, reasoning }
const developer = { value: usd(0.5), patience: usdPerHour(40) }
const users = { developer }
const provider = { name: 'acme' }
const params = { churn: usd(0.1) }
const small = { name: 'small', models, menu: { cascade: ['standard'] }, users, provider } as const

/** Holds calls for TypeScript to check; what it refuses is refused at run time too. */
function refused(...calls: readonly (() => unknown)[]): void {
  for (const call of calls) expect(call).toThrow(TypeError)
}

describe('TypeScript', () => {
  it('knows what is what', () => {
    expectTypeOf(defineGame(small)).toEqualTypeOf<GameInstance>()
    expectTypeOf(plusMinus(seconds(4), ref('wait'))).toExtend<{ readonly names?: 'wait' }>()
    expectTypeOf(formula`${ref('a')} + ${ref('b')} + ${1}`.names).toEqualTypeOf<'a' | 'b' | undefined>()
  })

  it('refuses models that the game does not have', () => {
    refused(
      // @ts-expect-error no model of this name
      () => defineGame({ ...small, menu: { cascade: ['standard', 'reasonning'] } }),
      // @ts-expect-error no model of this name
      () => defineGame({ ...small, menu: { cascade: ['standard'], start: 'third' } }),
      // @ts-expect-error no model of this name
      () => defineGame({ ...small, menu: { cascade: ['standard'], 'escalation.third': 0.5 } }),
      // @ts-expect-error no model of this name
      () => defineGame({ ...small, models: { ...models, m: { is: { retry: 'fourth', times: 2 } } } }),
      // @ts-expect-error no model of this name
      () => defineGame({ ...small, models: { ...models, m: { is: 'fourth' } } }),
    )
  })

  it('refuses params, kinds of task and verifiers that the game does not have', () => {
    const other = { ...small, params }
    const checked = { verified: 'standard', by: 'tests', else: 'standard' } as const
    refused(
      // @ts-expect-error no param of this name
      () => defineGame({ ...other, provider: { name: 'acme', penalty: ref('chrun') } }),
      // @ts-expect-error no param of this name
      () => defineGame({ ...other, provider: { name: 'acme', penalty: formula`2 * ${ref('chrun')}` } }),
      // @ts-expect-error no param of this name
      () => defineGame({ ...other, sweeps: { s: { axes: { chrun: linear(usd(0), usd(1)) } } } }),
      // @ts-expect-error no such kind of task
      () => defineGame({ ...small, models: { standard: { ...standard, 'success.hard': 0.1 } } }),
      // @ts-expect-error no such kind of task
      () => defineGame({ ...small, tasks: { a: {} }, models: { standard: { ...standard, 'success.b': 1 } } }),
      // @ts-expect-error no verifier of this name
      () => defineGame({ ...small, models: { standard, m: { is: checked } } }),
    )
  })

  it('refuses fields that are missing or unknown, units that do not fit, and words that are none', () => {
    const mixed = plusMinus(seconds(4), usd(1))
    refused(
      // @ts-expect-error a model needs its cost
      () => defineGame({ ...small, models: { standard: { success: 0.5, latency: seconds(1) } } }),
      // @ts-expect-error no field of this name
      () => defineGame({ ...small, models: { standard: { ...standard, latencey: seconds(1) } } }),
      // @ts-expect-error a latency is no money
      () => defineGame({ ...small, models: { standard: { ...standard, latency: usd(1) } } }),
      // @ts-expect-error a latency is no money
      () => defineGame({ ...small, models: { standard: { ...standard, latency: mixed } } }),
      // @ts-expect-error a penalty is no time
      () => defineGame({ ...small, provider: { name: 'acme', penalty: seconds(1) } }),
      // @ts-expect-error no word of this field
      () => defineGame({ ...small, users: { developer: { ...developer, sees: 'all' } } }),
    )
  })
})
