import { join } from 'node:path'
import { compile } from '@plumbline/compiler'
import { at, exact, type Exact, type ExactForm } from '@plumbline/game'
import { expect, it } from 'vitest'
import { costAt, outcomeFromFirst } from '../../packages/solver/src/base/outcome.ts'
import {
  indifferentEscalation,
  leavingEscalation,
  stayingEscalation,
} from '../../packages/solver/src/base/thresholds.ts'
import { bestResponse } from '../../packages/solver/src/follower/best-response.ts'
import { coarse, stream } from '../../packages/solver/src/leader/testing/random-games.ts'
import { pairOf, paperSample } from '../../packages/solver/src/paper/testing/paper-games.ts'
import type { Sample } from '../../packages/solver/src/leader/testing/sample-game.ts'
import { ask, describeWith, sympy } from './tools.ts'

// What a computer algebra system derives from the definition of the game, against the solver's exact numbers.

const script = (name: string): string => join(import.meta.dirname, name)
const num = (x: string | number): Exact => exact.from(x)
const show = (x: Exact): ExactForm | null => exact.toExact(x)

/** The solver's thresholds, costs and persistences, of what the other side names. */
function ours(
  sample: Sample,
  asked: Readonly<Record<string, ExactForm>>,
): Readonly<Record<string, ExactForm | null>> {
  const pair = pairOf(sample)
  const P = num(sample.P)
  const stay = (s: Exact): ExactForm | null => show(costAt(pair, outcomeFromFirst(pair, s, num(1)), P))
  const values: Readonly<Record<string, () => ExactForm | null>> = {
    s0: () => show(indifferentEscalation(pair)),
    sL: () => show(stayingEscalation(pair)),
    sH: () => show(leavingEscalation(pair)),
    'J1(s0)': () => stay(indifferentEscalation(pair)),
    'J1(sL)': () => stay(stayingEscalation(pair)),
    s: () => asked['s'] ?? null,
    r: () => {
      const set = bestResponse(pair, 'first', num(typeof asked['s'] === 'string' ? asked['s'] : '0'))
      return set.kind === 'point' ? show(set.at) : null
    },
  }
  return Object.fromEntries(Object.keys(asked).map((name) => [name, values[name]?.() ?? null]))
}

describeWith(sympy, 'a computer algebra system (sympy)', 'python3-sympy', (python) => {
  it('derives the same thresholds, costs and persistences', () => {
    const next = stream(41)
    const samples: readonly Sample[] = [
      ...Array.from({ length: 4 }, () => paperSample(next, '-+')),
      ...Array.from({ length: 4 }, () => paperSample(next, '+-')),
      ...Array.from({ length: 30 }, () => ({ ...coarse(next), f: [] })).filter((each) => {
        const [one, two] = [pairOf(each).first, pairOf(each).second]
        const opposed = exact.sign(one.netValue) * exact.sign(two.netValue) < 0
        return opposed && [one, two].every(({ failure }) => exact.sign(failure) > 0)
      }),
    ]
    const games = samples.map(({ p, c, t, V, kappa = 1, P }) => ({ p, c, t, V, kappa, P }))
    const found = JSON.parse(
      ask(python, [script('closed_forms.py')], JSON.stringify(games)),
    ) as readonly Readonly<Record<string, ExactForm>>[]
    const names = new Set(found.flatMap((each) => Object.keys(each)))
    expect([...names].toSorted()).toEqual(['J1(s0)', 'J1(sL)', 'r', 's', 's0', 'sH', 'sL'])
    found.forEach((each, index) => {
      const sample = samples[index]
      if (sample === undefined) throw new Error('an answer to no game')
      expect(ours(sample, each), JSON.stringify(sample)).toEqual(each)
    })
  })

  it('finds every identity of the theory page true', () => {
    const holds = JSON.parse(ask(python, [script('closed_forms.py')], '"identities"')) as readonly string[]
    expect(holds).toEqual([
      'U = n1 x1 + n2 x2',
      'J = P + n1 e1 + n2 e2',
      'dU/dr = a1 F / (d1 d2)^2',
      'dn1/dr',
      'dn2/dr',
      "g'",
      'F as a quadratic in s',
      'F as a quadratic in r',
      'U(1) - U(0)',
      'U(1) = U(0) at s0',
      'J1(s) is a weighted mean',
      'J1(s0)',
      'J1(s0) - c1 = a1 P-dagger',
      'dJ1/ds',
    ])
  })

  it('plays composite models out to the numbers that they compile to', () => {
    const one = ['31/100', '2/1000', '4']
    const two = ['3/4', '9/1000', '11']
    const three = ['1/2', '5/1000', '7']
    const verifier = ['19/20', '7/10', '1/1000', '1/2']
    const cases = [
      { form: 'retry', models: [one], n: 3, written: 'retry(one, 3)' },
      { form: 'parallel', models: [one, two, three], written: 'parallel(one, two, three)' },
      { form: 'verified', models: [one, two], verifier, written: 'verified(one, by: judge, else: two)' },
    ]
    const played = JSON.parse(ask(python, [script('combinators.py')], JSON.stringify(cases))) as unknown
    expect(cases.map(({ written }) => compiled(written))).toEqual(played)
  })
})

/** Success, cost and latency of one attempt with a composite model, as the compiler makes it. */
function compiled(written: string): readonly (ExactForm | null)[] {
  const { instance, diagnostics } = compile({
    name: 'composite.game',
    text: `model one { success: 31%
      cost: 0.002 USD
      latency: 4 s }
    model two { success: 75%
      cost: 0.009 USD
      latency: 11 s }
    model three { success: 50%
      cost: 0.005 USD
      latency: 7 s }
    verifier judge { passes: 95%
      catches: 70%
      cost: 0.001 USD
      latency: 0.5 s }
    model composite = ${written}
    menu only = static(composite)
    user someone { value: 60 s }
    provider maker { offers: only }`,
  })
  if (instance === null) throw new Error(JSON.stringify(diagnostics))
  const evaluated = at(instance, new Map(), ({ arithmetic: ar, models }) => {
    const model = models.find(({ name }) => name === 'composite')
    return model === undefined ? [] : [model.success, model.cost, model.latency].map((x) => ar.toExact(x))
  })
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
  return evaluated.value
}
