import { describe, expect, it } from 'vitest'
import type { GameInstance } from '../instance/instance.ts'
import { binary, modelOf, num, quantity, ref, sampleGame, withDefinitions } from '../testing/sampleGame.ts'
import { at } from './at.ts'
import { playedPart } from './playedPart.ts'

const idle = { ...modelOf('idle', '1/2', '1', '1'), cost: quantity(ref('spare'), { money: 1 }) }
const { chain } = sampleGame.menu
const defined = withDefinitions({ spare: num('7'), other: binary('add', ref('spare'), num('1')) })

/** The sample with a model before its own that the menu does not offer. */
const larger: GameInstance = {
  ...defined,
  models: [idle, ...sampleGame.models],
  menu: {
    ...sampleGame.menu,
    chain: { ...chain, states: chain.states.map((state) => ({ ...state, model: state.model + 1 })) },
  },
}

describe('the part of an instance that is played', () => {
  it('has no model that the menu does not offer, and no name that only such models use', () => {
    const { instance, names } = playedPart(larger)
    expect(instance.models).toEqual(sampleGame.models)
    expect(instance.definitions.map(({ name }) => name)).not.toContain('spare')
    expect(instance.menu).toEqual(sampleGame.menu)
    expect(names.has('spare')).toBe(false)
  })

  it('is the same game', () => {
    const numbers = (of: typeof larger): unknown =>
      at(of, new Map(), ({ arithmetic, models, chain, users, provider }) => [
        chain.states.map(({ model }) => models[model]?.name),
        users.map(({ value }) => arithmetic.toExact(value)),
        arithmetic.toExact(provider.penalty),
      ])
    expect(numbers(playedPart(larger).instance)).toEqual(numbers(larger))
  })

  it('keeps what other expressions speak of, and what that is made of', () => {
    const { instance, names } = playedPart(larger, [ref('other')])
    expect([names.has('other'), names.has('spare')]).toEqual([true, true])
    expect(instance.definitions.map(({ name }) => name)).toEqual(expect.arrayContaining(['spare', 'other']))
  })
})
