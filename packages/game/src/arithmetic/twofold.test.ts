import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, type Exact } from './exact.ts'
import { Imprecise, type Twofold, twofold } from './twofold.ts'

interface Both {
  readonly fast: Twofold
  readonly exactly: Exact
}

/** Numbers as games have them: decimals, ratios, doubles of any size, and 0 and 1. */
const numbers = fc.oneof(
  fc.constantFrom('0', '1', '1/3', '-1', '0.1', '2'),
  fc.integer({ min: -999_999, max: 999_999 }).map((n) => `${String(n)}e-4`),
  fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([n, d]) => `${String(n)}/${String(d)}`),
  fc.double({ min: -1e30, max: 1e30, noNaN: true }).map((x) => (Math.abs(x) < 1e-30 ? 0 : x)),
)

type Operation = 'add' | 'sub' | 'mul' | 'div' | 'sqrt' | 'neg'
const steps = fc.array(
  fc.record({
    op: fc.constantFrom<Operation>('add', 'sub', 'mul', 'div', 'add', 'sub', 'mul', 'div', 'neg', 'sqrt'),
    operand: numbers,
    again: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

function apply(op: Operation, a: Both, b: Both): Both {
  if (op === 'neg' || op === 'sqrt') return { fast: twofold[op](a.fast), exactly: exact[op](a.exactly) }
  return { fast: twofold[op](a.fast, b.fast), exactly: exact[op](a.exactly, b.exactly) }
}

/** The number is within its bound, and the sign and the double that it gives, where it gives one, are the exact ones. */
function agrees({ fast, exactly }: Both): number {
  let told = 0
  const off = exact.sub(exactly, exact.add(exact.from(fast.hi), exact.from(fast.lo)))
  const bound = exact.from(fast.err)
  expect(exact.sign(exact.sub(off, bound))).toBeLessThanOrEqual(0)
  expect(exact.sign(exact.add(off, bound))).toBeGreaterThanOrEqual(0)
  for (const ask of ['sign', 'toNumber'] as const) {
    try {
      const answer = twofold[ask](fast)
      expect(Object.is(answer, exact[ask](exactly))).toBe(true)
      told += 1
    } catch (error) {
      if (!(error instanceof Imprecise)) throw error
    }
  }
  return told
}

describe('twofold numbers', () => {
  it('have the sign and the nearest double of exact ones, or none', () => {
    let [asked, told] = [0, 0]
    fc.assert(
      fc.property(numbers, steps, (first, rest) => {
        let value: Both = { fast: twofold.from(first), exactly: exact.from(first) }
        const past = [value]
        for (const { op, operand, again } of rest) {
          const fresh = { fast: twofold.from(operand), exactly: exact.from(operand) }
          const other = again ? (past[past.length >> 1] ?? fresh) : fresh
          try {
            value = apply(op, value, other)
          } catch (error) {
            if (error instanceof Imprecise || error instanceof RangeError || error instanceof TypeError)
              return
            throw error
          }
          past.push(value)
          asked += 2
          told += agrees(value)
        }
      }),
      { numRuns: 1500, seed: 3 },
    )
    expect(told / asked).toBeGreaterThan(0.95)
  })

  it('do not tell apart what differs in no digit that they have', () => {
    const third = twofold.from('1/3')
    const sum = twofold.add(third, twofold.add(third, third))
    expect(twofold.toNumber(sum)).toBe(1)
    expect(() => twofold.sign(twofold.sub(sum, twofold.from(1)))).toThrow(Imprecise)
    expect(() => twofold.div(sum, twofold.sub(sum, twofold.from(1)))).toThrow(Imprecise)
    expect(() => twofold.div(sum, twofold.from(0))).toThrow(RangeError)
  })

  it('are exact where doubles are, so that a zero is one', () => {
    const [a, b] = [twofold.from(0.75), twofold.from(3)]
    expect(twofold.sign(twofold.sub(twofold.mul(a, b), twofold.from(2.25)))).toBe(0)
    expect(twofold.sign(twofold.sub(twofold.div(twofold.from(6), b), twofold.from(2)))).toBe(0)
    expect(twofold.toNumber(twofold.neg(twofold.from(0)))).toBe(0)
  })

  it('leave unlike roots, and numbers of extreme size, to exact arithmetic', () => {
    const [two, three] = [2, 3].map((x) => twofold.sqrt(twofold.from(x)))
    if (two === undefined || three === undefined) throw new Error('two roots')
    expect(twofold.toNumber(two)).toBe(Math.SQRT2)
    expect(() => twofold.add(two, three)).toThrow(Imprecise)
    expect(() => twofold.sqrt(two)).toThrow(Imprecise)
    expect(() => twofold.mul(twofold.from(1e200), twofold.from(1e200))).toThrow(Imprecise)
    expect(() => twofold.mul(twofold.from(1e-200), twofold.from(1e-200))).toThrow(Imprecise)
  })
})
