import { exact, type Exact } from '@plumbline/game'
import { expect, it } from 'vitest'
import { solveLeader } from '@plumbline/solver'
import { coarse, reversed, stream, wide } from '../../packages/solver/src/leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../../packages/solver/src/leader/testing/sample-game.ts'
import {
  atMost,
  both,
  claim,
  decide,
  declareRoot,
  either,
  equal,
  less,
  minus,
  number,
  plus,
  share,
  times,
  type Term,
} from './smt.ts'
import { describeWith, z3 } from './tools.ts'

// Claims of optimality as formulas that cannot be met: "there are an escalation and a best reply to it of less cost".

const num = (x: string | number): Exact => exact.from(x)
const difference = (x: Exact, y: Exact): Exact => exact.sub(x, y)

interface Models {
  readonly a: readonly [Term, Term]
  readonly xi: readonly [Term, Term]
  readonly eta: readonly [Term, Term]
  readonly P: Exact
}

/** What a sample's attempts come to, from its own numbers and the definitions. */
function modelsOf({ p, c, t, f = [], V, kappa = 1, P }: Sample): Models {
  const each = (of: (model: 0 | 1) => Exact): readonly [Term, Term] => [number(of(0)), number(of(1))]
  const at = (list: readonly (string | number)[], model: number): Exact => num(list[model] ?? 0)
  const worth = (model: number): Exact =>
    difference(difference(exact.mul(num(V), at(p, model)), exact.mul(num(kappa), at(t, model))), at(f, model))
  const serving = (model: number): Exact => difference(at(c, model), at(f, model))
  return {
    a: each((model) => difference(num(1), at(p, model))),
    xi: each(worth),
    eta: each((model) => difference(serving(model), exact.mul(num(P), at(p, model)))),
    P: num(P),
  }
}

/** `Σ n x` from the first model is this over `D`, with `s` and `r` as variables. */
const sum = ({ a }: Models, [one, two]: readonly [Term, Term], s: Term, r: Term): Term =>
  plus(times(one, minus('1', times(a[1], r))), times(a[0], r, s, two))
const under = ({ a }: Models, s: Term, r: Term): Term =>
  times(minus('1', times(a[0], r, minus('1', s))), minus('1', times(a[1], r)))

/**
 * `s` and `r` such that `r` is a best reply from the first model: as good as both ends, and level, or at an end and not
 * rising inward. (The slope of a quotient, `N' D - N D'`, times a positive number.)
 */
function isReply(models: Models): readonly string[] {
  const { a, xi } = models
  const [N, D] = [sum(models, xi, 's', 'r'), under(models, 's', 'r')]
  const dN = minus(times(a[0], 's', xi[1]), times(xi[0], a[1]))
  const dD = minus(
    '0',
    plus(
      times(a[0], minus('1', 's'), minus('1', times(a[1], 'r'))),
      times(a[1], minus('1', times(a[0], 'r', minus('1', 's')))),
    ),
  )
  const slope = minus(times(dN, D), times(N, dD))
  return [
    ...share('s'),
    ...share('r'),
    claim(atMost(times(xi[0], D), N)),
    claim(atMost(times(sum(models, xi, 's', '1'), D), times(N, under(models, 's', '1')))),
    claim(
      either(
        both(equal('r', '0'), atMost(slope, '0')),
        both(equal('r', '1'), atMost('0', slope)),
        both(less('0', 'r'), less('r', '1'), equal(slope, '0')),
      ),
    ),
  ]
}

/** "Some announcement from the first model, and a best reply to it, cost less than this", or no more. */
function cheaper(sample: Sample, cost: Exact, strictly: boolean): readonly string[] {
  const models = modelsOf(sample)
  const limit = times(minus(number(cost), number(models.P)), under(models, 's', 'r'))
  const J = sum(models, models.eta, 's', 'r')
  return [...declareRoot(cost), ...isReply(models), claim(strictly ? less(J, limit) : atMost(J, limit))]
}

/** The solver's least cost from the first model, and whether it is one number. */
function solved(sample: Sample): { readonly id: string; readonly lower: Exact; readonly upper: Exact } {
  const result = solveLeader(sampleGame(exact, { ...sample, starts: [0] }))
  if (!result.ok) throw new Error('a game of two models that is not solved')
  const { chosen, bounds } = result.equilibrium
  return { id: chosen.id, lower: bounds.lower, upper: bounds.upper }
}

const short = (x: string | number): string =>
  typeof x === 'string' ? x : `${Math.max(1, Math.round(x * 1000))}/1000`
/** The same game with three decimals, so that formulas stay short. */
const shortened = (sample: Sample): Sample => ({
  ...sample,
  p: sample.p.map((p) => short(p)),
  c: sample.c.map((c) => short(c)),
  t: sample.t.map((t) => short(t)),
  f: (sample.f ?? []).map((f) => (f === 0 ? '0' : short(f))),
  V: short(sample.V),
  P: short(sample.P),
})

describeWith(z3, 'a decision procedure for the reals (z3)', 'z3', (program) => {
  const samples = [
    ...[stream(21)].flatMap((next) => Array.from({ length: 30 }, () => coarse(next))),
    ...[stream(22)].flatMap((next) => Array.from({ length: 30 }, () => shortened(wide(next)))),
  ].filter(({ p }) => p[0] !== '1')

  it('proves that nothing is cheaper than the optimum, and finds what attains it', () => {
    const found = samples.map((sample) => ({ sample, ...solved(sample) }))
    const proofs = decide(
      program,
      found.map(({ sample, lower }) => cheaper(sample, lower, true)),
    )
    const attained = decide(
      program,
      found.map(({ sample, upper }) => cheaper(sample, upper, false)),
    )
    found.forEach(({ sample }, index) => {
      expect([proofs[index], attained[index]], JSON.stringify(sample)).toEqual(['unsat', 'sat'])
    })
    expect(new Set(found.map(({ id }) => id)).size).toBeGreaterThan(4)
  })

  it('proves the bounds where a reply strictly between staying and leaving is best', () => {
    const next = stream(4)
    const found = Array.from({ length: 40 }, () => shortened(reversed(next)))
      .map((sample) => ({ sample, ...solved(sample) }))
      .filter(({ id }) => id === 'interior')
      .slice(0, 2)
    expect(found.length).toBe(2)
    const below = (x: Exact): Exact => num(exact.toNumber(x) * (1 - 1e-9))
    const above = (x: Exact): Exact => num(exact.toNumber(x) * (1 + 1e-9))
    expect(
      decide(
        program,
        found.map(({ sample, lower }) => cheaper(sample, below(lower), true)),
      ),
    ).toEqual(found.map(() => 'unsat'))
    expect(
      decide(
        program,
        found.map(({ sample, upper }) => cheaper(sample, above(upper), false)),
      ),
    ).toEqual(found.map(() => 'sat'))
  })
})
