import type { AlignmentEntry, GameInstance, SolutionDocument } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from '../../document/solve.ts'
import { sampleInstance } from '../../document/testing/sample-instance.ts'

const one = sampleInstance({ p: ['1/5', '2/5'], c: ['1/40', '1/25'], t: [11, 64], V: 100, P: '1/5' })

/** The same menu in front of a patient and of an impatient user. */
function two(weight: string): GameInstance {
  const [user] = one.users
  if (user === undefined) throw new Error('no user')
  const number = (value: string) => ({ ...user.value, expression: { op: 'number', value } as const })
  return {
    ...one,
    users: [
      { ...user, name: 'hasty', value: number('100'), weight: number('1') },
      { ...user, name: 'patient', value: number('1000'), weight: number(weight) },
    ],
  }
}

function answer(instance: GameInstance): { document: SolutionDocument; entry: AlignmentEntry } {
  const result = solve(instance, new Map(), { with: ['alignment', 'frontier'] })
  if (!result.ok || result.document.alignment === undefined) throw new Error('not answered')
  return { document: result.document, entry: result.document.alignment }
}

describe('the route that is best for users together', () => {
  it('is that of the only user, who gains her gap by it, at the regret of the provider', () => {
    const { document, entry } = answer(one)
    const [user] = entry.users
    expect(entry.route).toEqual(document.users[0]?.best.route)
    expect(user?.change).toBeCloseTo(document.misalignment.gap, 9)
    expect(user).toMatchObject({ gaining: user?.change === 0 ? 0 : 1, losing: 0 })
    expect(entry.cost - document.provider.cost).toBeCloseTo(document.provider.regret, 12)
  })

  it('is worth to users together at least what they have, and no more to any than her own best', () => {
    for (const weight of ['1/10', '1', '10']) {
      const { document, entry } = answer(two(weight))
      const change = entry.users.reduce(
        (sum, user, index) => sum + (document.users[index]?.weight ?? 0) * user.change,
        0,
      )
      expect(change).toBeGreaterThanOrEqual(-1e-9)
      entry.users.forEach(({ utility }, index) => {
        expect(utility).toBeLessThanOrEqual((document.users[index]?.best.utility ?? 0) + 1e-9)
      })
      expect(entry.cost).toBeCloseTo(document.provider.cost + document.provider.regret, 9)
    }
  })

  it('lies at the end of the frontier', () => {
    const { document, entry } = answer(two('1'))
    const preferred = document.frontier?.placed.find(({ name }) => name === 'preferred')
    expect(preferred?.utility).toBeCloseTo(entry.utility, 6)
  })
})
