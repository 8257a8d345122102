import { describe, expect, it } from 'vitest'
import { verify } from '../packages/checker/src/index.ts'
import { compile } from '../packages/compiler/src/index.ts'
import type { GameInstance } from '../packages/game/src/index.ts'
import { solve } from '../packages/solver/src/index.ts'
import { byOneUnit, variants } from './variants.ts'

const rest = `model a { success: 5%   latency: 4 s  cost: 0.002 USD }
model b { success: 40%  latency: 8 s  cost: 0.03 USD }
menu m = cascade(a, b)
provider p { offers: m  penalty: 0.08 USD }`

function gameOf(users: string): GameInstance {
  const { instance } = compile({ name: 'many.game', text: `game many\n${rest}\n${users}` })
  if (instance === null) throw new Error('no game')
  return instance
}

function solved(instance: GameInstance, types?: number): unknown {
  // What slowing models down would do is not looked at long.
  const result = solve(instance, new Map(), {
    proof: 'short',
    nodes: 5,
    ...(types === undefined ? {} : { types }),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return JSON.parse(JSON.stringify(result.document))
}

describe('people who differ', () => {
  it.each([
    ['lognormal', 'lognormal(0.40 USD, 0.8)'],
    ['normal, cut off', '0.3 USD ± 0.8 USD'],
    ['uniform', 'uniform(0.1 USD, 3 USD)'],
  ])('are checked, and that no route costs less: %s', (_, value) => {
    const instance = gameOf(
      `user u { weight: 3  value: ${value}  patience: 40 USD/h }\nuser v { weight: 1  value: 2 USD  patience: 60 USD/h }`,
    )
    expect(verify(instance, solved(instance))).toMatchObject({ kind: 'accepted', bound: 'exact' })
  })

  it('are the types that the game makes of them, and no others', () => {
    const instance = gameOf(
      `user u { value: lognormal(0.40 USD, 0.8)  patience: uniform(20 USD/h, 60 USD/h) }`,
    )
    const other = gameOf(`user u { value: lognormal(0.41 USD, 0.8)  patience: uniform(20 USD/h, 60 USD/h) }`)
    expect(verify(other, solved(instance, 70))).toMatchObject({
      kind: 'rejected',
      entry: 'certificate.types[0].spreads[0].means[0]',
    })
  })
})

/** Entries that are taken as they stand, each with the reason in docs/certificates.md. */
const onTrust =
  /^\/(throttling|flips|candidates|provider\/regret|certificate\/exact\/(regret|throttlingGain))/

describe('a solution for people who differ, of which any entry is changed', () => {
  it('is rejected', () => {
    const instance = gameOf(
      `user u { value: lognormal(0.40 USD, 0.8)  patience: uniform(20 USD/h, 60 USD/h) }`,
    )
    const document = solved(instance, 3)
    expect(verify(instance, document).kind).toBe('accepted')
    const accepted = [...variants(document, byOneUnit)].flatMap(([pointer, changed]) =>
      onTrust.test(pointer) || verify(instance, changed).kind === 'rejected' ? [] : [pointer],
    )
    expect(accepted).toEqual([])
  })
})
