import { exact, type FrontierEntry } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announce } from '../../general/announce.ts'
import { pose } from '../../general/posed.ts'
import { solve } from '../../document/solve.ts'
import { sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'
import { sampleGame } from '../../leader/testing/sample-game.ts'
import { searchLimits } from '../../search/limits.ts'
import { searchedFrontier } from './searched-frontier.ts'

function frontierOf(sample: SampleInstance): FrontierEntry {
  const result = solve(sampleInstance(sample), new Map(), { with: ['frontier'] })
  if (!result.ok || result.document.frontier === undefined) throw new Error('not answered')
  return result.document.frontier
}

/** Every route of a grid of escalations, by what it comes to. */
function grid(sample: SampleInstance): readonly (readonly [cost: number, utility: number])[] {
  const game = sampleGame(exact, sample)
  const posed = pose(game)
  const routes = game.chain.starts.flatMap((start) =>
    Array.from({ length: start === 0 ? 25 : 1 }, (_, step) => ({
      start,
      variables: [exact.from(`${step}/24`)],
    })),
  )
  return routes.map((route) => {
    const { cost, replies } = announce(posed, route)
    return [exact.toNumber(cost), exact.toNumber(replies[0]?.utility ?? exact.from(0))]
  })
}

/** The greatest utility on the frontier at a cost. */
function utilityAt({ pieces }: FrontierEntry, cost: number): number {
  const reached = pieces.map(({ from, to }) => {
    if (from.cost > cost + 1e-9) return -Infinity
    if (to.cost <= cost) return to.utility
    return (
      from.utility + (Math.max(0, cost - from.cost) / (to.cost - from.cost)) * (to.utility - from.utility)
    )
  })
  return Math.max(...reached)
}

// Only the second model is worth the wait.
const rising: SampleInstance = { p: ['1/5', '3/5'], t: ['3/5', '3/5'], c: [1, 8], V: 2, P: 20 }

describe('the frontier of cost and utility', () => {
  it('runs from the cascade that just keeps the user to sure escalation, and ends at the second model', () => {
    const { method, pieces, placed } = frontierOf(rising)
    expect(method).toBe('exact')
    expect(pieces.map(({ kind }) => kind)).toEqual(['segment', 'point'])
    expect(pieces[0]?.from).toMatchObject({
      route: { start: 'm1', escalation: { m1: 1 / 6 } },
      utility: -0.2,
    })
    expect(pieces[0]?.from.cost).toBeCloseTo(25 / 3, 12)
    // At s = 1: 1 + 4/5 · 40/3, and -1/5 + 4/5 · 1.
    expect(pieces[0]?.to.cost).toBeCloseTo(1 + (0.8 * 40) / 3, 12)
    expect(pieces[0]?.to.utility).toBeCloseTo(0.6, 12)
    expect(pieces[1]?.from).toMatchObject({ route: { start: 'm2' }, utility: 1 })
    expect(placed.find(({ name }) => name === 'announced')).toMatchObject({ efficient: true, wasted: 0 })
    expect(placed.find(({ name }) => name === 'cheapest')).toMatchObject({ efficient: false })
  })

  it('is beaten by no route of a grid, and is itself made of routes', { timeout: 60_000 }, () => {
    const tenth = fc.integer({ min: 1, max: 19 }).map((n) => `${n}/20`)
    const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${n}/10`)
    const sample = fc.record({
      p: fc.tuple(tenth, tenth),
      t: fc.tuple(amount, amount),
      c: fc.tuple(amount, amount),
      V: amount,
      P: amount,
    })
    fc.assert(
      fc.property(sample, (game) => {
        const frontier = frontierOf(game)
        if (frontier.method !== 'exact') return
        for (const [cost, utility] of grid(game)) {
          expect(utilityAt(frontier, cost)).toBeGreaterThanOrEqual(utility - 1e-9)
        }
        const ends = frontier.pieces.flatMap(({ from, to }) => [from, to])
        for (const [index, one] of ends.entries()) {
          const before = ends[index - 1]
          if (before !== undefined && before !== one) expect(one.cost).toBeGreaterThanOrEqual(before.cost)
          if (before !== undefined && before !== one)
            expect(one.utility).toBeGreaterThanOrEqual(before.utility)
        }
      }),
      { numRuns: 20, seed: 2 },
    )
  })

  it('is found by search where no formula is asked, between lines that no route crosses', () => {
    const game = sampleGame(exact, rising)
    const { found, bounds } = searchedFrontier(
      game,
      [{ start: 0, variables: [exact.from('1/6')] }],
      searchLimits({ nodes: 500 }),
    )
    expect(found[0]?.cost).toBeCloseTo(25 / 3, 6)
    expect(found.at(-1)?.utility).toBeCloseTo(1, 9)
    for (const [cost, utility] of grid(rising)) {
      for (const { rate, least } of bounds) expect(cost - rate * utility).toBeGreaterThanOrEqual(least - 1e-9)
    }
  })
})
