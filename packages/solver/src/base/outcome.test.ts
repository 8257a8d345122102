import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { outcome } from '../chain/outcome.ts'
import { coarse, stream } from '../leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../leader/testing/sample-game.ts'
import { attemptWith, type Pair } from './attempt.ts'
import { attemptsFromSecond, costAt, outcomeFromFirst, outcomeOf } from './outcome.ts'

const at = (value: string): Exact => exact.from(value)

function pairOf(sample: Sample): Pair<Exact> {
  const game = sampleGame(exact, sample)
  const [one, two] = game.models
  const [user] = game.users
  if (one === undefined || two === undefined || user === undefined) throw new Error('two models, one user')
  return { arithmetic: exact, first: attemptWith(game, one, user), second: attemptWith(game, two, user) }
}

const golden: Sample = { p: ['3/5', '9/10'], c: [1, 5], t: ['1/10', '1/10'], V: 1, P: 4 }

describe('what a task comes to', () => {
  it('solves 27/31 of the tasks for 233/93 with sure escalation and 7/10 re-prompts', () => {
    const { loss, serving } = outcomeFromFirst(pairOf(golden), at('1'), at('7/10'))
    expect(exact.toExact(exact.sub(at('1'), loss))).toBe('27/31')
    expect(exact.toExact(serving)).toBe('233/93')
  })

  it('costs 1648/629 with half escalation, a quarter leaving after each failure, and a penalty of 4', () => {
    const reached = outcomeFromFirst(pairOf(golden), at('1/2'), at('3/4'))
    expect(exact.toExact(exact.sub(at('1'), reached.loss))).toBe('552/629')
    expect(exact.toExact(reached.serving)).toBe('1340/629')
    expect(exact.toExact(costAt({ arithmetic: exact }, reached, at('4')))).toBe('1648/629')
  })

  it('loses nobody who never leaves, exactly', () => {
    expect(exact.toExact(outcomeFromFirst(pairOf(golden), at('1/3'), at('1')).loss)).toBe('0')
  })

  it('takes the price off the serving cost and off the net value', () => {
    const { first } = pairOf({ p: ['1/2', '1'], c: ['1/4', 0], t: ['1/8', 0], f: ['1/3', 0], V: 1, P: 0 })
    expect(exact.toExact(first.serving)).toBe('-1/12')
    expect(exact.toExact(first.netValue)).toBe('1/24')
  })

  it('is what the chain of any menu comes to', () => {
    const next = stream(31)
    for (let game = 0; game < 200; game += 1) {
      const sample = coarse(next)
      const pair = pairOf(sample)
      const penalty = at(String(sample.P))
      const [s, r] = [at(`${Math.floor(next() * 13)}/12`), at(`${Math.floor(next() * 8)}/7`)]
      const ways = [outcomeFromFirst(pair, s, r), outcomeOf(pair, attemptsFromSecond(pair, r), r)]
      ways.forEach((own, start) => {
        const general = outcome(sampleGame(exact, sample), 0, start, [s], r)
        expect(exact.toExact(own.utility)).toEqual(exact.toExact(general.utility))
        const cost = costAt(pair, own, penalty)
        expect(exact.toExact(cost)).toEqual(exact.toExact(general.providerCost))
      })
    }
  })
})
