import { Ajv2020 } from 'ajv/dist/2020.js'
import { compile } from '@plumbline/compiler'
import { instanceSchema, loadInstance, loadSolution, solutionSchema } from '@plumbline/game'
import { analyses, solve } from '@plumbline/solver'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './repository.ts'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false })
const validate = ajv.compile(instanceSchema())
const validateSolution = ajv.compile(solutionSchema())
const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.game'))

/** A game that has something of everything that an instance may hold. */
const everything = `
param churn = 0.10 USD in 0 USD .. 1 USD
let wait = 4 s ± 1 s
task easy { weight: 70% }
task hard { weight: 30% }
verifier tests { passes: 98%, catches: 80%, latency: 1 s }
model quick { success.easy: [62%, 70%], success.hard: 10 of 40, latency: wait, cost: 0.002 USD }
model careful { success: beta(80, 20), latency: lognormal(30 s, 0.5), cost: 0.03 USD }
model safe = verified(quick, by: tests, else: careful)
menu tiers = free(quick, careful, safe) { escalation.quick.careful: 0.1 .. 0.5 }
user one { weight: 1, value: uniform(0.2 USD, 0.8 USD), patience: 40 USD/h, sees: attempts, outside: 0.1 USD }
user two { weight: 2, value: uncertain(0.5 USD ± 0.1 USD), patience: 40 USD/h, rationality: 8 / (1 USD) }
provider acme { offers: tiers, penalty: churn, throttle: 60 s, routing: hidden, ties: weak }
assert one.gap <= 0.05 USD
sweep grid { churn: [0 USD, 1 USD], two.patience: geometric(1 USD/h, 100 USD/h, 5) }
`

const instanceOf = (name: string, text: string): unknown => {
  const { instance, diagnostics } = compile({ name, text })
  if (instance === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return JSON.parse(JSON.stringify(instance))
}

describe('the JSON Schema of a compiled game', () => {
  it.each(examples)('accepts %s', (name) => {
    const instance = instanceOf(name, readFileSync(join(root, 'examples', name), 'utf8'))
    expect(validate(instance), JSON.stringify(validate.errors)).toBe(true)
  })

  it('accepts a game with something of everything, which loads as it was', () => {
    const instance = instanceOf('everything.game', everything)
    expect(validate(instance), JSON.stringify(validate.errors)).toBe(true)
    expect(loadInstance(instance)).toEqual({ ok: true, instance })
  })

  it('refuses what loading refuses for its form, at any place', () => {
    const text = JSON.stringify(instanceOf('everything.game', everything))
    const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|true|false|null/g)].map(
      ({ index, 0: token }) => ({
        index,
        length: token.length,
      }),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('{}', '[]', '-1', '0.5', 'null', '"odd"', 'true'),
        ({ index, length }, put) => {
          const broken = text.slice(0, index) + put + text.slice(index + length)
          const value = parsed(broken)
          if (value === undefined) return
          const loaded = loadInstance(value)
          const consistent =
            loaded.ok ||
            /twice|refers to|a state|a start|a variable|a transition|one row|not one entry/.test(
              loaded.message,
            )
          expect(validate(value)).toBe(consistent)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('names the version before all else', () => {
    expect(loadInstance({ schema: 'plumbline/game@99' })).toEqual({
      ok: false,
      message: "schema: expected 'plumbline/game@1', found the text 'plumbline/game@99'",
    })
  })
})

describe('the JSON Schema of a solution document', () => {
  const every = analyses.map(({ name }) => name)
  // The form does not hang on how far searches go; with a clock, those over the values of numbers end early.
  const limits = { nodes: 200, draws: 64, time: 1000, now: () => performance.now(), with: every }
  const documentOf = (name: string): unknown => {
    const { instance } = compile({ name, text: readFileSync(join(root, 'examples', name), 'utf8') })
    const solution = instance === null ? null : solve(instance, new Map(), limits)
    return solution?.ok === true ? JSON.parse(JSON.stringify(solution.document)) : null
  }

  it.each(examples)('accepts what %s comes to, with every analysis', (name) => {
    const document = documentOf(name)
    expect(validateSolution(document), JSON.stringify(validateSolution.errors)).toBe(true)
    expect(loadSolution(document)).toEqual({ ok: true, document })
  })

  it('refuses an answer of another form, and says where it is', () => {
    const document = documentOf('assistant.game') as { readonly users: readonly object[] }
    const broken = { ...document, users: [{ ...document.users[0], utility: null }] }
    expect(validateSolution(broken)).toBe(false)
    expect(loadSolution(broken)).toEqual({
      ok: false,
      message: 'users[0].utility: expected a number, found null',
    })
  })
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
