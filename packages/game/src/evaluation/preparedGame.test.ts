import { describe, expect, it } from 'vitest'
import { twofold } from '../arithmetic/twofold.ts'
import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import { binary, num, ref, sampleGame, unary, withDefinitions } from '../testing/sampleGame.ts'
import { floatGame } from './at.ts'
import { mapGame } from './mapGame.ts'
import { float } from '../arithmetic/float.ts'
import { prepareGame } from './preparedGame.ts'

const set = (values: Readonly<Record<string, Expression>>) => new Map(Object.entries(values))

function doubles(
  instance: GameInstance,
  moved: readonly string[],
  values: Readonly<Record<string, Expression>>,
) {
  const game = prepareGame(instance, moved)?.(set(values)) ?? null
  return game === null ? null : mapGame(game, float, (x) => twofold.toNumber(x))
}

describe('a game that is made ready for many assignments', () => {
  it.each<[string, Readonly<Record<string, Expression>>]>([
    ['a param', { churn: num('1/3') }],
    ['nothing', {}],
    ['inputs', { 'developer.value': num('2/7'), 'fast.latency': num('3.25'), 'slow.success': num('1') }],
    ['an escalation', { 'tiers.fast': num('1/8'), churn: num('0') }],
  ])('is the game at an assignment of %s', (_, values) => {
    const moved = ['churn', 'developer.value', 'fast.latency', 'slow.success', 'tiers.fast']
    expect(doubles(sampleGame, Object.keys(values), values)).toEqual(floatGame(sampleGame, set(values)))
    const some = moved.filter((name) => name !== 'tiers.fast' || name in values)
    expect(doubles(sampleGame, some, values)).toEqual(floatGame(sampleGame, set(values)))
  })

  it('computes what refers to the moved names', () => {
    const instance = withDefinitions({ half: binary('div', ref('churn'), num('2')) })
    const provider = {
      ...instance.provider,
      penalty: { ...instance.provider.penalty, expression: ref('half') },
    }
    const values = { churn: num('1/3') }
    const game = doubles({ ...instance, provider }, ['churn'], values)
    expect(game?.provider.penalty).toBe(1 / 6)
  })

  it.each<[string, readonly string[], Readonly<Record<string, Expression>>]>([
    ['a number out of its range', ['slow.success'], { 'slow.success': num('3/2') }],
    ['a param out of its bounds', ['churn'], { churn: num('2') }],
    ['a name that is not among the moved ones', ['churn'], { 'developer.value': num('1') }],
    ['a name that is none', ['chrun'], { chrun: num('1') }],
    ['a value that is an expression', ['churn'], { churn: ref('wait') }],
    ['a number of very many digits', ['churn'], { churn: num(`0.${'1'.repeat(90)}`) }],
  ])('leaves %s to the evaluation that says what is wrong', (_, moved, values) => {
    expect(doubles(sampleGame, moved, values)).toBeNull()
  })

  it('is not made where the moved names go through a function, or the game has problems of its own', () => {
    const rooted = withDefinitions({ root: unary('sqrt', binary('mul', ref('churn'), num('10'))) })
    expect(prepareGame(rooted, ['churn'])).toBeNull()
    expect(prepareGame(rooted, ['developer.value'])).not.toBeNull()
    const tower = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => {
        const below = ref(i === 0 ? 'churn' : `x${String(i - 1)}`)
        return [`x${String(i)}`, binary('mul', below, below)]
      }),
    )
    expect(prepareGame(withDefinitions(tower), ['churn'])).toBeNull()
    const broken = withDefinitions({ nothing: binary('div', num('1'), num('0')) })
    expect(prepareGame(broken, ['churn'])).toBeNull()
  })
})
