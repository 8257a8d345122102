import { describe, expect, it } from 'vitest'
import { stream } from '../leader/testing/random-games.ts'
import { priors, survey, type Share, type Survey } from './testing/survey.ts'

// "In nearly all cases the optimal policy is static" (Mahmood, arXiv 2602.09902, abstract) depends on what games are
// drawn: `npm run bench:static` prints the table of the theory page; here are its rows from fewer games.

const surveyed = (name: string, games: number): Survey => {
  const prior = priors.find((each) => each.name === name)
  if (prior === undefined) throw new RangeError(`no prior ${name}`)
  const next = stream(11)
  return survey(() => prior.draw(next), games)
}
const rate = ({ cascades, games }: Share): number => cascades / games

describe('how often a strict cascade is best', () => {
  it('one game in a hundred on the ranges of the paper, three in ten where signs are - + and orders in conflict', () => {
    const { all, risingInConflict } = surveyed('paper', 6000)
    expect(1 - rate(all)).toBeCloseTo(0.99, 2)
    expect(rate(risingInConflict)).toBeGreaterThan(0.2)
    expect(rate(risingInConflict)).toBeLessThan(0.4)
  })

  it('92 of 100 games with signs - + in conflict where a lost task costs up to ten attempts, and saves 22 %', () => {
    const { all, risingInConflict } = surveyed('paper, dear churn', 12_000)
    expect(1 - rate(all)).toBeCloseTo(0.945, 1)
    expect(Math.abs(rate(risingInConflict) - 0.92)).toBeLessThan(0.04)
    expect(Math.abs((risingInConflict.saving ?? 0) - 0.22)).toBeLessThan(0.03)
  })

  it.each(priors.map(({ name }) => name))('never outside conflict: %s', (name) => {
    const { all, rising, falling, risingInConflict, fallingInConflict } = surveyed(name, 3000)
    expect([rising.cascades, falling.cascades]).toEqual([
      risingInConflict.cascades,
      fallingInConflict.cascades,
    ])
    expect(all.cascades).toBe(rising.cascades + falling.cascades)
    expect(all.cascades).toBeGreaterThan(10)
  })
})
