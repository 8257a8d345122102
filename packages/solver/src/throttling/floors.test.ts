import { enclosure, exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../base/attempt.ts'
import { solve } from '../document/solve.ts'
import { num, sampleInstance } from '../document/testing/sample-instance.ts'
import { latencyFor, slowableStates } from './floors.ts'
import { sampleGame } from '../leader/testing/sample-game.ts'

function first<N>(states: readonly { readonly attempt: Attempt<N> }[]): Attempt<N> {
  const [state] = states
  if (state === undefined) throw new Error('a game without models')
  return state.attempt
}

describe('the latency that gives a net value', () => {
  const sample = { p: ['1/2', '3/4'], c: [1, 2], t: ['1/4', '1/2'], V: 2, kappa: 2, P: 1 }

  it('is V p/κ where an attempt is to be worth nothing', () => {
    const attempt = first(slowableStates(sampleGame(exact, sample), null))
    expect(exact.toExact(latencyFor(exact, attempt, exact.from(0), exact.from(2)))).toBe('1/2')
  })

  it('is the one it has where nothing is taken away', () => {
    const attempt = first(slowableStates(sampleGame(exact, sample), null))
    expect(exact.toExact(latencyFor(exact, attempt, attempt.netValue, exact.from(2)))).toBe('1/4')
  })

  it('is the one it has for a user who does not mind waiting', () => {
    const attempt = first(slowableStates(sampleGame(exact, { ...sample, kappa: 0 }), null))
    expect(exact.toExact(latencyFor(exact, attempt, attempt.netValue, exact.from(0)))).toBe('1/4')
  })

  it('is known of a model that is not slowed, inexact though its net value is', () => {
    const attempt = first(slowableStates(sampleGame(enclosure, sample), null))
    const root = enclosure.sqrt(enclosure.from('2'))
    const inexact = { ...attempt, netValue: root }
    expect(enclosure.toNumber(latencyFor(enclosure, inexact, root, enclosure.from('2')))).toBe(0.25)
  })
})

describe('throttling in a game with a root', () => {
  it('pays as in the same game in decimals', () => {
    // Both models worth the wait; leaving costs the provider less than any of them kept.
    const sample = sampleInstance({
      p: ['16/25', '59/100'],
      c: ['169/100', '9/4'],
      t: ['27/50', '1/20'],
      V: '189/100',
      kappa: 2,
      P: '39/50',
    })
    const [user, ...others] = sample.users
    if (user === undefined) throw new Error('a sample without a user')
    const { expression } = user.value
    const root = { op: 'mul', left: expression, right: { op: 'sqrt', arg: num(2) } } as const
    const inexact = {
      ...sample,
      users: [{ ...user, value: { ...user.value, expression: root } }, ...others],
    }
    const result = solve(inexact)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const { throttling } = result.document
    expect(throttling?.pays).toBe(true)
    expect(throttling?.gain).toBeCloseTo(169 / 64 - 1.9708, 12)
    expect(throttling?.latencies?.['m1']).toBe(0.54)
    expect(throttling?.latencies?.['m2']).toBeCloseTo(0.788494771701119, 12)
    expect(throttling?.endsAt).toBeCloseTo((169 / 64 - 1.69) / 0.36, 12)
  })
})
