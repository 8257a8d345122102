import { rational, type InputFlips } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'
import { flipsOf, flipsOfInput, sideOf, solvedAt } from './testing/solved-alone.ts'

function of(sample: SampleInstance, name: string): InputFlips {
  return flipsOfInput(sampleInstance(sample), name)
}

const sides = ({ below, above }: InputFlips['flips'][number]): readonly string[] => [below, above].map(sideOf)

// Support assistant: only the second model is worth the wait.
const rising: SampleInstance = { p: ['1/5', '3/5'], t: ['3/5', '3/5'], c: [1, 8], V: 2, P: 20 }

describe('flip points of every number', () => {
  it('are exact: the penalty from which the cascade pays is (c1 ξ2 - c2 ξ1)/(p1 ξ2 - p2 ξ1)', () => {
    const { flips, method, range } = of(rising, 'churn')
    expect([method, range]).toEqual(['exact', { from: 0, to: null }])
    expect(flips.map(({ at: value, exact }) => [value, exact])).toEqual([[55 / 6, '55/6']])
    expect(flips[0]?.changes).toEqual(['route', 'behaviour'])
    expect(flips[0]?.below.id).toBe('Q1')
    expect(flips[0]?.above.id).toBe('J1(s0)')
  })

  it('are the roots of no simpler formula where a square root decides', () => {
    // +-: above C2 the flip between Q2 and J1(sL) holds one square root.
    const impatient = {
      p: ['1/5', '92/225'],
      t: ['9225/810', '45765/716'],
      c: ['98556/4050000', '137517/3580000'],
      V: 100,
      P: '1/5',
    }
    const found = of(impatient, 'churn').flips
    expect(found.map((flip) => flip.at)).toEqual([0.0673935080629185, 0.127617800539141])
    expect(found[1]?.exact).toMatchObject({ root: expect.any(String) as string })
    expect(found[1]?.bracket[0]).toBe(found[1]?.bracket[1])
  })

  it('are told apart where three of them lie within 1e-9', () => {
    // The gap closes where t1/p1 = t2/p2 = 2 - 1e-9; the first model is worth its wait up to t1 = 2/5; and the cascade pays up
    // to P = P†, where ξ1 (P p2 - c2) = ξ2 (P p1 - c1), so -2 ξ1 = 3 ξ2 = 9e-10.
    const { flips } = of({ ...rising, t: ['3/5', '0.5999999997'], p: ['1/5', '3/10'] }, 'm1.latency')
    const near = flips.filter(({ at: value }) => Math.abs(value - 0.4) < 1e-6)
    expect(near.map(({ exact, changes }) => [exact, changes])).toEqual([
      ['1999999999/5000000000', ['gap']],
      ['2/5', ['route']],
      ['8000000009/20000000000', ['route', 'behaviour']],
    ])
  })

  it('are all found where a verdict flips three times', () => {
    // Support assistant of the examples: below 0.332 quick is as good as deep to a user who leaves, and from 0.684 she stays.
    const assistant: SampleInstance = {
      p: ['3/20', '4/5'],
      t: [8, '154/5'],
      c: ['11/20000', '3/160'],
      V: '1/2',
      kappa: '1/90',
      P: '1/10',
    }
    const { flips } = of(assistant, 'm2.success')
    expect(flips.map(({ exact, changes }) => [exact, changes.includes('gap')])).toEqual([
      ['83/250', true],
      ['197/300', true],
      ['154/225', true],
    ])
  })

  it(
    'agree with the game solved alone at other values, between all flips and close to them',
    { timeout: 60_000 },
    () => {
      const tenth = fc.integer({ min: 1, max: 19 }).map((n) => `${n}/20`)
      const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${n}/10`)
      const sample = fc.record({
        p: fc.tuple(tenth, tenth),
        t: fc.tuple(amount, amount),
        c: fc.tuple(amount, amount),
        V: amount,
        P: amount,
        ties: fc.constantFrom('strong' as const, 'weak' as const),
        form: fc.constantFrom('cascade' as const, 'static' as const, 'choice' as const),
      })
      fc.assert(
        fc.property(
          sample,
          fc.integer({ min: 0, max: 7 }),
          fc.integer({ min: 1, max: 99 }),
          (game, pick, share) => {
            const instance = sampleInstance(game)
            const inputs = flipsOf(instance)
            const input = inputs[pick % inputs.length]
            if (input === undefined || input.method === 'scan') return
            const { flips, range, name } = input
            const exactly = (value: number) => rational(value).toFraction()
            // A place between every two flips, and beyond the last, at a random share of the way.
            const ends = [
              range.from ?? -5,
              ...flips.map(({ at: value }) => value),
              range.to ?? (flips.at(-1)?.at ?? 0) + 10,
            ]
            for (const [index, low] of ends.slice(0, -1).entries()) {
              const high = ends[index + 1] ?? low
              if (high - low < 1e-12) continue
              const [before, after] = [flips[index - 1], flips[index]]
              for (const value of [
                low + ((high - low) * share) / 100,
                low + 1e-9 * (high - low),
                high - 1e-9 * (high - low),
              ]) {
                const there = solvedAt(instance, name, exactly(value))
                if (there === null) continue
                if (before !== undefined)
                  expect([name, value, there]).toEqual([name, value, sides(before)[1]])
                if (after !== undefined) expect([name, value, there]).toEqual([name, value, sides(after)[0]])
                if (before === undefined && after === undefined)
                  expect(there).toBe(solvedAt(instance, name, exactly(input.value)))
              }
            }
          },
        ),
        { numRuns: 12, seed: 7 },
      )
    },
  )
})
