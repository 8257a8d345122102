import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import type { Attempt, Pair } from '../base/attempt.ts'
import { outcomeFromFirst } from '../base/outcome.ts'
import { indifferentEscalation, leavingEscalation, stayingEscalation } from '../base/thresholds.ts'
import { coarse, stream } from '../leader/testing/random-games.ts'
import { bestResponse, bestResponseToOne } from './best-response.ts'
import { persistenceIntervals, type PersistenceSet } from './persistence-set.ts'

const at = (value: string): Exact => exact.from(value)

function attempt(success: string, netValue: string): Attempt<Exact> {
  const p = at(success)
  return {
    success: p,
    failure: exact.sub(at('1'), p),
    latency: at('1'),
    serving: at('1'),
    netValue: at(netValue),
  }
}

function pairOf(p: readonly [string, string], xi: readonly [string, string]): Pair<Exact> {
  return { arithmetic: exact, first: attempt(p[0], xi[0]), second: attempt(p[1], xi[1]) }
}

const read = (set: PersistenceSet<Exact>): unknown =>
  set.kind === 'point' ? exact.toExact(set.at) : set.kind

const half: readonly [string, string] = ['1/2', '1/2']

describe('the best responses to one model', () => {
  it.each([
    ['1/2', '1', '1'],
    ['1/2', '-1', '0'],
    ['1/2', '0', 'all'],
    ['1', '-1', 'all'],
    ['1', '1', 'all'],
  ])('with success %s and net value %s are %s', (success, netValue, expected) => {
    expect(read(bestResponseToOne(exact, attempt(success, netValue)))).toBe(expected)
  })
})

describe('the best responses to a start at the first model', () => {
  it.each([
    ['stay with two models worth the wait', half, ['1', '1'], '1/3', '1'],
    ['leave with none worth it', half, ['-1', '-1'], '1/3', '0'],
    ['are all where the first attempt always succeeds', ['1', '1/2'], ['-1', '1'], '1/3', 'all'],
    ['are all where both models are worth nothing', half, ['0', '0'], '1/3', 'all'],
    ['are all at s = 0 where the first is worth nothing', half, ['0', '1'], '0', 'all'],
    ['follow the second above s = 0 where the first is worth nothing', half, ['0', '-1'], '1/3', '0'],
    ['are all at s = 1 where the second is worth nothing', half, ['-1', '0'], '1', 'all'],
    ['follow the first below s = 1 where the second is worth nothing', half, ['1', '0'], '1/3', '1'],
    ['are the two ends at s0', half, ['-1', '1'], '1/3', 'ends'],
    ['leave just below s0', half, ['-1', '1'], '333333333333/1000000000000', '0'],
    ['stay just above s0', half, ['-1', '1'], '333333333334/1000000000000', '1'],
    ['stay where the slope at leaving is 0', half, ['-1', '1'], '1/2', '1'],
    ['are all at s0 where the second always succeeds', ['1/2', '1'], ['-1', '1'], '1/2', 'all'],
    ['leave at sH', half, ['1', '-1'], '1/2', '0'],
    ['leave at s = 1 where only the first is worth it', half, ['1', '-1'], '1', '0'],
    ['stay at s = 0 where only the first is worth it', half, ['1', '-1'], '0', '1'],
    ['are all at sL = sH where the second always succeeds', ['1/2', '1'], ['1', '-1'], '1/2', 'all'],
  ] as const)('%s', (_, p, xi, s, expected) => {
    expect(read(bestResponse(pairOf(p, xi), 'first', at(s)))).toBe(expected)
  })

  it('stays at sL itself, which is irrational, and persists with a probability just above it', () => {
    const pair = pairOf(half, ['1', '-1'])
    const threshold = stayingEscalation(pair)
    expect(exact.toExact(threshold)).toEqual({ a: '-2', b: '1', root: '5' })
    expect(read(bestResponse(pair, 'first', threshold))).toBe('1')
    expect(read(bestResponse(pair, 'first', at('2361/10000')))).toMatchObject({
      root: expect.any(String) as string,
    })
  })

  it('puts the thresholds where the formulas say', () => {
    expect(exact.toExact(indifferentEscalation(pairOf(half, ['-1', '1'])))).toBe('1/3')
    expect(exact.toExact(leavingEscalation(pairOf(half, ['1', '-1'])))).toBe('1/2')
  })

  it('has no better reply on a grid, exactly, whatever the signs', () => {
    const next = stream(7)
    const grid = Array.from({ length: 21 }, (_, index) => at(`${index}/20`))
    for (let game = 0; game < 400; game += 1) {
      const { p } = coarse(next)
      const xi = [Math.floor(next() * 7) - 3, Math.floor(next() * 7) - 3].map(String)
      const pair = pairOf([String(p[0]), String(p[1])], [xi[0] ?? '0', xi[1] ?? '0'])
      const s = at(`${Math.floor(next() * 13)}/12`)
      const value = (r: Exact): Exact => outcomeFromFirst(pair, s, r).utility
      for (const { from, to } of persistenceIntervals(exact, bestResponse(pair, 'first', s))) {
        const best = grid.map((r) => exact.sub(value(r), value(from)))
        expect(best.every((gain) => exact.sign(gain) <= 0)).toBe(true)
        expect(exact.sign(exact.sub(value(from), value(to)))).toBe(0)
      }
    }
  })
})
