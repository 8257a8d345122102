import type { SolutionDocument } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from './solve.ts'
import { sampleInstance, type SampleInstance } from './testing/sample-instance.ts'

// Aider polyglot leaderboard (github.com/Aider-AI/aider, Apache-2.0), commit 5dc9490b, polyglot_leaderboard.yml.
// 225 tasks, of which the first try solves a share p; the others are tried once more: 225 * (2 - p) attempts.
// An attempt takes seconds_per_case * 225 / attempts and costs total_cost / attempts.
const gpt41 = { p: '45/225', t: '205/18', c: '98556/4050000' }
const o3 = { p: '92/225', t: '45765/716', c: '137517/3580000' }
const mini = { p: '25/225', t: '351/34', c: '19918/4250000' }

type Row = typeof gpt41

function game(first: Row, second: Row, more: Pick<SampleInstance, 'V' | 'P'>): SampleInstance {
  return {
    names: ['first', 'second'],
    p: [first.p, second.p],
    t: [first.t, second.t],
    c: [first.c, second.c],
    units: { cost: 'USD', time: 's', utility: 's' },
    ...more,
  }
}

function solved(sample: SampleInstance): SolutionDocument {
  const result = solve(sampleInstance(sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document
}

describe('gpt-4.1 and then o3, for a developer to whom a solution is worth 100 s', () => {
  const at = (P: string): SolutionDocument => solved(game(gpt41, o3, { V: 100, P }))

  it('is worth 8.611 s an attempt with the first and -23.029 s with the second', () => {
    const values = at('1/20').models.map(({ netValue }) => netValue['user'])
    expect(values).toEqual([8.61111111111111, -23.02870887647424])
  })

  it('drives the developer out by announcing sure escalation at a penalty of 0.05 USD', () => {
    const { route, users, provider, misalignment } = at('1/20')
    expect(route).toMatchObject({ start: 'first', escalation: { first: 1 }, cascades: false })
    expect(route?.escalationSet).toEqual([{ from: 0.27216055952561957, to: 1 }])
    expect(users[0]).toMatchObject({ regime: '+-', abandonment: 1, abandonmentSet: [[1, 1]], attempts: 1 })
    expect(provider.cost).toBe(0.06433481481481482)
    expect(misalignment).toEqual({ gap: 34.44444444444444, relative: 0.8 })
  })

  it('starts at o3 and lets the developer leave at 0.11 USD', () => {
    const { route, users } = at('11/100')
    expect(route).toMatchObject({ start: 'second', cascades: false })
    expect(users[0]).toMatchObject({ abandonment: 1, success: 92 / 225, utility: -23.02870887647424 })
  })

  it('cascades at sL for 0.1138 USD a task above 0.1276 USD', () => {
    const { route, users, provider, flips, certificate } = at('1/5')
    expect(route).toMatchObject({
      start: 'first',
      escalation: { first: 0.0982814749322096 },
      cascades: true,
    })
    expect(users[0]).toMatchObject({ abandonment: 0, success: 1 })
    expect(provider).toMatchObject({ cost: 0.11384886970665004, loss: 0 })
    expect(flips?.penalty?.map(({ at: penalty }) => penalty)).toEqual([0.0673935080629185, 0.127617800539141])
    expect(certificate).toMatchObject({ method: 'closed-form', case: '+-' })
    expect(certificate.exact['escalation']).toMatchObject({ root: '35069629440283881409' })
  })

  it('ranks the models the opposite way on the two sides', () => {
    expect(at('1/5').orders).toEqual({
      provider: [['second'], ['first']],
      users: { user: [['first'], ['second']] },
      conflict: true,
      paper: true,
    })
  })

  it('never throttles: an attempt with o3 is not worth its wait anyway', () => {
    const { throttling } = at('1/5')
    expect(throttling).toMatchObject({ pays: false, gain: 0, latencies: null, startsAt: null, endsAt: null })
  })

  it('leaves welfare out where utility is in seconds and cost in dollars', () => {
    expect(at('1/5').welfare).toBeNull()
  })
})

describe('gpt-4.1-mini and then gpt-4.1, at 75 s', () => {
  const at = (P: string): SolutionDocument => solved(game(mini, gpt41, { V: 75, P }))

  it('cascades at s0 for 0.0774 USD a task where the penalty exceeds 0.0818 USD', () => {
    const { route, users, provider, flips } = at('3/25')
    expect(route).toMatchObject({ start: 'first', cascades: true })
    expect(route?.escalation?.['first']).toBe(0.09928268666449298)
    expect(users[0]).toMatchObject({
      regime: '-+',
      abandonment: 0,
      abandonmentSet: [
        [0, 0],
        [1, 1],
      ],
    })
    expect(provider.cost).toBe(0.07736906042218208)
    expect(flips?.penalty?.map(({ at: penalty }) => penalty)).toEqual([0.08176778121024895])
  })

  it('lets the user leave after one attempt below that', () => {
    expect(at('2/25').users[0]).toMatchObject({ abandonment: 1, attempts: 1 })
  })
})

describe('welfare and prices', () => {
  const sample: SampleInstance = {
    p: ['1/2', '4/5'],
    c: ['1/10', '1/2'],
    t: ['1/5', '1/5'],
    f: ['1/20', '3/10'],
    V: 1,
    P: 2,
    units: { cost: 'USD', time: 's', utility: 'USD' },
  }

  it('is utility less cost: the price cancels out', () => {
    const { welfare, users, provider, models } = solved(sample)
    expect(users[0]?.utility).toBe(0.5)
    expect(provider.cost).toBe(0.1)
    expect(welfare).toBe(0.4)
    expect(models.map(({ costOfPass }) => costOfPass)).toEqual([0.1, 0.25])
  })
})
