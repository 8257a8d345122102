import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adaptive, fromExact, type Adaptive } from './adaptive.ts'
import type { Arithmetic } from './arithmetic.ts'
import { exact, type Exact } from './exact.ts'

/** A course of operations on a few numbers: each takes two of the results so far. */
const step = fc.record({
  operation: fc.constantFrom(
    'add' as const,
    'sub' as const,
    'mul' as const,
    'div' as const,
    'neg' as const,
    'sqrt' as const,
  ),
  left: fc.nat(),
  right: fc.nat(),
})
const decimal = fc
  .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -330, max: 20 }))
  .map(([digits, power]) => `${String(digits)}e${String(power)}`)

function run<N>(
  ar: Arithmetic<N>,
  numbers: readonly N[],
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
): readonly (N | string)[] {
  const results: N[] = [...numbers]
  return steps.map(({ operation, left, right }) => {
    const [a, b] = [results[left % results.length], results[right % results.length]]
    if (a === undefined || b === undefined) throw new RangeError('no numbers')
    try {
      const result = operation === 'neg' || operation === 'sqrt' ? ar[operation](a) : ar[operation](a, b)
      results.push(result)
      return result
    } catch (error) {
      return error instanceof Error ? error.name : 'no error'
    }
  })
}

const within = (a: Adaptive): boolean => {
  const value = exact.toNumber(a.exactly())
  return a.low <= value && value <= a.high
}

describe('adaptive numbers', () => {
  it('have the signs, values and refusals of exact ones, and lie within their doubles', () => {
    fc.assert(
      fc.property(
        fc.array(decimal, { minLength: 2, maxLength: 5 }),
        fc.array(step, { maxLength: 14 }),
        (given, steps) => {
          const lazily = run(
            adaptive,
            given.map((x) => adaptive.from(x)),
            steps,
          )
          const surely = run(
            exact,
            given.map((x) => exact.from(x)),
            steps,
          )
          lazily.forEach((mine, index) => {
            const theirs = surely[index] as Exact | string
            if (typeof mine === 'string' || typeof theirs === 'string') expect(mine).toBe(theirs)
            else {
              expect(adaptive.sign(mine)).toBe(exact.sign(theirs))
              expect(adaptive.toExact(mine)).toEqual(exact.toExact(theirs))
              expect(within(mine)).toBe(true)
            }
          })
        },
      ),
      { numRuns: 300, seed: 3 },
    )
  })

  it('call a tie a tie where doubles do not', () => {
    const sum = adaptive.sub(adaptive.add(adaptive.from('0.1'), adaptive.from('0.2')), adaptive.from('0.3'))
    expect(sum.low).toBeLessThan(0)
    expect(sum.high).toBeGreaterThan(0)
    expect(adaptive.sign(sum)).toBe(0)
    expect(adaptive.sign(adaptive.add(sum, adaptive.from('1e-400')))).toBe(1)
  })

  it('ask for exact numbers only where doubles leave a sign open', () => {
    let asked = 0
    const watched = (x: string): Adaptive => {
      const value = exact.from(x)
      return { ...fromExact(value), exactly: () => ((asked += 1), value) }
    }
    expect(adaptive.sign(adaptive.sub(watched('1/3'), watched('1/4')))).toBe(1)
    expect(asked).toBe(0)
    expect(adaptive.sign(adaptive.sub(watched('1/3'), watched('2/6')))).toBe(0)
    expect(asked).toBe(2)
  })

  it('do not pile up: a sum of many terms has an exact value', () => {
    let sum = adaptive.from(0)
    for (let k = 0; k < 20_000; k += 1) sum = adaptive.add(sum, adaptive.from('0.1'))
    expect(adaptive.toExact(sum)).toBe('2000')
  })
})
