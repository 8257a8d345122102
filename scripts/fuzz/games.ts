import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { game } from '../../packages/compiler/src/testing/games.ts'
import { program } from '../../packages/parser/src/testing/programs.ts'

/** A game that uses what no example does, every kind and field of the language among it. */
const everything = `
game everything "All at once"
param churn = 0.10 USD in 0 USD .. 1 USD
let wait = 4 s ± 1 s // how long
rate EUR = 1.08 USD
task easy { weight: 70% }
task hard { weight: 30% }
verifier tests { passes: 98%, catches: 80%, latency: 1 s, cost: 0.001 EUR }
/// Answers at once.
model quick { success.easy: [62%, 70%], success.hard: 10 of 40, latency: wait, cost: 0.002 USD }
model careful { success: beta(80, 20), latency: lognormal(30 s, 0.5), cost: 0.03 USD }
model safe = verified(quick, by: tests, else: careful)
model sure = retry(parallel_pair, 2) { price: 0.01 USD }
model parallel_pair = parallel(quick, careful)
model copy = careful { cost: max(0.01 USD, 2 * churn ^ 1) / (1 + exp(-1)) /* odd */ }
menu tiers = free(quick, careful, safe) { escalation.quick.careful: 0.1 .. 0.5, start: quick }
user one { weight: 1, value: uniform(0.2 USD, 0.8 USD), patience: 40 USD/h, sees: attempts, outside: 0.1 USD }
user two { weight: 2, value: uncertain(0.5 USD ± 0.1 USD), patience: 40 USD/h, rationality: 8 / (1 USD) }
provider acme { offers: tiers, penalty: churn, throttle: 60 s, routing: hidden, ties: weak }
assert one.gap <= 0.05 USD "too much"
assert not throttling.pays and quick.cost in 0 USD .. 1 USD or route.start == quick
sweep grid { churn: [0 USD, 1 USD], two.patience: geometric(1 USD/h, 100 USD/h, 5) }
`

const importing = `import { large } from "./library.game"\nimport "./library.game"\n`

/** The file that the others import. */
export const library = `rate GBP = 1.3 USD
let factor = 2
model large { success: 95%, latency: factor * 30 s, cost: 0.1 GBP }
model larger = retry(large, 2)
`

/**
 * The texts to mutate: a game of everything, with and without imports, the examples, games that the property tests
 * generate, and their programs of odd layout that mean nothing.
 */
export function gamesIn(folder: string, seed: number): readonly string[] {
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.game'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return [
    everything,
    importing + everything.replace('free(quick,', 'free(large,'),
    ...examples,
    ...fc.sample(game, { numRuns: 20, seed }),
    ...fc.sample(program, { numRuns: 10, seed }),
  ]
}

/** What mutations put in: names of prototypes, characters that are none, deep nesting, numbers beyond all measure. */
export const scraps: readonly string[] = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '\ud800', '\udc00', '\u202e', '\u2028', '\ufeff',
  '\u001b[31m', 'é', 'e\u0301', '😀', '\r', '\t', '\f', '{', '}', '(', ')', '[', ']', '"', "'", '/*', '*/', '//', '///',
  '#', '±', '+/-', 'of', 'in', 'not', 'and', '^', '-', '/', '%', '1e400', '1e-400', '1e999', '0', '-1', '.5', '1,000',
  '0 USD', '9'.repeat(400), `1${'0'.repeat(5000)}`, '1e400 * 1e400', '2 ^ 2 ^ 2 ^ 9', '0 / 0', 'sqrt(-1)', 'log(0)', 'exp(1000)',
  ' ', '\n', '..', '=', ':', ',', ';', '.', 'uncertain(', 'free(', 'cascade(', 'verified(', 'uniform(1, 0)', '0 of 0', '5 of 3',
  '100 USD', '3 s', 'EUR', 'sec', 'import', 'import "./library.game"', 'import "../../etc/passwd"', 'import "./assistant.game"',
  'task', 'task __proto__ {}', 'let a = b', 'param x = x', '@', '~', '#2', '\\u{110000}', 'route', 'regime', 'large',
  '('.repeat(150), '('.repeat(250), `${'('.repeat(190)}1${')'.repeat(190)}`, '['.repeat(250), '{'.repeat(250), '-'.repeat(1200),
  'not '.repeat(1200), `1${'+1'.repeat(1200)}`, `1${'^1'.repeat(1200)}`, 'a.'.repeat(1200), 'max('.repeat(190),
] // prettier-ignore
