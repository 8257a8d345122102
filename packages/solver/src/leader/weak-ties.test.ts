import { compare, exact, type Exact, max, min } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { coarse, stream } from './testing/random-games.ts'
import { sampleGame, type Sample } from './testing/sample-game.ts'
import { solveLeader } from './solve-leader.ts'

/** The weak value of a game with a net value of 0, by sign case; null for other games. */
function weakValue(sample: Sample, regime: string): Exact | null {
  const { models, provider } = sampleGame(exact, sample)
  const [first, second] = models
  if (first === undefined || second === undefined) throw new Error('two models')
  const one = exact.from(1)
  const costs = [first, second].map(({ success, cost, price }) => {
    const serving = exact.sub(cost, price)
    const failure = exact.sub(one, success)
    return {
      stay: exact.div(serving, success),
      leave: exact.add(serving, exact.mul(provider.penalty, failure)),
      serving,
      failure,
    }
  })
  const [a, b] = costs
  if (a === undefined || b === undefined || exact.sign(a.failure) === 0) return null
  const least = (...all: readonly [Exact, ...Exact[]]): Exact => all.reduce((x, y) => min(exact, x, y))
  const worst = ({ stay, leave }: typeof a): Exact => max(exact, stay, leave)
  switch (regime) {
    case '0+':
      return least(b.stay, a.stay)
    case '0-':
      return least(b.leave, a.leave)
    case '+0':
      return least(worst(b), a.stay, exact.add(a.serving, exact.mul(a.failure, b.stay)))
    case '-0':
      return least(worst(b), a.leave)
    case '00':
      return least(worst(a), worst(b))
    default:
      return null
  }
}

describe('ties of the user against the provider', () => {
  it('give the value of the closed forms where a net value is 0', () => {
    const next = stream(41)
    const seen = new Map<string, number>()
    for (let game = 0; game < 3000; game += 1) {
      const sample = coarse(next)
      const result = solveLeader(sampleGame(exact, sample))
      if (!result.ok) throw new Error('a game of two models is solved')
      const { ties, case: regime } = result.equilibrium
      const expected = weakValue(sample, regime)
      if (expected === null) continue
      expect(exact.toExact(ties.weak), JSON.stringify(sample)).toEqual(exact.toExact(expected))
      seen.set(regime, (seen.get(regime) ?? 0) + 1)
    }
    for (const regime of ['0+', '0-', '+0', '-0', '00']) expect(seen.get(regime)).toBeGreaterThan(10)
  })

  it('change no value where no net value is 0, and leave it unattained only at a threshold', () => {
    const next = stream(42)
    for (let game = 0; game < 1500; game += 1) {
      const sample = coarse(next)
      const result = solveLeader(sampleGame(exact, { ...sample, ties: 'weak' }))
      if (!result.ok) throw new Error('a game of two models is solved')
      const { ties, case: regime, chosen } = result.equilibrium
      if (regime.includes('0')) continue
      expect(compare(exact, ties.weak, ties.strong), JSON.stringify(sample)).toBe(0)
      const certain = exact.sign(exact.sub(exact.from(sample.p[1] ?? 1), exact.from(1))) === 0
      const threshold = chosen.id === 'J1(s0)' || (chosen.id === 'J1(sL)' && certain)
      expect(ties.attained, JSON.stringify(sample)).toBe(!threshold)
    }
  })
})
