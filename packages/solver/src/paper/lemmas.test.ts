import { compare, exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { costOfPass } from '../base/single-model.ts'
import { costAt, outcomeFromFirst } from '../base/outcome.ts'
import { indifferentEscalation } from '../base/thresholds.ts'
import { stream } from '../leader/testing/random-games.ts'
import { add, div, mul, num, one, sub } from './testing/numbers.ts'
import { allSigns, pairOf, paperSample, share } from './testing/paper-games.ts'

// Lemmas 1 to 6 of Mahmood, arXiv 2602.09902, appendix B. α = (1 - p1)(1 - q), β = 1/(p2 + (1 - p2) q).

const games = Array.from({ length: 40 }, (_, seed) => {
  const next = stream(1000 + seed)
  const sample = paperSample(next, allSigns[seed % 4] ?? '++')
  const [q, s] = [share(next), share(next)]
  return { next, sample, pair: pairOf(sample), P: num(sample.P), q, s }
})
const sorted = (x: Exact, y: Exact): readonly [Exact, Exact] => (compare(exact, x, y) <= 0 ? [x, y] : [y, x])
const within = (x: Exact, [low, high]: readonly [Exact, Exact]): boolean =>
  compare(exact, low, x) <= 0 && compare(exact, x, high) <= 0

describe('the lemmas of the paper', () => {
  it('Lemma 1: at a fixed q the provider cost moves one way as the escalation grows', () => {
    for (const { pair, P, q } of games) {
      const costs = Array.from({ length: 11 }, (_, tenth) => {
        const s = num(`${tenth}/10`)
        return costAt(pair, outcomeFromFirst(pair, s, sub(one, q)), P)
      })
      const signs = costs.slice(1).map((cost, index) => compare(exact, cost, costs[index] ?? cost))
      expect(new Set(signs).size).toBe(1)
    }
  })

  it('Lemma 2: U lies between U⁻ and U⁺, the values of one and of 1/p2 attempts at the second model', () => {
    for (const { pair, q, s } of games) {
      const { first, second } = pair
      const alpha = mul(first.failure, sub(one, q))
      const below = sub(one, mul(alpha, sub(one, s)))
      const bound = (each: Exact): Exact => div(add(first.netValue, mul(mul(each, alpha), s)), below)
      const ends = sorted(bound(second.netValue), bound(div(second.netValue, second.success)))
      expect(within(outcomeFromFirst(pair, s, sub(one, q)).utility, ends)).toBe(true)
    }
  })

  it('Lemma 3: U⁺ and U⁻ rise with α exactly where K⁺(s), K⁻(s) are positive', () => {
    for (const { pair, s } of games) {
      const { first, second } = pair
      for (const xi of [second.netValue, div(second.netValue, second.success)]) {
        const K = add(mul(first.netValue, sub(one, s)), mul(xi, s))
        const U = (alpha: Exact): Exact =>
          div(add(first.netValue, mul(mul(xi, alpha), s)), sub(one, mul(alpha, sub(one, s))))
        const rise = compare(exact, U(num('2/3')), U(num('1/3')))
        expect(rise).toBe(exact.sign(K))
      }
    }
  })

  it('Lemma 4: P1 exceeds the incremental cost-of-pass exactly where c1/p1 > c2/p2', () => {
    for (const { pair } of games) {
      const { first, second } = pair
      const P1 = div(sub(costOfPass(exact, second), first.serving), first.failure)
      const incremental = div(sub(second.serving, first.serving), sub(second.success, first.success))
      const order = compare(exact, costOfPass(exact, first), costOfPass(exact, second))
      expect(compare(exact, P1, incremental)).toBe(order)
    }
  })

  it('Lemma 5: where c1/p1 < c2/p2, P2 lies strictly between them', () => {
    const next = stream(1100)
    let seen = 0
    for (let game = 0; game < 400 && seen < 20; game += 1) {
      const pair = pairOf(paperSample(next, '-+'))
      const [C1, C2] = [costOfPass(exact, pair.first), costOfPass(exact, pair.second)]
      if (compare(exact, C1, C2) >= 0) continue
      seen += 1
      const s = indifferentEscalation(pair)
      const over = add(mul(pair.first.serving, sub(one, s)), mul(C2, s))
      const P2 = div(over, add(pair.first.success, mul(pair.first.failure, s)))
      expect([compare(exact, C1, P2), compare(exact, P2, C2)]).toEqual([-1, -1])
    }
    expect(seen).toBe(20)
  })

  it('Lemma 6: S1 >= p1, and each further success costs between the two costs-of-pass', () => {
    for (const { pair, q, s } of games) {
      const { serving, loss } = outcomeFromFirst(pair, s, sub(one, q))
      const gained = sub(sub(one, loss), pair.first.success)
      expect(exact.sign(gained)).toBeGreaterThanOrEqual(0)
      if (exact.sign(gained) === 0) continue
      const each = div(sub(serving, pair.first.serving), gained)
      expect(within(each, sorted(costOfPass(exact, pair.first), costOfPass(exact, pair.second)))).toBe(true)
    }
  })
})
