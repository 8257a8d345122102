import { compare, exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { coarse, stream, wide } from './testing/random-games.ts'
import { sampleGame, type Sample } from './testing/sample-game.ts'
import { solveLeader } from './solve-leader.ts'

function flipsOf(sample: Sample) {
  const result = solveLeader(sampleGame(exact, sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.equilibrium
}

const at = (x: string | number): Exact => exact.from(x)
const half = ['1/2', '1/4'] as const

describe('the penalties at which the choice flips', () => {
  it.each<[string, Sample, readonly string[]]>([
    ['are none where both models are worth it', { p: half, c: [1, 2], t: [0, 0], V: 1, P: 1 }, []],
    [
      'are the incremental cost-of-pass where none is',
      { p: ['1/4', '1/2'], c: [1, 2], t: [1, 1], V: 1, P: 1 },
      ['4: Q1 to Q2'],
    ],
    ['keep the threshold user', { p: ['1/2', '1/2'], c: [1, 2], t: [1, 0], V: 1, P: 1 }, ['3: Q1 to J1(s0)']],
    [
      'go to the second model where its cost-of-pass is least',
      { p: ['1/2', '1/2'], c: [2, '3/2'], t: [1, 0], V: 1, P: 1 },
      ['2: Q1 to C2'],
    ],
    [
      'are the cost-of-pass of the first where it is least, and the order as usual',
      { p: ['1/2', '3/4'], c: [1, 3], t: [0, 1], V: 1, P: 1 },
      ['2: Q1 to C1'],
    ],
    [
      'begin with the second where it is cheap and bad',
      { p: ['1/2', '1/4'], c: [2, '3/2'], t: [0, 1], V: 1, P: 1 },
      ['2: Q2 to Q1', '4: Q1 to C1'],
    ],
  ])('%s', (_, sample, expected) => {
    const flips = flipsOf(sample).flips.map(({ at: penalty, below, above }) => {
      return `${JSON.stringify(exact.toExact(penalty)).replaceAll('"', '')}: ${below.id} to ${above.id}`
    })
    expect(flips).toEqual(expected)
  })

  it('lie where the two candidates cost the same', () => {
    const next = stream(21)
    for (let game = 0; game < 400; game += 1) {
      for (const { at: penalty, exact: certain, below, above } of flipsOf(coarse(next)).flips) {
        expect(exact.sign(penalty)).toBeGreaterThanOrEqual(0)
        if (certain && above.id !== 'interior' && below.id !== 'interior') {
          expect(compare(exact, below.cost, above.cost)).toBe(0)
        }
        expect(exact.toNumber(above.cost)).toBeCloseTo(exact.toNumber(below.cost), 8)
      }
    }
  })

  it.each([
    ['coarse', 'strong', coarse],
    ['wide', 'strong', wide],
    ['coarse', 'weak', coarse],
    ['wide', 'weak', wide],
  ] as const)('tell the choice at any other penalty (%s games, %s ties)', (_, ties, make) => {
    const next = stream(22)
    for (let game = 0; game < 150; game += 1) {
      const sample = { ...make(next), ties }
      const { flips, chosen } = flipsOf(sample)
      const penalty = flips.length === 0 ? 3 * next() : 2 * next() * exact.toNumber(flips[0]?.at ?? at(1))
      const other = flipsOf({ ...sample, P: penalty }).chosen
      const passed = flips.filter((flip) => exact.toNumber(flip.at) < penalty)
      const predicted = passed[passed.length - 1]?.above ?? flips[0]?.below ?? chosen
      expect(other.id, JSON.stringify({ ...sample, P: penalty })).toBe(predicted.id)
    }
  })

  it('are those of the closed forms, sign case by sign case', () => {
    const next = stream(23)
    const seen = new Map<string, number>()
    for (let game = 0; game < 1500; game += 1) {
      const sample = coarse(next)
      const expected = expectedFlips(sample)
      if (expected === null) continue
      const { flips, case: regime } = flipsOf(sample)
      const positive = flips.map((flip) => exact.toExact(flip.at)).filter((text) => text !== '0')
      expect(positive, JSON.stringify(sample)).toEqual(expected.map((x) => exact.toExact(x)))
      seen.set(regime, (seen.get(regime) ?? 0) + 1)
    }
    for (const regime of ['++', '--', '-+', '+-']) expect(seen.get(regime)).toBeGreaterThan(20)
  })
})

/** The positive flips in closed form, null where a net value is 0, a success is sure, or the order is special. */
function expectedFlips(sample: Sample): readonly Exact[] | null {
  const { candidates, case: regime } = flipsOf(sample)
  const { models } = sampleGame(exact, sample)
  const [one, two] = models
  if (one === undefined || two === undefined) throw new Error('two models')
  const sub = (x: Exact, y: Exact): Exact => exact.sub(x, y)
  const div = (x: Exact, y: Exact): Exact => exact.div(x, y)
  const [p1, p2] = [one.success, two.success]
  const [c1, c2] = [sub(one.cost, one.price), sub(two.cost, two.price)]
  const [a1, a2] = [sub(at(1), p1), sub(at(1), p2)]
  if (regime.includes('0') || exact.sign(a1) === 0 || exact.sign(a2) === 0) return null
  const [C1, C2] = [div(c1, p1), div(c2, p2)]
  const better = compare(exact, p2, p1)
  const dearer = compare(exact, C2, C1)
  const incremental = better === 0 ? [] : [div(sub(c2, c1), sub(p2, p1))]
  const cost = (id: string): Exact => candidates.find((each) => each.id === id)?.cost ?? at(0)
  const positive = (all: readonly Exact[]): readonly Exact[] => {
    const kept = all.filter((x) => exact.sign(x) > 0)
    return kept.filter((x, index) => kept.findIndex((other) => compare(exact, x, other) === 0) === index)
  }
  switch (regime) {
    case '++':
      return []
    case '--':
      return positive(incremental)
    case '-+':
      return positive([div(sub(dearer > 0 ? cost('J1(s0)') : C2, c1), a1)])
    default: {
      if (dearer >= 0) return positive([...(better < 0 ? incremental : []), C1])
      if (better < 0 && compare(exact, exact.mul(sub(at(3), p2), sub(at(3), p2)), at(8)) > 0) return null
      return positive([...(better > 0 ? incremental : []), div(sub(cost('J1(sL)'), c2), a2)])
    }
  }
}
