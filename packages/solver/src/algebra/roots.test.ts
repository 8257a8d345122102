import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slopeNumerator } from './polynomial.ts'
import { rootsInside } from './roots.ts'

/** The polynomial with roots `a/b`, each in turn. */
const withRoots = (roots: readonly (readonly [bigint, bigint])[]): readonly bigint[] =>
  roots.reduce<readonly bigint[]>(
    (p, [a, b]) => [...p, 0n].map((_, i) => b * (p[i - 1] ?? 0n) - a * (p[i] ?? 0n)),
    [1n],
  )

const places = (p: readonly bigint[]): readonly number[] =>
  rootsInside(p, 200).map(({ over, under }) => Math.round(Number((over * 10n ** 15n) / under) / 1e3) / 1e12)

describe('roots inside (0, 1)', () => {
  it('are all found, in order, and only those inside', () => {
    expect(
      places(
        withRoots([
          [1n, 3n],
          [1n, 2n],
          [-1n, 2n],
          [3n, 2n],
          [9n, 10n],
        ]),
      ),
    ).toEqual([0.333333333333, 0.5, 0.9])
  })

  it('count once where they are double, and at neither end', () => {
    expect(
      places(
        withRoots([
          [1n, 3n],
          [1n, 3n],
          [0n, 1n],
          [1n, 1n],
        ]),
      ),
    ).toEqual([0.333333333333])
  })

  it('are told apart at a distance of 1e-30', () => {
    const under = 10n ** 30n
    expect(
      rootsInside(
        withRoots([
          [under / 3n, under],
          [under / 3n + 1n, under],
        ]),
        200,
      ),
    ).toHaveLength(2)
  })

  it('of a polynomial with random rational roots are those', () => {
    const root = fc.tuple(fc.bigInt(1n, 99n), fc.constant(100n))
    fc.assert(
      fc.property(fc.uniqueArray(root, { minLength: 1, maxLength: 6, selector: ([a]) => a }), (roots) => {
        const expected = roots.map(([a]) => Number(a) / 100).toSorted((a, b) => a - b)
        const found = places(withRoots(roots))
        expect(found).toHaveLength(expected.length)
        found.forEach((each, i) => {
          expect(each).toBeCloseTo(expected[i] ?? NaN, 12)
        })
      }),
    )
  })
})

describe('the slope of a quotient', () => {
  it('of x/(1 + x^2) vanishes where x^2 = 1', () => {
    expect(slopeNumerator([0n, 1n], [1n, 0n, 1n])).toEqual([1n, 0n, -1n])
  })

  it('vanishes identically for a constant', () => {
    expect(slopeNumerator([2n, 4n], [1n, 2n])).toEqual([])
  })
})
