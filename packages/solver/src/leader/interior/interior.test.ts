import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { bestResponse } from '../../follower/best-response.ts'
import { attemptWith, type Pair } from '../../base/attempt.ts'
import { sampleGame, type Sample } from '../testing/sample-game.ts'
import { solveLeader } from '../solve-leader.ts'
import { dual } from './dual.ts'
import { interval, type Interval, only } from './interval.ts'
import { minimiseBelow } from './minimise.ts'

/** A first model that succeeds often and dearly, a second that hardly ever does, cheaply. */
const reversed: Sample = { p: ['0.5', '0.02'], t: ['0.1', '0.023'], c: [10, '0.02'], V: 1, P: 19 }

function solved(sample: Sample) {
  const result = solveLeader(sampleGame(exact, sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.equilibrium
}

describe('a reply strictly between staying and leaving', () => {
  it('beats all others in reversed orders, with a proof of how good it is', () => {
    const { chosen, candidates, bounds, persistence } = solved(reversed)
    expect(chosen.id).toBe('interior')
    expect(exact.toNumber(chosen.cost)).toBeCloseTo(18.048185, 6)
    expect(exact.toNumber(candidates[1]?.cost ?? exact.from(0))).toBeCloseTo(18.464089, 6)
    expect(exact.toNumber(chosen.escalation ?? exact.from(0))).toBeCloseTo(0.293024, 5)
    expect(exact.toNumber(persistence)).toBeCloseTo(0.973788, 5)
    const [lower, upper] = [exact.toNumber(bounds.lower), exact.toNumber(bounds.upper)]
    expect(bounds.method).toBe('branch-and-bound')
    expect((upper - lower) / upper).toBeLessThan(1e-9)
    expect(lower).toBeLessThanOrEqual(exact.toNumber(chosen.cost))
    expect(upper).toBeGreaterThanOrEqual(exact.toNumber(chosen.cost))
  })

  it('is a best response to the escalation announced, up to rounding', () => {
    const { chosen, persistence } = solved(reversed)
    const game = sampleGame(exact, reversed)
    const [one, two] = game.models
    const [user] = game.users
    if (one === undefined || two === undefined || user === undefined) throw new Error('two models, one user')
    const pair: Pair<Exact> = {
      arithmetic: exact,
      first: attemptWith(game, one, user),
      second: attemptWith(game, two, user),
    }
    const best = bestResponse(pair, 'first', chosen.escalation ?? exact.from(0))
    expect(best.kind === 'point' && exact.toNumber(best.at)).toBeCloseTo(exact.toNumber(persistence), 12)
  })

  it('stands between two others in the penalty, and ends at a stationary point that is known exactly', () => {
    const { flips } = solved({ ...reversed, P: 1 })
    expect(flips.map(({ below, above }) => `${below.id} to ${above.id}`)).toEqual([
      'Q2 to interior',
      'interior to J1(sL)',
    ])
    expect(flips.map(({ exact: certain }) => certain)).toEqual([false, true])
    expect(flips.map((flip) => exact.toNumber(flip.at).toFixed(5))).toEqual(['18.28036', '27.74278'])
    expect(solved({ ...reversed, P: '18.28' }).chosen.id).toBe('Q2')
    expect(solved({ ...reversed, P: '18.281' }).chosen.id).toBe('interior')
    expect(solved({ ...reversed, P: '27.74' }).chosen.id).toBe('interior')
    expect(solved({ ...reversed, P: '27.743' }).chosen.id).toBe('J1(sL)')
  })

  it('is the only one where the escalation is fixed between the thresholds', () => {
    const { chosen, escalationSet } = solved({ ...reversed, low: '0.4', high: '0.4', starts: [0] })
    expect(chosen.id).toBe('interior(low)')
    expect(exact.toNumber(chosen.persistence)).toBeGreaterThan(0)
    expect(exact.toNumber(chosen.persistence)).toBeLessThan(1)
    expect(escalationSet).toHaveLength(1)
  })
})

describe('the search over an interval', () => {
  const ring = dual(interval)
  const polynomial = (x: { readonly value: Interval; readonly slope: Interval }) => {
    const square = ring.mul(x, x)
    return ring.sub(ring.mul(square, square), square)
  }
  const enclose = (x: Interval) => polynomial({ value: x, slope: only(1) })

  it('encloses the least value inside', () => {
    const { at, lower, upper } = minimiseBelow(enclose, 0, 1, 0, 1e-12)
    expect(at).toBeCloseTo(Math.SQRT1_2, 5)
    expect(lower).toBeLessThanOrEqual(-0.25)
    expect(upper).toBeGreaterThanOrEqual(-0.25)
    expect(upper - lower).toBeLessThan(2e-12)
  })

  it('finds nothing below what the function never reaches', () => {
    expect(minimiseBelow(enclose, 0, 1, -0.26, 1e-12)).toEqual({ at: null, lower: -0.26, upper: -0.26 })
  })

  it('knows an end as no minimum inside', () => {
    expect(minimiseBelow(enclose, 0.8, 1, -0.2304, 1e-12).at).toBeNull()
  })
})
