import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SolutionDocument } from '@plumbline/game'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumb, type Outcome } from '../packages/cli/src/testing/plumb.ts'
import { filesBelow, root } from './repository.ts'

// As a user uses them: from a folder outside of this repository, through the command line.
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumb-extensions-'))
  cpSync(join(root, 'examples/extensions'), folder, { recursive: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: readonly string[]): Promise<Outcome> => plumb({ folder }, ...words)
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text)
}
async function solved(name: string, ...words: readonly string[]): Promise<SolutionDocument> {
  const { status, out, err } = await run('solve', name, '--json', '--config', 'plumb.config.ts', ...words)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as SolutionDocument
}

const [value, patience, churn, cap] = [0.34, 40 / 3600, 0.1, 2]
const first = { p: 0.25, t: 8, c: 0.002 }
const better = { p: 0.85, t: 25, c: 0.03 }

/** The worth of a task to its user and its cost, at a coin and a probability to go on, by recursion over escalations. */
function outcomes(coin: number, stay: number): { readonly utility: number; readonly cost: number } {
  const total = (attempt: (model: typeof first) => number): number => {
    const [own, other] = [attempt(first), attempt(better)]
    let atFirst = own / (1 - (1 - first.p) * stay)
    let atBetter = other + (1 - better.p) * stay * atFirst
    for (let count = cap - 1; count >= 0; count--) {
      const next = atBetter
      atFirst = (own + (1 - first.p) * stay * coin * next) / (1 - (1 - first.p) * stay * (1 - coin))
      atBetter = other + (1 - better.p) * stay * (coin * next + (1 - coin) * atFirst)
    }
    return atFirst
  }
  return {
    utility: total(({ p, t }) => p * value - patience * t),
    cost: total(({ p, c }) => c + (1 - p) * (1 - stay) * churn),
  }
}

describe('probation', () => {
  it('is solved as a search over coins and replies solves it', async () => {
    // Her best reply may lie just below certainty, so that is where the search is fine.
    const nearOne = [2, 3, 4, 5, 6, 7].flatMap((power) => [1, 2, 5].map((each) => 1 - each / 10 ** power))
    const replies = [...Array.from({ length: 51 }, (_, index) => index / 50), ...nearOne]
    const grid = (from: number, step: number, count: number): readonly number[] =>
      Array.from({ length: count }, (_, index) => from + step * index)
    const coins = [...grid(0, 0.01, 91), ...grid(0.25, 0.0002, 201)]
    const costs = coins.map((coin) => {
      const all = replies.map((stay) => outcomes(coin, stay))
      const best = Math.max(...all.map(({ utility }) => utility))
      return Math.min(...all.filter(({ utility }) => utility >= best - 1e-13).map(({ cost }) => cost))
    })
    const { provider, certificate, route } = await solved('probation.game')
    const least = Math.min(...costs)
    expect(route?.start).toBe('quick')
    expect(provider.cost).toBeLessThanOrEqual(least + 1e-5)
    expect(provider.cost).toBeGreaterThan(least - 1e-5)
    expect(certificate.lower).toBeLessThanOrEqual(least)
    const coin = route?.variables?.['coin'] ?? Number.NaN
    expect(Object.keys(route?.variables ?? {})).toEqual(['coin'])
    expect(route?.transitions['quick']).toEqual({ 'careful, after 1 escalation': coin, quick: 1 - coin })
    expect(Math.abs(outcomes(coin, 1).cost - provider.cost)).toBeLessThan(1e-12)
  })

  it('is told by the name of its own variable', async () => {
    const { status, out } = await run('solve', 'probation.game', '--config', 'plumb.config.ts')
    expect(status).toBe(0)
    expect(out).toContain('starts every task at Instant and\nsets coin to 26.9%.')
    expect(out).toContain('A. Instant, coin')
    expect(out).toContain('Thinking, after 1 escalation')
    expect(out).not.toContain('careful')
  })

  it('has a column of its own in a sweep', async () => {
    const axis = ['--axis', 'churn=linear(0.10 USD, 0.20 USD, 2)']
    const config = ['--config', 'plumb.config.ts', '--quiet']
    const { status } = await run('sweep', 'probation.game', ...axis, '-o', 'coins.csv', ...config)
    expect(status).toBe(0)
    const [head = ''] = readFileSync(join(folder, 'coins.csv'), 'utf8').split('\n')
    expect(head).toContain('route.coin,')
    expect(head).not.toContain('route.escalation')
  })

  it.each([
    ['route.coin in 0.26 .. 0.28', 0, 'assert'],
    ['route.coin > 0.3', 1, '0.26'],
    ['route.coni > 0.3', 1, "did you mean 'route.coin'?"],
    ['route.escalation > 0.3', 1, 'route.coin'],
  ])('assert %s', async (condition, status, said) => {
    const text = readFileSync(join(folder, 'probation.game'), 'utf8')
    write('asserted.game', text.replace('route.coin in 0.26 .. 0.28', condition))
    const found = await run('check', 'asserted.game', '--config', 'plumb.config.ts')
    expect(found.status).toBe(status)
    expect(found.out).toContain(said)
  })

  it.each([
    ['probation(quick, careful)', "'cap' is missing"],
    ['probation(quick, careful, cpa: 2)', "'cpa' is none of them"],
    ['probation(quick, careful, cap: 0)', 'a whole number from 1 to 20'],
    ['probation(quick, quick, cap: 2)', "'quick' is in this menu twice"],
    ['probaton(quick, careful, cap: 2)', "did you mean 'probation'?"],
  ])('%s is a diagnostic', async (form, said) => {
    const text = readFileSync(join(folder, 'probation.game'), 'utf8')
    write('wrong.game', text.replace('probation(quick, careful, cap: 2)', form))
    const { status, out } = await run('check', 'wrong.game', '--config', 'plumb.config.ts')
    expect(status).toBe(1)
    expect(out).toContain(said)
  })
})

// Numbers by hand. An attempt of the drafted model: 1 + 0.6 tokens a run, (2 s + 10 s)/1.6 and (0.001 + 2 · 0.01)/1.6 USD.
// Of the large one an attempt is worth 0.6 · 0.2 - 0.015 · 10 = -0.03 USD: the reader would leave, which costs 0.01 + 0.4 · 0.1.
// Drafted it is worth 0.0075 USD: the reader stays, for 0.013125/0.6 USD, and has 0.0075/0.6.
it('speculative is solved as by hand', async () => {
  const { models, provider, users, route } = await solved('speculative.game')
  const fast = models.find(({ name }) => name === 'fast')
  expect(fast).toMatchObject({ success: 0.6, latency: 7.5, cost: 0.013125 })
  expect(route?.start).toBe('fast')
  expect(provider.cost).toBeCloseTo(0.021875, 12)
  expect(users[0]?.utility).toBeCloseTo(0.0125, 12)
  expect(users[0]?.gap).toBe(0)
})

// At a load of 80% an attempt takes 4/0.2 = 20 s, worth 0.5 · 0.5 - 0.01 · 20 = 0.05 USD: the caller stays, for 0.01/0.5 USD.
// At 90% it takes 40 s, worth -0.15 USD: she would leave, which costs 0.01 + 0.5 · 0.1; the reserved one costs 0.02/0.5.
it('queued is solved as by hand', async () => {
  const busy = await solved('queued.game')
  expect(busy.route?.start).toBe('shared')
  expect(busy.provider.cost).toBeCloseTo(0.02, 12)
  expect(busy.users[0]?.latency).toBeCloseTo(40, 12)
  expect(busy.users[0]?.gap).toBeCloseTo(0.3, 12)
  const busier = await solved('queued.game', '--set', 'load=90%')
  expect(busier.route?.start).toBe('reserved')
  expect(busier.provider.cost).toBeCloseTo(0.04, 12)
  expect(busier.users[0]?.gap).toBe(0)
})

describe('plumb explain', () => {
  it.each([
    ['probation', ['probation, a form of menu:', 'cap:', 'a whole number from 1 to 20', 'coin:']],
    ['coin', ['coin, a field of probation:', '0 .. 1']],
    ['speculative', ['speculative, a combinator of models:', 'check:', '1 where it is left out']],
    ['queued', ['queued, a function:', 'queued(4 s, 80%)', 'a plain number']],
  ])('knows %s', async (word, said) => {
    const { status, out } = await run('explain', word, '--config', 'plumb.config.ts')
    expect(status).toBe(0)
    for (const each of said) expect(out).toContain(each)
    expect((await run('explain', word)).status).toBe(2)
  })
})

describe('docs/extending.md', () => {
  const page = readFileSync(join(root, 'docs/extending.md'), 'utf8')
  it.each(['plumb.config.ts', 'probation.ts', 'probation.game', 'speculative.ts', 'queued.ts'])(
    'has %s as it is',
    (name) => {
      const text = readFileSync(join(root, 'examples/extensions', name), 'utf8')
      expect(page).toContain(`\n${text}\`\`\`\n`)
    },
  )
})

describe('a broken configuration', () => {
  const define = (row: string): string => `import { always, defineMenu } from '@plumbline/compiler'
const odd = defineMenu({ name: 'odd', doc: 'odd', example: 'menu m = odd(a)', fields: [],
  parameters: [{ name: 'model', is: 'model', doc: 'a model' }],
  chain: ({ model }) => ({ states: [{ name: model.name, model: model.index }], starts: [0], chooser: 'provider',
    variables: [], transitions: [[${row}]] }) })
export default { vocabulary: [odd] }
`
  it.each([
    ['export default {', 'broken.config.ts:1:'],
    ["throw new Error('why')", 'broken.config.ts:1:7: the configuration throws Error: why'],
    ['export const vocabulary = []', 'has no default export'],
    ['export default { vocabluary: [] }', "did you mean 'vocabulary'?"],
    ['export default { vocabulary: [3] }', 'this is no definition'],
    [
      define('always(0)').replace("name: 'odd'", "name: 'cascade'"),
      "'cascade' is a form of menu of the language",
    ],
    [define('always(0)').replace("name: 'odd'", "name: 'USD'"), "'USD' is a unit"],
    [define('always(7)'), 'a transition to no state'],
    [
      define("{ to: 0, constant: { op: 'number', value: '1/2' }, terms: [] }"),
      "broken.config.ts:2:13: menu 'odd': its example does not compile",
    ],
  ])('%j is told with its place', async (text, said) => {
    write('broken.config.ts', text)
    const { status, err } = await run('check', 'probation.game', '--config', 'broken.config.ts')
    expect(status).toBe(2)
    expect(err).toContain(said)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('that is not there is told', async () => {
    const { status, err } = await run('check', 'probation.game', '--config', 'none.ts')
    expect({ status, err }).toEqual({ status: 2, err: 'plumb: there is no configuration none.ts\n' })
  })
})

/** What a list between braces names: `a, type B`. */
function wordsOf(list: string): readonly string[] {
  return list.split(',').flatMap((item) => item.trim().replace(/^type /, '') || [])
}

describe('the words of the language', () => {
  const places = ['menus', 'combinators', 'functions'].map(
    (name) => `packages/compiler/src/vocabulary/${name}`,
  )
  const files = places.flatMap((place) => filesBelow(place)).filter((path) => !path.endsWith('.test.ts'))

  it.each(files)('%s imports only what @plumbline/compiler exports', async (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const index = readFileSync(join(root, 'packages/compiler/src/index.ts'), 'utf8')
    const define = readFileSync(join(root, 'packages/compiler/src/vocabulary/define.ts'), 'utf8')
    const offered = new Set([
      ...Object.keys(await import('@plumbline/compiler')),
      ...[...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) => wordsOf(names)),
      ...Array.from(define.matchAll(/^export (?:interface|type) (\w+)/gm), ([, name = '']) => name),
    ])
    expect(text.match(/^import (?!(?:type )?\{)|\bimport\(|\brequire\(/gm)).toBeNull()
    for (const [, names = ''] of text.matchAll(/^import (?:type )?\{([^}]*)\}/gm)) {
      const imported = wordsOf(names)
      expect(imported.filter((name) => !offered.has(name))).toEqual([])
    }
  })
})
