// How long the search takes to enclose the provider's least cost over random games, to one part in a million.
//
//   npm run bench:search          a few minutes
import { exact, type Exact, type Game } from '@plumbline/game'
import { optimum } from '../packages/solver/src/general/optimum.ts'
import { pose } from '../packages/solver/src/general/posed.ts'
import { solveGeneral } from '../packages/solver/src/general/solve-general.ts'
import { menuGame, type Form } from '../packages/solver/src/general/testing/random-menus.ts'
import { searchLimits } from '../packages/solver/src/search/limits.ts'

/** A repeatable stream of numbers in (0, 1). */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
}

/** Hundredths, all uniform; or with success and cost rising along the menu, and attempts worth more than nothing with some models only. */
function games(form: Form, models: number, count: number, mixed: boolean): readonly Game<Exact>[] {
  const next = stream(models + (mixed ? 100 : 0))
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const each = (make: () => number): readonly number[] => Array.from({ length: models }, make)
  const ascending = (list: readonly number[]): readonly number[] => list.toSorted((a, b) => a - b)
  const found: Game<Exact>[] = []
  while (found.length < count) {
    const drawn = { p: each(() => whole(2, 97)), t: each(() => whole(1, 99)), c: each(() => whole(1, 99)) }
    const [V, P] = [whole(20, 220), whole(10, 410)]
    const p = mixed ? ascending(drawn.p) : drawn.p
    const c = mixed ? ascending(drawn.c) : drawn.c
    const signs = new Set(p.map((success, i) => Math.sign(V * success - 100 * (drawn.t[i] ?? 0))))
    if (mixed && signs.size < 2) continue
    found.push(menuGame(exact, { form, p: [p], t: drawn.t, c, users: [{ V }], P }))
  }
  return found
}

const tolerance = 1e-6

/** Milliseconds of processor time. */
function spent(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function row(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

const units = { cost: 'USD', time: 's', utility: 's' }
row([
  'menu',
  'games',
  'target ms',
  'median ms',
  '95 % ms',
  'most ms',
  'over target',
  'not to 1e-6',
  'whole answer ms',
])
row(['---', '---', '---', '---', '---', '---', '---', '---', '---'])
for (const [name, form, models, count, target] of [
  ['cascade of three', 'cascade', 3, 200, 50],
  ['cascade of five', 'cascade', 5, 60, 5000],
  ['free menu of three', 'free', 3, 60, 5000],
] as const) {
  for (const mixed of [false, true]) {
    const drawn = games(form, models, count, mixed)
    const limits = () => searchLimits({ tolerance, nodes: 1e9, time: 10_000, now: () => performance.now() })
    // Code that was not run before is compiled first.
    for (const game of games(form, models, 12, !mixed)) optimum(pose(game), 'provider', limits())
    let open = 0
    const times = drawn.map((game) =>
      spent(() => {
        const { announcement, lower } = optimum(pose(game), 'provider', limits())
        const cost = exact.toNumber(announcement.cost)
        if (cost - lower > 1.001 * tolerance * Math.abs(cost)) open++
      }),
    )
    const whole = drawn
      .slice(0, 30)
      .map((game) => spent(() => void solveGeneral(pose(game), { units }, limits())))
    const share = (n: number): string => `${((100 * n) / count).toFixed(1)} %`
    row([
      `${name}, ${mixed ? 'sorted, mixed signs' : 'as drawn'}`,
      count,
      target,
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
      Math.max(...times).toFixed(0),
      share(times.filter((ms) => ms > target).length),
      share(open),
      quantile(whole, 0.5).toFixed(1),
    ])
  }
}
