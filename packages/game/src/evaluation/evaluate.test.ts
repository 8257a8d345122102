import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expression } from '../instance/expression.ts'
import { binary, num, ref, unary } from '../testing/sampleGame.ts'
import { enclosureCalculus } from './enclosureCalculus.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { exactCalculus } from './exactCalculus.ts'

const noNames: Scope<never> = () => ({ ok: false, failure: 'reported' })

function exactly(expression: Expression) {
  const outcome = evaluate(expression, noNames, exactCalculus)
  return outcome.ok ? exactCalculus.arithmetic.toExact(outcome.value) : outcome.failure
}

function enclosed(expression: Expression) {
  const outcome = evaluate(expression, noNames, enclosureCalculus)
  return outcome.ok ? enclosureCalculus.arithmetic.toNumber(outcome.value) : outcome.failure
}

const power = (base: string, exponent: string) => binary('pow', num(base), num(exponent))

describe('an expression in exact numbers', () => {
  it.each<[Expression, string]>([
    [binary('add', num('1/3'), num('1/6')), '1/2'],
    [binary('sub', num('1'), binary('mul', num('2/3'), num('3/4'))), '1/2'],
    [binary('div', num('2'), num('-6')), '-1/3'],
    [unary('neg', num('5')), '-5'],
    [unary('abs', num('-5/2')), '5/2'],
    [unary('sqrt', num('9/4')), '3/2'],
    [unary('exp', num('0')), '1'],
    [unary('log', num('1')), '0'],
    [{ op: 'min', args: [num('3'), num('1/2'), num('2')] }, '1/2'],
    [{ op: 'max', args: [num('3'), num('1/2'), num('4')] }, '4'],
    [power('2/3', '3'), '8/27'],
    [power('2/3', '-2'), '9/4'],
    [power('-2', '3'), '-8'],
    [power('0', '0'), '1'],
    [power('0', '5/2'), '0'],
    [power('8/27', '2/3'), '4/9'],
    [power('4', '-1/2'), '1/2'],
    [power('1', '123456789'), '1'],
    [power('-1', '123456789'), '-1'],
  ])('%j is %s', (expression, expected) => {
    expect(exactly(expression)).toBe(expected)
  })

  it.each<[Expression, string]>([
    [binary('div', num('1'), binary('sub', num('1/3'), num('2/6'))), 'division-by-zero'],
    [power('0', '-1'), 'division-by-zero'],
    [power('0', '-1/2'), 'division-by-zero'],
    [unary('sqrt', num('-1')), 'no-real-value'],
    [unary('log', num('0')), 'no-real-value'],
    [power('-8', '1/3'), 'no-real-value'],
    [power('2', '1025'), 'too-large'],
    [power('3', '-1000000000000'), 'too-large'],
    [power('1000000000000', '200'), 'too-large'],
    [num('1'.padEnd(1300, '0')), 'too-large'],
    [unary('sqrt', num('2')), 'inexact'],
    [unary('exp', num('1')), 'inexact'],
    [unary('log', num('2')), 'inexact'],
    [power('2', '1/2'), 'inexact'],
    [power('2', '1/123456789'), 'inexact'],
  ])('%j has no value there: %s', (expression, expected) => {
    expect(exactly(expression)).toBe(expected)
  })

  it('reads names from its scope', () => {
    const scope: Scope<ReturnType<typeof exactCalculus.arithmetic.from>> = (leaf) =>
      leaf.op === 'ref' && leaf.name === '__proto__'
        ? { ok: true, value: exactCalculus.arithmetic.from('2/7') }
        : { ok: false, failure: 'reported' }
    const doubled = evaluate(binary('mul', num('2'), ref('__proto__')), scope, exactCalculus)
    expect(doubled.ok && exactCalculus.arithmetic.toExact(doubled.value)).toBe('4/7')
    expect(evaluate(ref('constructor'), scope, exactCalculus)).toEqual({ ok: false, failure: 'reported' })
  })

  it('takes a hundred thousand nested operations', () => {
    let deep = num('0')
    for (let i = 0; i < 100_000; i++) deep = binary('add', deep, num('1'))
    expect(exactly(deep)).toBe('100000')
  })
})

describe('an expression in enclosures', () => {
  it.each<[Expression, number]>([
    [unary('sqrt', num('2')), Math.SQRT2],
    [unary('exp', num('1')), Math.E],
    [unary('log', num('10')), Math.LN10],
    [power('2', '1/2'), Math.SQRT2],
    [binary('pow', num('2'), unary('log', num('3'))), 2.141486063903278],
    [binary('pow', unary('neg', unary('sqrt', num('3'))), num('4')), 9],
    [binary('pow', unary('sqrt', num('3')), num('-2')), 1 / 3],
    [unary('abs', unary('neg', unary('sqrt', num('2')))), Math.SQRT2],
    [{ op: 'min', args: [unary('sqrt', num('2')), num('1')] }, 1],
    [{ op: 'max', args: [unary('sqrt', num('2')), num('1')] }, Math.SQRT2],
    [binary('pow', num('0'), unary('sqrt', num('2'))), 0],
    [power('8/27', '2/3'), 4 / 9],
  ])('%j is about %d', (expression, expected) => {
    expect(enclosed(expression)).toBeCloseTo(expected, 14)
  })

  const almostNothing = binary('sub', binary('pow', unary('sqrt', num('2')), num('2')), num('2'))

  it.each<[Expression, string]>([
    [binary('div', num('1'), almostNothing), 'undecided'],
    [unary('sqrt', almostNothing), 'undecided'],
    [unary('log', almostNothing), 'undecided'],
    [binary('pow', almostNothing, num('1/2')), 'undecided'],
    [binary('pow', almostNothing, num('-1')), 'undecided'],
    [binary('pow', unary('neg', unary('sqrt', num('2'))), num('1/2')), 'no-real-value'],
    [binary('pow', num('0'), unary('neg', unary('sqrt', num('2')))), 'division-by-zero'],
    [unary('exp', num('1000000')), 'too-large'],
    [unary('log', num('-1')), 'no-real-value'],
  ])('%j has no value there: %s', (expression, expected) => {
    expect(enclosed(expression)).toBe(expected)
  })
})

describe('exact numbers and enclosures', () => {
  const tree = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      fc.integer({ min: -9, max: 9 }).map((n) => num(String(n))),
      fc.record({
        op: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const, 'div' as const),
        left: tie('tree'),
        right: tie('tree'),
      }),
      fc.record({ op: fc.constantFrom('neg' as const, 'abs' as const), arg: tie('tree') }),
      fc.record({
        op: fc.constantFrom('min' as const, 'max' as const),
        args: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).tree

  it('agree wherever a value is rational, and on why there is none', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const one = evaluate(expression, noNames, exactCalculus)
        const other = evaluate(expression, noNames, enclosureCalculus)
        if (!one.ok || !other.ok) {
          expect(other).toEqual(one)
          return
        }
        expect(other.value.lo.lte(one.value.a) && one.value.a.lte(other.value.hi)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
