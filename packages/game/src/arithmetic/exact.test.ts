import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enclosure, point } from './enclosure.ts'
import { type Exact, exact } from './exact.ts'
import { compare, equal, less, lessOrEqual, magnitude, max, min, sum } from './order.ts'
import { fraction } from './rational.ts'

const of = (text: string) => exact.from(text)
const root = (text: string) => exact.sqrt(of(text))
const show = (x: Exact) => exact.toExact(x)

const ratio = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 30n }))
  .map(([n, d]) => fraction(n, d))
const overRootFive = fc.tuple(ratio, ratio).map(([a, b]) => {
  const whole: Exact = { a, b: fraction(0n, 1n), root: 0n }
  return exact.add(whole, exact.mul({ ...whole, a: b }, root('5')))
})

const add = (x: Exact, y: Exact) => exact.add(x, y)
const sub = (x: Exact, y: Exact) => exact.sub(x, y)
const mul = (x: Exact, y: Exact) => exact.mul(x, y)
const div = (x: Exact, y: Exact) => exact.div(x, y)

describe('numbers a + b√root', () => {
  it('are a field: sums and products commute, associate and distribute, and division undoes both', () => {
    fc.assert(
      fc.property(overRootFive, overRootFive, overRootFive, (x, y, z) => {
        expect(show(add(x, y))).toEqual(show(add(y, x)))
        expect(show(mul(x, y))).toEqual(show(mul(y, x)))
        expect(show(add(add(x, y), z))).toEqual(show(add(x, add(y, z))))
        expect(show(mul(mul(x, y), z))).toEqual(show(mul(x, mul(y, z))))
        expect(show(mul(x, add(y, z)))).toEqual(show(add(mul(x, y), mul(x, z))))
        expect(show(sub(add(x, y), y))).toEqual(show(x))
        if (exact.sign(y) !== 0) expect(show(div(mul(x, y), y))).toEqual(show(x))
      }),
      { numRuns: 300 },
    )
  })

  it('have the sign that 256 binary digits show', () => {
    const rootFive = enclosure.sqrt(enclosure.from('5'))
    fc.assert(
      fc.property(overRootFive, (x) => {
        if (exact.sign(x) === 0) return
        const enclosed = enclosure.add(point(x.a), enclosure.mul(point(x.b), rootFive))
        expect(enclosure.sign(enclosed)).toBe(exact.sign(x))
        expect(enclosure.toNumber(enclosed)).toBe(exact.toNumber(x))
      }),
      { numRuns: 300 },
    )
  })

  it('tell √(10^40 + 1) from 10^20, which no double does', () => {
    const near = root(String(10n ** 40n + 1n))
    expect(exact.toNumber(near)).toBe(1e20)
    expect(compare(exact, near, of('1e20'))).toBe(1)
    expect(compare(exact, of('1e20'), near)).toBe(-1)
    const gap = exact.sub(near, of('1e20'))
    expect(exact.toNumber(gap)).toBe(5e-21)
  })

  it('are called equal when they are, whatever their making', () => {
    const golden = exact.div(exact.add(of('1'), root('5')), of('2'))
    expect(equal(exact, exact.mul(golden, golden), exact.add(golden, of('1')))).toBe(true)
    expect(equal(exact, exact.mul(root('2'), root('2')), of('2'))).toBe(true)
    expect(exact.sign(exact.sub(root('8'), exact.mul(of('2'), root('2'))))).toBe(0)
  })

  it('come out rational at the roots of squares', () => {
    expect(show(root('9/16'))).toBe('3/4')
    expect(show(root('0'))).toBe('0')
    expect(show(root('1.44'))).toBe('6/5')
  })

  it('write a root in one form', () => {
    expect(show(root('1/2'))).toEqual({ a: '0', b: '1/2', root: '2' })
    expect(show(root('8'))).toEqual({ a: '0', b: '2', root: '2' })
    expect(show(root('20402'))).toEqual({ a: '0', b: '101', root: '2' })
    expect(show(exact.div(of('1'), exact.add(of('1'), root('2'))))).toEqual({ a: '-1', b: '1', root: '2' })
  })

  it('mix over roots that differ by a square, and refuse those that do not', () => {
    const large = 1009n * 1009n
    const one = exact.mul(root('2'), root(String(2n * large * 10007n * 10007n)))
    expect(show(one)).toBe(String(2n * 1009n * 10007n))
    expect(() => exact.add(root('2'), root('3'))).toThrow(TypeError)
    expect(() => exact.sqrt(root('2'))).toThrow(TypeError)
  })

  it('refuse division by zero and roots of negatives', () => {
    expect(() => exact.div(of('1'), of('0'))).toThrow(RangeError)
    expect(() => exact.sqrt(of('-1'))).toThrow(RangeError)
  })

  it('become the nearest double, even where the parts almost cancel', () => {
    expect(exact.toNumber(root('2'))).toBe(Math.SQRT2)
    expect(exact.toNumber(exact.neg(root('3')))).toBe(-Math.sqrt(3))
    const tiny = exact.sub(root(String(10n ** 200n + 1n)), of('1e100'))
    expect(exact.toNumber(tiny)).toBe(5e-101)
    expect(exact.toNumber(exact.mul(root('2'), of('1e400')))).toBe(Number.MAX_VALUE)
    expect(exact.toNumber(exact.mul(root('2'), of('1e-400')))).toBe(0)
  })
})

describe('order', () => {
  const [low, high] = [of('1/3'), of('0.34')]

  it('compares, and picks the first of equals', () => {
    expect([less(exact, low, high), lessOrEqual(exact, low, low), less(exact, low, low)]).toEqual([
      true,
      true,
      false,
    ])
    expect(min(exact, high, low)).toBe(low)
    expect(max(exact, low, high)).toBe(high)
    const again = of('2/6')
    expect(min(exact, low, again)).toBe(low)
    expect(max(exact, low, again)).toBe(low)
  })

  it('is that of the difference, over a root too', () => {
    const numbers = [of('-1/3'), of('0'), low, of('2/6'), high, root('2'), exact.neg(root('2')), of('1.4142')]
    for (const a of numbers) {
      for (const b of numbers) expect(compare(exact, a, b)).toBe(exact.sign(exact.sub(a, b)))
    }
  })

  it('adds up, and takes magnitudes', () => {
    expect(show(sum(exact, [low, of('1/6'), of('1/2')]))).toBe('1')
    expect(show(sum(exact, []))).toBe('0')
    expect(show(magnitude(exact, of('-2/3')))).toBe('2/3')
  })
})
