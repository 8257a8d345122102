// What many types of users cost the solver of two-model cascades, and what few types cost in accuracy.
//
//   npm run bench:population          about a minute
import { exact, type Exact, type Game } from '@plumbline/game'
import { solveManyTypes, type PopulationOptimum } from '@plumbline/solver'
import { latticeParts } from '../packages/solver/src/population/lattice.ts'

/** A game of two models by numbers of these. */
interface Menu {
  readonly p: readonly [string, string]
  readonly c: readonly [string, string]
  readonly t: readonly [string, string]
  readonly P: string
}

/** The second model is the one that patient users want: they stay once it comes often enough. */
const waiting: Menu = { p: ['0.05', '0.4'], c: ['0.002', '0.03'], t: ['4', '8'], P: '0.08' }
/** Some want only the first model: they persist with a probability in between as escalations become more frequent. */
const fading: Menu = { p: ['0.05', '0.1'], c: ['0.02', '0.01'], t: ['0.06', '0.18'], P: '0.5' }

function gameOf({ p, c, t, P }: Menu): Game<Exact> {
  const [zero, one] = [exact.from(0), exact.from(1)]
  const model = (name: string, index: 0 | 1) => ({
    name,
    success: exact.from(p[index]),
    latency: exact.from(t[index]),
    cost: exact.from(c[index]),
    price: zero,
    later: [],
    kinds: [],
  })
  const up = (coefficient: number) => [{ variable: 0, coefficient: exact.from(coefficient) }]
  return {
    arithmetic: exact,
    tasks: [],
    models: [model('first', 0), model('second', 1)],
    chain: {
      states: [
        { name: 'first', model: 0 },
        { name: 'second', model: 1 },
      ],
      starts: [0, 1],
      chooser: 'provider',
      variables: [{ name: 'first', state: 0, low: zero, high: one }],
      transitions: [
        [
          { to: 0, constant: one, terms: up(-1) },
          { to: 1, constant: zero, terms: up(1) },
        ],
        [{ to: 1, constant: one, terms: [] }],
      ],
    },
    users: [
      {
        name: 'user',
        weight: one,
        value: one,
        patience: one,
        outside: null,
        sees: 'nothing',
        rationality: null,
      },
    ],
    provider: { penalty: exact.from(P), throttle: null, routing: 'announced', ties: 'strong' },
  }
}

/** A repeatable stream of numbers in (0, 1). */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
}

interface People {
  readonly value: Float64Array
  readonly patience: Float64Array
}

/** Values spread around 1, a solved task being worth `e^±2·spread` at the ends; patience around `patience`. */
function people(count: number, spread: number, patience: number): People {
  const next = stream(1)
  const bell = (): number => next() + next() + next() + next() - 2
  return {
    value: Float64Array.from({ length: count }, () => Math.exp(spread * bell())),
    patience: Float64Array.from({ length: count }, () => patience * (1 + next())),
  }
}

function solved(menu: Menu, types: People, tolerance: number): PopulationOptimum<Exact> {
  const optimum = solveManyTypes(gameOf(menu), types, { tolerance })
  if (optimum === null) throw new TypeError('a cascade of two models')
  return optimum
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

function row(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

const sizes = [10_000, 100_000, 1_000_000]
for (const [name, menu, spread, patience] of [
  ['stay or leave', waiting, 1.4, 0.025],
  ['replies in between', fading, 0.1, 0.5],
] as const) {
  console.log(`\n${name}`)
  row(['types', 'ms', 'against a tenth', 'n log n', 'start', 'escalation', 'method'])
  solved(menu, people(10_000, spread, patience), 1e-6)
  let before: number | null = null
  for (const count of sizes) {
    const types = people(count, spread, patience)
    const results = Array.from({ length: 5 }, () => {
      const start = performance.now()
      const optimum = solved(menu, types, 1e-6)
      return { ms: performance.now() - start, optimum }
    })
    const ms = median(results.map((result) => result.ms))
    const optimum = results[0]?.optimum
    if (optimum === undefined) continue
    row([
      count.toLocaleString('en'),
      ms.toFixed(0),
      before === null ? '' : (ms / before).toFixed(1),
      before === null ? '' : ((10 * Math.log(count)) / Math.log(count / 10)).toFixed(1),
      optimum.start + 1,
      exact.toNumber(optimum.escalation).toFixed(4),
      optimum.method,
    ])
    before = ms
  }
}

/** Means of equally large parts of numbers, ascending. */
function partMeans(numbers: Float64Array, count: number): readonly number[] {
  const sorted = numbers.toSorted()
  const size = sorted.length / count
  return Array.from({ length: count }, (_, part) => {
    const own = sorted.subarray(Math.round(part * size), Math.round((part + 1) * size))
    return own.reduce((sum, x) => sum + x, 0) / own.length
  })
}

/** People told apart by means of parts, as `solve` makes them: by value alone, or by value and patience. */
function fewTypes(all: People, count: number, dimensions: 1 | 2): People {
  const [first = [], second] = latticeParts(count, dimensions)
  const [value, patience] = [partMeans(all.value, count), partMeans(all.patience, count)]
  const mean = partMeans(all.patience, 1)[0] ?? 0
  return {
    value: Float64Array.from(first, (part) => value[part] ?? 0),
    patience: Float64Array.from(first, (_, i) =>
      second === undefined ? mean : (patience[second[i] ?? 0] ?? 0),
    ),
  }
}

console.log('\nhow far the cost of few types is from that of 65,536')
row(['types', 'stay or leave: value', 'value, patience', 'replies in between: value', 'value, patience'])
const cases = [
  [waiting, people(2 ** 18, 1.4, 0.025), 1],
  [waiting, people(2 ** 18, 1.4, 0.025), 2],
  [fading, people(2 ** 18, 0.1, 0.5), 1],
  [fading, people(2 ** 18, 0.1, 0.5), 2],
] as const
const costOf = (menu: Menu, types: People): number => exact.toNumber(solved(menu, types, 1e-6).cost)
const fine = cases.map(([menu, all, dimensions]) => costOf(menu, fewTypes(all, 65_536, dimensions)))
for (const count of [16, 64, 256, 1024, 4096]) {
  const cells = cases.map(([menu, all, dimensions], index) => {
    const off = costOf(menu, fewTypes(all, count, dimensions)) / (fine[index] ?? 1) - 1
    return `${(100 * off).toFixed(2)} %`
  })
  row([count.toLocaleString('en'), ...cells])
}
