import type { Problem } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { explainAssert } from './explainAssert.ts'
import { explainProblem } from './explainProblem.ts'
import { renderText } from './render/text.ts'
import { assistant, fileOf, instanceOf } from './testing/compileText.ts'

const file = fileOf(assistant)
const origin = instanceOf(assistant).models[0]?.success.origin ?? null

describe('a problem of the numbers', () => {
  const problems: readonly (readonly [Problem, string])[] = [
    [
      { kind: 'out-of-range', what: "param 'churn'", value: '2 USD', range: 'from 0 USD to 1 USD', origin },
      "E0301 param 'churn' must be from 0 USD to 1 USD, and is 2 USD",
    ],
    [{ kind: 'division-by-zero', what: "'x'", origin }, "E0302 'x' divides by zero"],
    [{ kind: 'no-real-value', what: "'x'", origin }, "E0303 'x' is not a real number"],
    [{ kind: 'too-large', what: "'x'", origin }, "E0304 'x' has too many digits to compute with"],
    [{ kind: 'unknown-param', name: 'chrun', known: ['churn'] }, "E0224 there is no param called 'chrun'"],
    [
      { kind: 'unsupported', what: 'several users', origin },
      'E0501 this version cannot solve a game with several users yet',
    ],
    [
      { kind: 'undecided', what: 'which route is cheaper', origin: null },
      'E0503 the digits of roots and logarithms do not decide: which route is cheaper',
    ],
  ]

  it.each(problems)('%j has its code', (problem, expected) => {
    const { code, message } = explainProblem(problem, [file])
    expect(`${code} ${message}`).toBe(expected)
  })

  it('is shown where the number was written', () => {
    expect(explainProblem({ kind: 'too-large', what: 'it', origin }, [file]).primary).toMatchObject({
      file,
      span: { start: 203, end: 206 },
    })
  })

  it('says where that is when the file is not at hand', () => {
    const { primary, notes } = explainProblem({ kind: 'too-large', what: 'it', origin }, [])
    expect({ primary, notes }).toEqual({ primary: null, notes: ['written at assistant.game:7:12: 62%'] })
  })

  it('is shown in the value that was set from outside', () => {
    const set =
      instanceOf(assistant, { set: [{ name: 'churn', value: '0.5 USD' }] }).params[0]?.value.origin ?? null
    expect(explainProblem({ kind: 'too-large', what: 'it', origin: set }, [file]).primary).toMatchObject({
      file: { name: '--set churn', text: '0.5 USD' },
      span: { start: 0, end: 7 },
    })
  })
})

describe('an assert that does not hold', () => {
  const instance = instanceOf(
    `${assistant}\nassert route.start == reasoning\nassert acme.cost in 0 USD .. 1 USD\n`,
  )
  const explain = (index: number, left: number | string | null, right: number | string | null): string => {
    const assert = instance.asserts[index]
    if (assert === undefined) throw new Error('no such assert')
    const entry = { text: assert.origin.text, holds: false, left, right }
    return `\n${renderText([explainAssert(assert, entry, instance, [fileOf(`${assistant}\nassert route.start == reasoning\nassert acme.cost in 0 USD .. 1 USD\n`)])])}`
  }

  it('has the numbers of both sides in it, and what its author says', () => {
    expect(explain(0, 0.0812345, 0.05)).toBe(`
error[E0401]: this does not hold: developer.gap <= 0.05 USD (0.08123 USD, which is not at most 0.05 USD)
  ┌─ assistant.game:30:8
  │
30│ assert developer.gap <= 0.05 USD "users should not lose more than five cents to our routing"
  │        ^^^^^^^^^^^^^^^^^^^^^^^^^ 0.08123 USD, which is not at most 0.05 USD
  │
  = users should not lose more than five cents to our routing
  = see: plumb explain E0401
`)
  })

  it('has as many digits as tell the sides apart', () => {
    expect(explain(0, 0.0500001, 0.05)).toContain('(0.0500001 USD, which is not at most 0.05 USD)')
  })

  it('may be about words, or have no two sides', () => {
    expect(explain(2, 'standard', 'reasoning')).toContain('(standard, which is not equal to reasoning)')
    expect(explain(1, null, null)).toContain('this does not hold: not throttling.pays\n')
  })
})
