import { describe, expect, it } from 'vitest'
import { lowerBound } from '../packages/checker/src/bound/proof.ts'
import { Fault } from '../packages/checker/src/document/fault.ts'
import { verify } from '../packages/checker/src/index.ts'
import { sideOf } from '../packages/checker/src/play/side.ts'
import { compile } from '../packages/compiler/src/index.ts'
import { at, type SolutionDocument } from '../packages/game/src/index.ts'
import { solve } from '../packages/solver/src/index.ts'
import { nextDouble, variants } from './variants.ts'

/** Where two escalations together beat each alone: no formula has it. */
const { instance } = compile({
  name: 'game.game',
  text: `game three
model a { success: 5%   latency: 0.19 s  cost: 0.015 USD }
model b { success: 40%  latency: 0.3 s   cost: 0.28 USD }
model c { success: 80%  latency: 2.3 s   cost: 0.281 USD }
menu m = cascade(a, b, c)
user u { value: 2 s }
provider p { offers: m  penalty: 4.6 USD }`,
})
if (instance === null) throw new Error('no game')
const { document, boxes, lower } = certified(0.035)

function certified(tolerance: number): {
  readonly document: SolutionDocument
  readonly boxes: unknown
  readonly lower: number
} {
  const solved = instance === null ? null : solve(instance, new Map(), { tolerance, proof: 'whole' })
  if (solved?.ok !== true) throw new Error('no solution')
  const copy = JSON.parse(JSON.stringify(solved.document)) as SolutionDocument
  return { document: copy, boxes: copy.certificate.boxes, lower: copy.certificate.lower }
}

/** What boxes prove; null where they prove nothing. */
function provedBy(changed: unknown): number | null {
  if (instance === null) return null
  try {
    const found = at(instance, new Map(), (game) =>
      lowerBound(
        game,
        game.users.map((user) => sideOf(game, user, false)),
        changed,
        ['boxes'],
      ),
    )
    return found.ok && found.value !== null ? found.value.valueOf() : null
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return null
  }
}

describe('a certificate', () => {
  it('is accepted with the bound that its boxes show', () => {
    expect(verify(instance, document)).toMatchObject({ kind: 'accepted', bound: 'boxes', lower })
    expect(lower).toBeLessThan(document.certificate.upper)
    expect(lower).toBeGreaterThan(0.965 * document.certificate.upper)
    expect(provedBy(boxes)).toBeGreaterThanOrEqual(lower)
  })

  it('is rejected with any other bound that is no weaker', () => {
    const withLower = (other: number): string => {
      const certificate = { ...document.certificate, lower: other }
      return verify(instance, { ...document, certificate }).kind
    }
    expect(withLower(document.certificate.upper)).toBe('rejected')
    expect(withLower(Number((lower * (1 + 1e-8)).toPrecision(9)))).toBe('rejected')
    expect(withLower(nextDouble(lower))).toBe('rejected')
    // What is less than a bound is a bound.
    expect(withLower(0.4)).toBe('rejected')
  })

  it('proves nothing with any of its numbers a unit in the last place of its double away', () => {
    const changed = changes(boxes, (value) => [nextDouble(value)])
    expect(changed.length).toBeGreaterThan(40)
    expect(changed.filter((each) => provedBy(each) !== null)).toEqual([])
  })

  it('never proves more than is true with any of them a unit of the ninth digit away', () => {
    const cost = document.certificate.upper
    const changed = changes(boxes, (value) => [ninth(value, 1), ninth(value, -1)])
    // Each check walks the list: a third of the changes is enough here.
    const proved = changed
      .filter((_, k) => k % 3 === 0)
      .map(provedBy)
      .filter((bound) => bound !== null)
    expect(proved.length).toBeGreaterThan(0)
    for (const bound of proved) expect(bound).toBeLessThanOrEqual(cost)
  })

  it('proves nothing without any one of its parts', () => {
    const lists = boxes as readonly (readonly unknown[])[]
    const shorter = lists.flatMap((list, start) =>
      list.map((_, part) => lists.with(start, list.toSpliced(part, 1))),
    )
    expect(shorter.filter((each) => provedBy(each) !== null)).toEqual([])
    expect(provedBy(lists.slice(1))).toBeNull()
  })
})

describe('a certificate of two models', () => {
  it('shows the least cost where a reply strictly between staying and leaving has it', () => {
    const two = compile({
      name: 'two.game',
      text: `game two
model a { success: 50%  latency: 0.1 s    cost: 10 USD }
model b { success: 2%   latency: 0.023 s  cost: 0.02 USD }
menu m = cascade(a, b)
user u { value: 1 s }
provider p { offers: m  penalty: 19 USD }`,
    }).instance
    const solved = two === null ? null : solve(two, new Map(), { tolerance: 0.02, proof: 'whole' })
    if (two === null || solved?.ok !== true) throw new Error('no solution')
    expect(solved.document.provider.cost).toBeCloseTo(18.0482, 3)
    const copy: unknown = JSON.parse(JSON.stringify(solved.document))
    expect(verify(two, copy)).toMatchObject({ kind: 'accepted', bound: 'boxes' })
  })
})

describe('a torn user in front of two models', () => {
  const file = (name: string, text: string) => {
    const game = compile({ name: `${name}.game`, text }).instance
    const solved = game === null ? null : solve(game, new Map(), { proof: 'short' })
    if (game === null || solved?.ok !== true) throw new Error('no solution')
    return { game, copy: JSON.parse(JSON.stringify(solved.document)) as SolutionDocument }
  }
  const torn = file(
    'torn',
    `game torn
model a { success: 5%   latency: 0.06 s  cost: 0.02 USD }
model b { success: 10%  latency: 0.18 s  cost: 0.14 USD }
menu m = cascade(a, b)
user u { weight: 4  value: 1.3 s }
user v { weight: 1  value: 2.4 s }
provider p { offers: m  penalty: 0.2 USD }`,
  )

  it('is no hindrance to a bound, which is shown piece by piece', () => {
    expect(torn.copy.users[0]?.abandonment).toBeCloseTo(0.282, 3)
    const { lower } = torn.copy.certificate
    expect(torn.copy.certificate.boxes).toBeUndefined()
    expect(verify(torn.game, torn.copy)).toMatchObject({ kind: 'accepted', bound: 'pieces', lower })
  })

  it('leaves no number of the certificate that may be another', () => {
    const accepted = changes(torn.copy.certificate, (value) => [nextDouble(value)]).filter(
      (certificate) => verify(torn.game, { ...torn.copy, certificate }).kind !== 'rejected',
    )
    expect(accepted).toEqual([])
  })

  it('does not make a bound of what is more than the cost', () => {
    const { cost } = torn.copy.provider
    const lower = cost * (1 + 1e-9)
    const certificate = { ...torn.copy.certificate, lower, tolerance: (cost - lower) / cost }
    expect(verify(torn.game, { ...torn.copy, certificate })).not.toMatchObject({ bound: 'pieces' })
  })
})

describe('the exact values of a certificate', () => {
  it('leave out what is known only nearly, and are refused where they do not', () => {
    const torn = compile({
      name: 'torn.game',
      text: `game torn
task easy { weight: 70% }
task hard { weight: 30% }
model a { success.easy: 60%  success.hard: 5%  latency: 2 s  cost: 0.10 USD }
menu m = static(a)
user u { value: 10 s }
provider p { offers: m  penalty: 0.50 USD }`,
    }).instance
    const solved = torn === null ? null : solve(torn)
    if (torn === null || solved?.ok !== true) throw new Error('no solution')
    const plain = JSON.parse(JSON.stringify(solved.document)) as SolutionDocument
    // She leaves with a probability that is a root without a form.
    expect(plain.users[0]?.abandonment).toBeCloseTo(0.456, 3)
    expect(plain.certificate.exact).toEqual({ throttlingGain: '0' })
    expect(verify(torn, plain).kind).toBe('accepted')
    const certificate = { ...plain.certificate, exact: { cost: String(plain.provider.cost) } }
    expect(verify(torn, { ...plain, certificate })).toMatchObject({
      kind: 'rejected',
      entry: 'certificate.exact.cost',
    })
  })
})

/** A value with one of its numbers changed, for each of them. */
function changes(value: unknown, change: (value: number) => readonly number[]): readonly unknown[] {
  return [...variants(value, (leaf) => (typeof leaf === 'number' ? change(leaf) : []))].map(
    ([, changed]) => changed,
  )
}

/** A number with its ninth digit a unit more, or less. */
function ninth(value: number, sign: 1 | -1): number {
  if (value === 0) return sign > 0 ? 1e-9 : 0
  const unit = 10 ** (Math.floor(Math.log10(value)) - 8)
  return Number((value + sign * unit).toPrecision(9))
}
