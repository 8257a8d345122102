import type { AssertEntry, Condition, Expression, Term } from '@plumbline/game'
import { solutionNames } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from '../document/solve.ts'
import { num, sampleInstance, type SampleInstance } from '../document/testing/sample-instance.ts'

/** Cost 2 at the first model; the user would rather have the second, for 2/3 more. */
const sample: SampleInstance = { p: ['1/2', '3/4'], c: [1, 3], t: ['1/2', '1/4'], V: 2, P: 5 }

function entries(
  conditions: readonly Condition[],
  more: Partial<SampleInstance> = {},
): readonly AssertEntry[] {
  const result = solve(sampleInstance({ ...sample, ...more, asserts: conditions }))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document.asserts
}

function judged(
  condition: Condition,
  more: Partial<SampleInstance> = {},
): Omit<AssertEntry, 'text' | 'message'> {
  const [entry] = entries([condition], more)
  if (entry === undefined) throw new Error('one assert, one entry')
  return { holds: entry.holds, left: entry.left, right: entry.right }
}

const named = (path: string): Term => ({ op: 'solution', path: path.split('.') })
type Operator = Extract<Condition, { readonly op: 'compare' }>['comparison']
const compare = (left: Term, comparison: Operator, right: Term): Condition => ({
  op: 'compare',
  comparison,
  left,
  right,
})

describe('a comparison', () => {
  it('is exact: a gap of 2/3 is 2/3, and not 0.6666666666666666', () => {
    expect(judged(compare(named('user.gap'), 'eq', num('2/3')))).toEqual({
      holds: true,
      left: 2 / 3,
      right: 2 / 3,
    })
    expect(judged(compare(named('user.gap'), 'le', num('0.6666666666666666'))).holds).toBe(false)
  })

  it.each([
    ['lt', false],
    ['le', true],
    ['eq', true],
    ['ge', true],
    ['gt', false],
    ['ne', false],
  ] as const)('of a cost of 2 with 2 by %s is %s', (operator, holds) => {
    expect(judged(compare(named('provider.cost'), operator, num(2))).holds).toBe(holds)
  })

  it('computes with both, and with params', () => {
    const churn: Expression = { op: 'ref', name: 'churn' }
    const right: Term = { op: 'mul', left: churn, right: { op: 'sub', left: num(1), right: num('1/2') } }
    expect(judged(compare(named('provider.cost'), 'lt', right))).toEqual({ holds: true, left: 2, right: 2.5 })
  })

  it('with a root that has no rational value is decided in enclosures', () => {
    const root: Term = { op: 'sqrt', arg: num('1/2') }
    expect(judged(compare(named('user.gap'), 'lt', root))).toEqual({
      holds: true,
      left: 2 / 3,
      right: Math.SQRT1_2,
    })
  })

  it('of a range shows the end that is passed', () => {
    const range = (low: string, high: string): Condition => {
      return { op: 'within', value: named('provider.cost'), low: num(low), high: num(high) }
    }
    expect(judged(range('2', '3'))).toEqual({ holds: true, left: 2, right: 3 })
    expect(judged(range('0', '1'))).toEqual({ holds: false, left: 2, right: 1 })
    expect(judged(range('5/2', '3'))).toEqual({ holds: false, left: 2, right: 2.5 })
  })

  it('of words is by their letters', () => {
    expect(judged(compare(named('route.start'), 'eq', { op: 'word', value: 'm1' }))).toEqual({
      holds: true,
      left: 'm1',
      right: 'm1',
    })
    expect(judged(compare(named('regime'), 'ne', { op: 'word', value: '-+' })).holds).toBe(true)
  })

  it('that inexact numbers leave open is a problem, with its place', () => {
    const root: Expression = { op: 'sqrt', arg: num(2) }
    const condition = compare({ op: 'mul', left: root, right: root }, 'eq', num(2))
    const result = solve(sampleInstance({ ...sample, asserts: [condition] }))
    expect(
      result.ok ? [] : result.problems.map(({ kind, ...rest }) => [kind, 'what' in rest && rest.what]),
    ).toEqual([['undecided', "whether 'assert 0' holds"]])
  })
})

describe('what has no value', () => {
  const never: Condition = compare(named('throttling.ends_at'), 'lt', num(9))
  const latencyDominated = { V: '1/8', t: ['1', '2'] } as const

  it('makes an assert fail, and its contrary too', () => {
    expect(judged(never, latencyDominated)).toEqual({ holds: false, left: null, right: 9 })
    expect(judged({ op: 'not', arg: never }, latencyDominated).holds).toBe(false)
    expect(judged(compare(named('route.escalation'), 'ge', num(0)), { form: 'static' }).holds).toBe(false)
  })

  it('does not matter beside what settles the matter', () => {
    const yes: Condition = { op: 'true' }
    expect(judged({ op: 'or', left: never, right: yes }, latencyDominated).holds).toBe(true)
    expect(judged({ op: 'and', left: yes, right: never }, latencyDominated).holds).toBe(false)
    expect(
      judged({ op: 'not', arg: { op: 'and', left: never, right: { op: 'false' } } }, latencyDominated).holds,
    ).toBe(true)
  })

  it('is a division by zero as well', () => {
    expect(judged(compare({ op: 'div', left: num(1), right: num(0) }, 'gt', num(0)))).toEqual({
      holds: false,
      left: null,
      right: 0,
    })
  })
})

describe('the table of names', () => {
  const heads = {
    route: 'route',
    users: 'users',
    throttling: 'throttling',
    user: 'user',
    provider: 'provider',
    model: 'm1',
  }
  const pathOf = ({ scope, name }: (typeof solutionNames)[number]): string =>
    scope === 'alone' ? name : `${heads[scope]}.${name}`
  const paths = solutionNames.flatMap((each) =>
    each.part === null
      ? [each]
      : [each, { ...each, name: `${each.name}.${each.part === 'user' ? 'user' : 'm1'}` }],
  )

  it.each(paths.map((each) => [pathOf(each), each.value] as const))('%s has a value, %s', (path, value) => {
    switch (value) {
      case 'yes-or-no':
        expect(typeof judged({ op: 'holds', path: path.split('.') }).left).toBe('boolean')
        return
      case 'model':
      case 'regime':
        expect(typeof judged(compare(named(path), 'eq', named(path))).left).toBe('string')
        return
      case 'plain':
      case 'cost':
      case 'time':
      case 'utility':
        expect(judged(compare(named(path), 'eq', named(path)))).toMatchObject({ holds: true })
        expect(typeof judged(compare(named(path), 'eq', named(path))).left).toBe('number')
    }
  })

  it('is all there is', () => {
    expect(() => entries([compare(named('user.gab'), 'eq', num(0))])).toThrow("nothing called 'user.gab'")
    expect(solutionNames).toHaveLength(30)
  })
})
