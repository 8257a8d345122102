import type { GameInstance, UserAttemptsEntry } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from '../../document/solve.ts'
import { sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'

function attemptsOf(instance: GameInstance): {
  entry: UserAttemptsEntry
  expected: number | null | undefined
} {
  const result = solve(instance, new Map(), { with: ['attempts'] })
  const entry = result.ok ? result.document.attempts?.users[0] : undefined
  if (!result.ok || entry === undefined) throw new Error('not answered')
  return { entry, expected: result.document.users[0]?.attempts }
}

const staying: SampleInstance = {
  p: ['1/2', '3/4'],
  c: ['1/10', '1/2'],
  t: ['1/5', '1/5'],
  V: 1,
  P: 2,
}

describe('how many attempts a task takes', () => {
  it('halves with each attempt of a user who stays with a model that succeeds every other time', () => {
    const { entry } = attemptsOf(sampleInstance(staying))
    expect(entry.exactly.slice(0, 4)).toEqual([0.5, 0.25, 0.125, 0.0625])
    expect(entry.solved).toEqual(entry.exactly)
    expect(entry.none).toBe(0)
    expect(entry.more).toBeLessThan(0.001)
  })

  it('is one, solved or not, for a user who leaves after the first', () => {
    const { entry, expected } = attemptsOf(sampleInstance({ ...staying, V: '1/10', P: '1/20' }))
    expect(expected).toBe(1)
    expect(entry).toMatchObject({ exactly: [1], more: 0 })
    expect([0.5, 0.75]).toContain(entry.solved[0])
  })

  it('has the mean of the document, and probabilities that sum to 1', () => {
    const { entry, expected } = attemptsOf(
      sampleInstance({ ...staying, p: ['2/5', '9/10'], c: ['1/10', '3/20'], V: '1/2' }),
    )
    const sum = entry.exactly.reduce((total, each) => total + each, entry.none + entry.more)
    expect(sum).toBeCloseTo(1, 12)
    const mean = entry.exactly.reduce((total, each, index) => total + (index + 1) * each, 0)
    expect(mean).toBeLessThanOrEqual(expected ?? 0)
    expect(mean).toBeGreaterThan((expected ?? 0) - 0.05)
  })

  it('is none for a user who does not begin', () => {
    const instance = sampleInstance({ ...staying, V: '1/10' })
    const [user] = instance.users
    if (user === undefined) throw new Error('no user')
    const outside = { ...user.value, expression: { op: 'number', value: '5' } as const }
    const { entry } = attemptsOf({ ...instance, users: [{ ...user, outside }] })
    expect(entry.none).toBe(1)
    expect(entry.more).toBe(0)
  })
})
