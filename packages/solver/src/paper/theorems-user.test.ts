import { compare, exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { outcomeFromFirst } from '../base/outcome.ts'
import { indifferentEscalation, leavingEscalation, stayingEscalation } from '../base/thresholds.ts'
import { bestResponse } from '../follower/best-response.ts'
import { stream } from '../leader/testing/random-games.ts'
import type { Pair } from '../base/attempt.ts'
import { add, mul, num, one, sub, zero } from './testing/numbers.ts'
import { allSigns, pairOf, paperSample, share, type Signs } from './testing/paper-games.ts'

// Theorems 1 and 2 of Mahmood, arXiv 2602.09902, section 4.1: q* = 1 - r of every announcement.

const drawn = (signs: Signs, seed: number, count = 40): readonly (readonly [Pair<Exact>, Exact])[] => {
  const next = stream(seed)
  return Array.from({ length: count }, () => [pairOf(paperSample(next, signs)), share(next)] as const)
}
const answer = (pair: Pair<Exact>, s: Exact, start: 'first' | 'second' = 'first'): unknown => {
  const set = bestResponse(pair, start, s)
  return set.kind === 'point' ? exact.toNumber(sub(one, set.at)) : set.kind
}

/** `F(s, q) = ξ1 (1-s)(p2 + (1-p2) q)² + ξ2 s (1 - (1-p1)(1-p2)(1-s)(1-q)²)`. */
function slope({ first, second }: Pair<Exact>, s: Exact, q: Exact): Exact {
  const [down, r] = [sub(one, s), sub(one, q)]
  const lasting = add(second.success, mul(second.failure, q))
  const both = mul(mul(mul(first.failure, second.failure), down), mul(r, r))
  return add(
    mul(mul(first.netValue, down), mul(lasting, lasting)),
    mul(mul(second.netValue, s), sub(one, both)),
  )
}

describe('Theorem 1: started at model 2 the user leaves exactly where ξ2 < 0', () => {
  it.each(allSigns)('signs %s', (signs) => {
    for (const [pair, s] of drawn(signs, 2000)) {
      expect(answer(pair, s, 'second')).toBe(signs[1] === '-' ? 1 : 0)
    }
  })
})

describe('Theorem 2: started at model 1', () => {
  it('1. she never leaves where both models are worth the wait', () => {
    for (const [pair, s] of drawn('++', 2001)) expect(answer(pair, s)).toBe(0)
  })

  it('2. she leaves where neither is', () => {
    for (const [pair, s] of drawn('--', 2002)) expect(answer(pair, s)).toBe(1)
  })

  it('3. where only the second is, she leaves exactly below s0, and at s0 both answers are best', () => {
    for (const [pair, s] of drawn('-+', 2003)) {
      const threshold = indifferentEscalation(pair)
      const side = compare(exact, s, threshold)
      expect(answer(pair, s)).toBe(side < 0 ? 1 : side > 0 ? 0 : 'ends')
      expect(answer(pair, threshold)).toBe('ends')
    }
  })

  it('4. where only the first is: never up to sL, for certain from sH, between with the one root of F', () => {
    let between = 0
    for (const [pair, share] of drawn('+-', 2004, 80)) {
      const [sL, sH] = [stayingEscalation(pair), leavingEscalation(pair)]
      expect(exact.sign(slope(pair, sL, zero))).toBe(0)
      expect(answer(pair, sL)).toBe(0)
      expect(answer(pair, sH)).toBe(1)
      expect(answer(pair, one)).toBe(1)
      // Escalations between the thresholds are rare: one is made from two rationals on either side of it.
      const s = mul(sH, share)
      if (compare(exact, s, sL) <= 0 || compare(exact, s, sH) >= 0) {
        expect(answer(pair, s)).toBe(compare(exact, s, sL) <= 0 ? 0 : 1)
        continue
      }
      between += 1
      const set = bestResponse(pair, 'first', s)
      if (set.kind !== 'point') throw new Error('one best answer was expected')
      expect(exact.sign(slope(pair, s, sub(one, set.at)))).toBe(0)
      expect([exact.sign(set.at), exact.sign(sub(one, set.at))]).toEqual([1, 1])
      expect([exact.sign(slope(pair, s, zero)), exact.sign(slope(pair, s, one))]).toEqual([-1, 1])
    }
    expect(between).toBeGreaterThan(10)
  })

  it('F(s, q) is the slope of the utility in persistence, up to a positive factor', () => {
    for (const signs of allSigns) {
      for (const [pair, s] of drawn(signs, 2005, 10)) {
        const small = num('1/1000000000')
        for (const r of ['1/5', '1/2', '9/10'].map((text) => num(text))) {
          const rise = compare(
            exact,
            outcomeFromFirst(pair, s, add(r, small)).utility,
            outcomeFromFirst(pair, s, r).utility,
          )
          expect(rise).toBe(exact.sign(slope(pair, s, sub(one, r))))
        }
      }
    }
  })
})
