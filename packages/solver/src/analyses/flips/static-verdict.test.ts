import { rational, type GameInstance } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { num, sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'
import { flipsOf, flipsOfInput, sideOf, solvedAt } from './testing/solved-alone.ts'

interface Person {
  readonly V: string
  readonly outside?: string
}

/** A menu without steps for several users. */
function instanceFor(sample: SampleInstance, people: readonly Person[]): GameInstance {
  const instance = sampleInstance({ ...sample, form: sample.form ?? 'static' })
  const [user] = instance.users
  if (user === undefined) throw new TypeError('a sample has a user')
  const quantity = (value: string) => ({ ...user.weight, expression: num(value) })
  return {
    ...instance,
    users: people.map(({ V, outside }, index) => ({
      ...user,
      name: `user${String(index + 1)}`,
      value: quantity(V),
      outside: outside === undefined ? null : quantity(outside),
    })),
  }
}

const nodes = 50

describe('flips of a menu without steps for several users', () => {
  const two: SampleInstance = { p: ['1/2', '4/5'], t: ['1/2', '3/2'], c: [1, 3], V: 1, P: 10 }

  it('are exact: each is a root of a rational function', () => {
    const { method, flips } = flipsOfInput(instanceFor(two, [{ V: '2' }, { V: '3' }]), 'm1.latency', nodes)
    expect(method).toBe('exact')
    expect(flips.map(({ exact }) => exact)).toContain('1')
  })

  it('are told apart where three of them lie within 1e-9', () => {
    // The first user leaves the first model from a latency of 1/2 on, the second from 1e-9 later on, and a third stays away from 5e-10 on.
    const people = [{ V: '1' }, { V: '1.000000002' }, { V: '1.25', outside: '0.249999999' }]
    const { flips } = flipsOfInput(instanceFor({ ...two, P: 1 }, people), 'm1.latency', nodes)
    const near = flips.filter(({ at: value }) => Math.abs(value - 0.5) < 1e-6)
    expect(near.map(({ exact }) => exact)).toEqual(['1/2', '1000000001/2000000000', '500000001/1000000000'])
  })

  it('are all found where a verdict flips three times', () => {
    // Over its latency the first model loses one user after another.
    const people = [{ V: '2' }, { V: '3' }, { V: '4' }]
    const { flips } = flipsOfInput(
      instanceFor({ ...two, p: ['1/2', '1/20'], c: [1, 50] }, people),
      'm1.latency',
      nodes,
    )
    const behaviours = flips.filter(({ changes }) => changes.includes('behaviour'))
    expect(behaviours.map(({ exact }) => exact)).toEqual(['1', '3/2', '2'])
  })

  it('agree with the game solved alone between all flips', { timeout: 60_000 }, () => {
    const tenth = fc.integer({ min: 1, max: 19 }).map((n) => `${String(n)}/20`)
    const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${String(n)}/10`)
    const sample = fc.record({
      p: fc.tuple(tenth, tenth),
      t: fc.tuple(amount, amount),
      c: fc.tuple(amount, amount),
      V: amount,
      P: amount,
      form: fc.constantFrom('static' as const, 'choice' as const),
    })
    const person = fc.record({ V: amount, outside: fc.option(amount, { nil: undefined }) })
    const people = fc.array(person, { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(sample, people, fc.nat(30), (drawn, crowd, pick) => {
        const all = crowd.map(({ V, outside }) => (outside === undefined ? { V } : { V, outside }))
        const instance = instanceFor(drawn, all)
        const inputs = flipsOf(instance, nodes)
        const input = inputs[pick % inputs.length]
        expect(inputs.map(({ method }) => method)).not.toContain('scan')
        if (input === undefined) return
        const { flips, range, name } = input
        const ends = [
          range.from ?? -5,
          ...flips.map((flip) => flip.at),
          range.to ?? (flips.at(-1)?.at ?? 0) + 9,
        ]
        for (const [index, low] of ends.slice(0, -1).entries()) {
          const high = ends[index + 1] ?? low
          const [before, after] = [flips[index - 1], flips[index]]
          if (high - low < 1e-9 || (before ?? after) === undefined) continue
          const there = solvedAt(instance, name, rational((low + high) / 2).toFraction())
          if (there === null) continue
          const told = before === undefined ? after?.below : before.above
          if (told !== undefined && told.route !== null)
            expect([name, low, high, sideOf(told)]).toEqual([name, low, high, there])
        }
      }),
      { numRuns: 12, seed: 3 },
    )
  })
})
