import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Undecided } from './arithmetic.ts'
import { type Enclosure, enclosure, isPoint, point } from './enclosure.ts'
import { exponential, exponentialBounds, logarithm, logarithmBounds } from './exponential.ts'
import { integerRoot, perfectRoot } from './integer.ts'
import { fraction, rational } from './rational.ts'

const of = (text: string) => enclosure.from(text)
const decimals = (x: Enclosure, places: number) => [x.lo, x.hi].map((end) => digits(end, places))

/** The first decimal places of a fraction, cut off. */
function digits({ s, n, d }: Enclosure['lo'], places: number): string {
  const cut = ((n * 10n ** BigInt(places)) / d).toString().padStart(places + 1, '0')
  return `${s < 0n ? '-' : ''}${cut.slice(0, -places)}.${cut.slice(-places)}`
}

const longRatio = fc
  .tuple(fc.bigInt({ min: -(2n ** 400n), max: 2n ** 400n }), fc.bigInt({ min: 1n, max: 2n ** 400n }))
  .map(([n, d]) => fraction(n, d))

describe('enclosures', () => {
  it('contain the exact result of every operation, and stay narrow', () => {
    fc.assert(
      fc.property(longRatio, longRatio, (x, y) => {
        const cases = [
          [enclosure.add(point(x), point(y)), x.add(y)],
          [enclosure.sub(point(x), point(y)), x.sub(y)],
          [enclosure.mul(point(x), point(y)), x.mul(y)],
          ...(y.n === 0n ? [] : [[enclosure.div(point(x), point(y)), x.div(y)] as const]),
        ] as const
        for (const [{ lo, hi }, value] of cases) {
          expect(lo.lte(value) && value.lte(hi)).toBe(true)
          expect(hi.sub(lo).lte(value.abs().div(2n ** 250n))).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('contain products and quotients of all their members', () => {
    const ends = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 }))
    const interval = ends.map(([lo, width]) => ({ lo: rational(lo), hi: rational(lo + width) }))
    const within = ({ lo, hi }: Enclosure, x: Enclosure['lo']) => lo.lte(x) && x.lte(hi)
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const members = [a.lo, a.lo.add(a.hi).div(2n), a.hi].flatMap((x) =>
          [b.lo, b.hi].map((y) => [x, y] as const),
        )
        for (const [x, y] of members) {
          expect(within(enclosure.mul(a, b), x.mul(y))).toBe(true)
          expect(within(enclosure.sub(a, b), x.sub(y))).toBe(true)
          if (b.lo.gt(0n) || b.hi.lt(0n)) expect(within(enclosure.div(a, b), x.div(y))).toBe(true)
        }
      }),
    )
  })

  it('know a sign only where both ends agree; only [0, 0] is zero', () => {
    const [zero, one] = [rational(0), rational(1)]
    expect(enclosure.sign({ lo: zero, hi: zero })).toBe(0)
    expect(enclosure.sign(enclosure.sub(enclosure.sqrt(of('2')), of('1.4')))).toBe(1)
    expect(() => enclosure.sign({ lo: zero, hi: one })).toThrow(Undecided)
    expect(() => enclosure.sign({ lo: one.neg(), hi: one })).toThrow(Undecided)
    expect(() => enclosure.div(of('1'), { lo: zero, hi: one })).toThrow(Undecided)
    expect(() => enclosure.div(of('1'), of('0'))).toThrow(RangeError)
  })

  it('do not call √2·√2 two', () => {
    const root = enclosure.sqrt(of('2'))
    expect(() => enclosure.sign(enclosure.sub(enclosure.mul(root, root), of('2')))).toThrow(Undecided)
  })

  it('are points at the roots of squares', () => {
    const root = enclosure.sqrt(of('9/16'))
    expect(isPoint(root)).toBe(true)
    expect(enclosure.toExact(root)).toBe('3/4')
  })

  it('hold √2 to fifty places, of large and of tiny numbers too', () => {
    const expected = '1.41421356237309504880168872420969807856967187537694'
    expect(decimals(enclosure.sqrt(of('2')), 50)).toEqual([expected, expected])
    expect(enclosure.toNumber(enclosure.sqrt(of('2e600')))).toBe(Math.SQRT2 * 1e300)
    const tiny = enclosure.mul(enclosure.sqrt(of('2e-600')), of('1e300'))
    expect(decimals(tiny, 50)).toEqual([expected, expected])
  })
})

describe('exponential and logarithm', () => {
  const e = '2.71828182845904523536028747135266249775724709369995'
  const lnTen = '2.30258509299404568401799145468436420760110148862877'

  it('hold e, ln 10 and ln 2 to fifty places', () => {
    expect(decimals(exponentialBounds(rational('1')), 50)).toEqual([e, e])
    expect(decimals(logarithmBounds(rational('10')), 50)).toEqual([lnTen, lnTen])
    const lnTwo = '0.69314718055994530941723212145817656807550013436025'
    expect(decimals(logarithmBounds(rational('2')), 50)).toEqual([lnTwo, lnTwo])
    expect(decimals(logarithmBounds(rational('1/2')), 50)).toEqual([`-${lnTwo}`, `-${lnTwo}`])
  })

  it('are exact at 0 and 1', () => {
    expect(enclosure.toExact(exponentialBounds(rational('0')))).toBe('1')
    expect(enclosure.toExact(logarithmBounds(rational('1')))).toBe('0')
  })

  it('undo each other, and turn sums into products', () => {
    const meets = (a: Enclosure, b: Enclosure) => a.lo.lte(b.hi) && b.lo.lte(a.hi)
    const small = fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: 1, max: 900 }))
    fc.assert(
      fc.property(small, small, ([a, b], [c, d]) => {
        const [x, y] = [fraction(BigInt(a), BigInt(b)), fraction(BigInt(c), BigInt(d))]
        if (x.abs().gt(1300n) || y.abs().gt(1300n)) return
        const [ex, ey] = [exponentialBounds(x), exponentialBounds(y)]
        expect(meets(logarithm(ex), point(x))).toBe(true)
        expect(meets(enclosure.mul(ex, ey), exponentialBounds(x.add(y)))).toBe(true)
        expect(ex.hi.sub(ex.lo).lte(ex.lo.div(2n ** 240n))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('agree with the language to a unit in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        const ours = enclosure.toNumber(exponential(point(rational(x))))
        expect(Math.abs(ours / Math.exp(x) - 1)).toBeLessThan(1e-14)
      }),
      { numRuns: 200 },
    )
  })

  it('know on which side of 0 a logarithm lies, however near 1', () => {
    const above = logarithmBounds(fraction(10n ** 300n + 1n, 10n ** 300n))
    expect(above.lo.gte(0n)).toBe(true)
    expect(above.hi.gt(0n)).toBe(true)
  })

  it('refuse what has no logarithm, and what is too large to write', () => {
    expect(() => logarithmBounds(rational('0'))).toThrow(RangeError)
    expect(() => exponentialBounds(rational('2801'))).toThrow(RangeError)
  })
})

describe('integer roots', () => {
  it('are cut off, and perfect only where they are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), fc.integer({ min: 1, max: 40 }), (n, k) => {
        const root = integerRoot(n, k)
        expect(root ** BigInt(k) <= n && n < (root + 1n) ** BigInt(k)).toBe(true)
        expect(perfectRoot(root ** BigInt(k), k)).toBe(root)
      }),
    )
    expect(perfectRoot(2n, 2)).toBe(null)
    expect(() => integerRoot(-1n, 2)).toThrow(RangeError)
  })
})
