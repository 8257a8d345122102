import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestDouble } from './nearest.ts'
import { rational, signedNumerator } from './rational.ts'

const nearest = (text: string) => {
  const value = rational(text)
  return nearestDouble(signedNumerator(value), value.d)
}

describe('the double nearest a ratio', () => {
  it('is what the language reads for the same decimal', () => {
    const digits = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
    fc.assert(
      fc.property(digits, fc.integer({ min: -350, max: 282 }), (n, exponent) => {
        const text = `${String(n)}e${String(exponent)}`
        expect(nearest(text)).toBe(Number(text) + 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the double itself for every double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const { n, d, s } = rational(x)
        expect(nearestDouble(s * n, d)).toBe(x + 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('goes to the even neighbour halfway between two', () => {
    expect(nearestDouble(2n ** 53n + 1n, 1n)).toBe(2 ** 53)
    expect(nearestDouble(2n ** 53n + 3n, 1n)).toBe(2 ** 53 + 4)
    expect(nearestDouble(2n ** 53n * 10n ** 30n + 10n ** 30n + 1n, 10n ** 30n)).toBe(2 ** 53 + 2)
  })

  it('reaches the least subnormal, and 0 at half of it', () => {
    expect(nearestDouble(1n, 2n ** 1074n)).toBe(Number.MIN_VALUE)
    expect(nearestDouble(1n, 2n ** 1075n)).toBe(0)
    expect(nearestDouble(3n, 2n ** 1076n)).toBe(Number.MIN_VALUE)
    expect(Object.is(nearestDouble(-1n, 2n ** 1080n), 0)).toBe(true)
  })

  it('stays finite where the ratio is beyond all doubles, and where only its parts are', () => {
    expect(nearestDouble(10n ** 400n, 1n)).toBe(Number.MAX_VALUE)
    expect(nearestDouble(-(10n ** 400n), 1n)).toBe(-Number.MAX_VALUE)
    expect(nearestDouble(3n * 10n ** 400n, 2n * 10n ** 400n)).toBe(1.5)
    expect(nearestDouble(10n ** 308n * 18n, 10n)).toBe(Number.MAX_VALUE)
  })
})

describe('a rational read from text', () => {
  it.each([
    ['0.1', '1/10'],
    ['62e-2', '31/50'],
    ['-1.50', '-3/2'],
    ['6/4', '3/2'],
    ['1E3', '1000'],
  ])('%s is %s', (text, expected) => {
    expect(rational(text).toFraction()).toBe(expected)
  })

  it.each(['', '.5', '1,000', '1/0', '0x10', ' 1', '1/2/3', '--1', 'NaN', 'Infinity', '1e999999'])(
    "'%s' is none",
    (text) => {
      expect(() => rational(text)).toThrow(RangeError)
    },
  )

  it('a double stands for all of its digits, so that 0.1 is not one tenth', () => {
    expect(rational(0.1).toFraction()).toBe('3602879701896397/36028797018963968')
    expect(rational(-0.75).toFraction()).toBe('-3/4')
    expect(() => rational(NaN)).toThrow(RangeError)
    expect(() => rational(Infinity)).toThrow(RangeError)
  })
})
