import { compile } from '@plumbline/compiler'
import type { GameInstance, SolutionDocument } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import { describe, expect, it } from 'vitest'

/** Numbers in [0, 1) from a seed (a linear congruence). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

interface Cascade {
  readonly models: readonly string[]
  readonly users: readonly string[]
  readonly penalty: string
}

/** A cascade of bare numbers; half of them in an order in which later models cost more and take longer for each success. */
function cascadeOf(count: number, random: () => number): Cascade {
  const number = (most: number): string => (Math.floor(random() * 20 * most + 1) / 20).toString()
  const several = (most: number): readonly number[] =>
    Array.from({ length: count }, () => Number(number(most)))
  const sorted = random() < 0.5
  const inOrder = (all: readonly number[]): readonly number[] =>
    sorted ? all.toSorted((a, b) => a - b) : all
  const [latencies, costs] = [inOrder(several(2)), inOrder(several(2))]
  const models = Array.from({ length: count }, (_, index) => {
    const success = Math.floor(random() * 19 + 1) / 20
    return `success: ${success}, latency: ${success} * ${latencies[index]}, cost: ${success} * ${costs[index]}`
  })
  const users = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => `value: ${number(4)}, weight: 1`)
  return { models, users, penalty: number(8) }
}

function gameOf({ models, users, penalty }: Cascade, menu = ''): string {
  return [
    ...models.map((model, index) => `model m${index} { ${model} }`),
    ...users.map((user, index) => `user u${index} { ${user} }`),
    `menu tiers = cascade(${models.map((_, index) => `m${index}`).join(', ')}) { ${menu} }`,
    `provider acme { offers: tiers, penalty: ${penalty} }`,
  ].join('\n')
}

function compiled(text: string): { readonly instance: GameInstance; readonly codes: readonly string[] } {
  const { instance, diagnostics } = compile({ name: 'x.game', text })
  if (instance === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return { instance, codes: diagnostics.map(({ code }) => code) }
}

function solved(text: string): SolutionDocument {
  const solution = solve(compiled(text).instance)
  if (!solution.ok) throw new Error('a game that is not solved')
  return solution.document
}

const games = (count: number, models: number, seed: number): readonly Cascade[] => {
  const random = generator(seed)
  return Array.from({ length: count }, () => cascadeOf(models, random))
}

describe('a warning that escalation never helps', () => {
  it.each([
    [2, games(60, 2, 7), 12],
    [3, games(60, 3, 11), 3],
  ])('is true: with %i models no route costs the provider less than one without', (_, all, tried) => {
    const warned = all.filter((game) => compiled(gameOf(game)).codes.includes('W0606'))
    expect(warned.length).toBeGreaterThan(7)
    for (const game of warned.slice(0, tried)) {
      const [free, fixed] = [solved(gameOf(game)), solved(gameOf(game, 'escalation: 0'))]
      expect(free.provider.cost, gameOf(game)).toBeCloseTo(fixed.provider.cost, 9)
    }
  })
})

describe('a warning that no route can change a user', () => {
  it('is true: on every route of a grid she leaves as often', () => {
    const all = games(60, 2, 3).map((game) => ({ ...game, users: game.users.slice(0, 1) }))
    const warned = all.filter((game) => compiled(gameOf(game)).codes.includes('W0605'))
    const others = all.filter((game) => !warned.includes(game))
    expect(Math.min(warned.length, others.length)).toBeGreaterThan(7)
    const answers = (game: Cascade): ReadonlySet<number | null> =>
      new Set(
        ['m0', 'm1'].flatMap((start) =>
          [0, 0.3, 1].map((share) => {
            const [user] = solved(gameOf(game, `start: ${start}, escalation: ${share}`)).users
            return user?.abandonment ?? null
          }),
        ),
      )
    for (const game of warned.slice(0, 8)) expect(answers(game).size, gameOf(game)).toBe(1)
    for (const game of others.slice(0, 8)) expect(answers(game).size, gameOf(game)).toBeGreaterThan(1)
  })
})
