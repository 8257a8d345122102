// Fits hidden kinds of task to tables of repeated trials, and writes them as model blocks. (tau2-bench, github.com/sierra-research/
// tau2-bench, MIT, publishes for each model the share of tasks that k fresh trials all solve, k = 1 to 4; Aider's polyglot
// leaderboard, github.com/Aider-AI/aider, Apache-2.0, what the first and the second try solve.)
//
//   npm run kinds -- TABLE.csv DOMAIN SUBMISSION SUBMISSION…
//
// TABLE has the columns submission, domain, pass_1 … pass_4 (percent), cost_usd_per_task. Three kinds are shared by all models
// named: what is hard for one is hard for all. `pass_k = Σ w p^k`; weights in steps of 1 %, successes of each model by least squares.
import { readFileSync } from 'node:fs'

const [path, domain, ...submissions] = process.argv.slice(2)
if (path === undefined || domain === undefined || submissions.length === 0)
  throw new Error('TABLE DOMAIN SUBMISSION…')

const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
const columns = head.split(',')
const rows = lines.map((line) => new Map(line.split(',').map((cell, index) => [columns[index] ?? '', cell])))

interface Measured {
  readonly name: string
  /** `m_k`: the share of tasks that k trials all solve. */
  readonly moments: readonly number[]
  readonly cost: number
}

const measured = submissions.map((name): Measured => {
  const row = rows.find((each) => each.get('submission') === name && each.get('domain') === domain)
  if (row === undefined) throw new Error(`no row ${name} in ${domain}`)
  const number = (column: string): number => Number(row.get(column))
  return {
    name,
    moments: [1, 2, 3, 4].map((k) => number(`pass_${k}`) / 100),
    cost: number('cost_usd_per_task'),
  }
})

const momentOf = (weights: readonly number[], p: readonly number[], k: number): number =>
  weights.reduce((sum, w, kind) => sum + w * (p[kind] ?? 0) ** k, 0)
const missed = (weights: readonly number[], p: readonly number[], moments: readonly number[]): number =>
  moments.reduce((sum, m, index) => sum + (momentOf(weights, p, index + 1) - m) ** 2, 0)

/** Successes by kind, easiest first, that come closest to the moments: a search that halves its steps. */
function fitted(weights: readonly number[], moments: readonly number[]): readonly number[] {
  let best: readonly number[] = [0.99, 0.6, 0.1]
  for (let step = 0.2; step > 0.0004;) {
    const tried = best.flatMap((_, kind) =>
      [-step, step].map((by) =>
        best.map((p, at) => (at === kind ? Math.min(1, Math.max(0.001, p + by)) : p)),
      ),
    )
    const next = tried
      .filter((p) => p.every((each, kind) => kind === 0 || each <= (p[kind - 1] ?? 1)))
      .reduce(
        (one, other) => (missed(weights, other, moments) < missed(weights, one, moments) ? other : one),
        best,
      )
    if (next === best) step /= 2
    else best = next
  }
  return best
}

const steps = Array.from({ length: 18 }, (_, index) => 0.05 * (index + 1))
const fits = steps
  .flatMap((easy) =>
    steps.filter((middle) => easy + middle < 0.97).map((middle) => [easy, middle, 1 - easy - middle]),
  )
  .map((weights) => {
    const successes = measured.map(({ moments }) => fitted(weights, moments))
    const error = successes.reduce(
      (sum, p, index) => sum + missed(weights, p, measured[index]?.moments ?? []),
      0,
    )
    return { weights, successes, error }
  })
const { weights, successes, error } = fits.reduce((one, other) => (other.error < one.error ? other : one))
const percent = (x: number): string => `${Number((100 * x).toFixed(1))}%`

console.log(
  `// ${domain}: root mean square error of pass^k ${Math.sqrt(error / (4 * measured.length)).toExponential(1)}`,
)
for (const [index, kind] of ['easy', 'middling', 'hard'].entries()) {
  console.log(`task ${kind} { weight: ${percent(weights[index] ?? 0)} }`)
}
for (const [index, { name, moments, cost }] of measured.entries()) {
  const [easy = 0, middling = 0, hard = 0] = successes[index] ?? []
  const again = [1, 2, 3, 4].map((k) => percent(momentOf(weights, [easy, middling, hard], k)))
  console.log(`
// ${name}: pass^1 to pass^4 ${moments.map(percent).join(', ')}; fitted ${again.join(', ')}
model ${name.replaceAll(/\W/g, '_')} {
  success.easy: ${percent(easy)}
  success.middling: ${percent(middling)}
  success.hard: ${percent(hard)}
  cost: ${cost} USD
}`)
}
