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
async function solved(name: string): Promise<SolutionDocument> {
  const { status, out, err } = await run('solve', name, '--json', '--config', 'plumb.config.ts')
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

describe('the words of the language', () => {
  const places = ['menus', 'combinators', 'functions'].map(
    (name) => `packages/compiler/src/vocabulary/${name}`,
  )
  const files = places.flatMap((place) => filesBelow(place)).filter((path) => !path.endsWith('.test.ts'))

  it.each(files)('%s imports only what @plumbline/compiler exports', async (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const types = readFileSync(join(root, 'packages/compiler/src/index.ts'), 'utf8')
    const define = readFileSync(join(root, 'packages/compiler/src/vocabulary/define.ts'), 'utf8')
    const offered = new Set<string>([
      ...Object.keys(await import('@plumbline/compiler')),
      ...Array.from(types.matchAll(/\w+/g), ([word]) => word),
      ...Array.from(define.matchAll(/^export (?:interface|type) (\w+)/gm), ([, name = '']) => name),
    ])
    for (const [, names = ''] of text.matchAll(/^import (?:type )?\{([^}]*)\}/gm)) {
      const imported = names
        .split(',')
        .map((name) => name.replace(/\btype\b/, '').trim())
        .filter((name) => name !== '')
      expect(imported.filter((name) => !offered.has(name))).toEqual([])
    }
  })
})
