import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@plumbline/compiler'
import { solve } from '@plumbline/solver'
import { describe, expect, it } from 'vitest'
import { root } from './repository.ts'

// The numbers of docs/unequal-tasks.md, from the examples and from what is left of them without what tells tasks apart.

const example = (name: string): string => readFileSync(join(root, 'examples', `${name}.game`), 'utf8')

function solved(text: string) {
  const { instance, diagnostics } = compile({ name: 'page.game', text: text.replaceAll(/^assert.*$/gm, '') })
  if (instance === null) throw new Error(JSON.stringify(diagnostics))
  const result = solve(instance)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { route, users, provider, misalignment } = result.document
  const [user] = users
  if (user === undefined) throw new Error('a game without users')
  return { route, user, cost: provider.cost, gap: misalignment.gap }
}

const near = (value: number, digits = 9): unknown => expect.closeTo(value, digits)
const notCounting = (text: string): string => text.replace(/^ *sees: .*$/m, '')

describe('try twice, then do it yourself', () => {
  it('is worth what the first two tries are, and more than any one probability', () => {
    // R1 = .5 (288 - 60) + .5 (4.8 - 60), R2 = .5 .4 (288 - 60) + .5 .99 (4.8 - 60)
    const { user } = solved(example('try-twice'))
    expect(user.abandonmentBy).toEqual({ leavesAfter: 2 })
    expect(user.utility).toEqual(near(86.4 + 18.276))
    const one = solved(notCounting(example('try-twice'))).user
    const at = (r: number): number => (0.5 * 228) / (1 - 0.4 * r) - (0.5 * 55.2) / (1 - 0.99 * r)
    const grid = Array.from({ length: 10_001 }, (_, index) => at(index / 10_000))
    expect(one.utility).toEqual(near(Math.max(...grid), 5))
    expect(one.utility).toBeLessThan(user.utility - 14)
  })
})

describe('an airline whose tasks are of three kinds', () => {
  const weights = [0.3, 0.55, 0.15]
  it.each([
    ['plain', [0.899, 0.457, 0.027], [0.525, 0.356667, 0.27, 0.22]],
    ['reasoning', [0.996, 0.938, 0.104], [0.83, 0.7833, 0.75, 0.72]],
  ] as const)('reproduces pass^1 to pass^4 of %s to a tenth of a point', (_, p, measured) => {
    measured.forEach((moment, index) => {
      const fitted = weights.reduce((sum, w, kind) => sum + w * (p[kind] ?? 0) ** (index + 1), 0)
      expect(Math.abs(fitted - moment)).toBeLessThan(0.0011)
    })
  })

  it('has another route, cost and gap than one whose tasks are alike', () => {
    const kinds = solved(example('airline-kinds'))
    expect(kinds.route).toMatchObject({ start: 'plain', escalation: { plain: 1 } })
    // Lost after both: Σ w a1 a2. Costs: c1 + a1 c2 + lost P.
    const lost = 0.3 * 0.101 * 0.004 + 0.55 * 0.543 * 0.062 + 0.15 * 0.973 * 0.896
    const failed = 0.3 * 0.101 + 0.55 * 0.543 + 0.15 * 0.973
    expect(kinds.user.success).toEqual(near(1 - lost))
    expect(kinds.cost).toEqual(near(0.0537 + failed * 0.1138 + lost * 0.5))
    expect(kinds.gap).toEqual(near(38.89, 2))
    const text = example('airline-kinds').replaceAll(/^task \w+ \{[^}]*\}$/gm, '')
    const alike = solved(
      text
        .replace(/success\.easy: +89\.9%\n.*\n.*\n/, 'success: 52.5%\n')
        .replace(/success\.easy: +99\.6%\n.*\n.*\n/, 'success: 83%\n'),
    )
    expect(alike.route).toMatchObject({ start: 'plain', escalation: { plain: 0 } })
    expect([alike.user.success, alike.gap]).toEqual([1, 0])
    expect(alike.cost).toEqual(near(0.0537 / 0.525))
  })

  it('starts at reasoning for a user who leaves with one probability', () => {
    const { route, user, cost, gap } = solved(notCounting(example('airline-kinds')))
    expect(route).toMatchObject({ start: 'reasoning' })
    expect(user.abandonment).toBe(1)
    const fails = 0.3 * 0.004 + 0.55 * 0.062 + 0.15 * 0.896
    expect(cost).toEqual(near(0.1138 + fails * 0.5))
    expect(gap).toEqual(near(76.75, 2))
  })
})

describe('a second try with feedback', () => {
  it('keeps the developer at the small model', () => {
    const { route, user, cost } = solved(example('second-try'))
    expect(route).toMatchObject({ start: 'mini', escalation: { mini: 0 } })
    // One attempt, then a second kind of attempt until one succeeds: 1 + (200/225)/(48/200).
    expect(user.attempts).toEqual(near(1 + (200 / 225) * (200 / 48)))
    expect(cost).toEqual(near((1.9918 / (225 * (2 - 25 / 225))) * (1 + (200 / 225) * (200 / 48))))
  })
})
