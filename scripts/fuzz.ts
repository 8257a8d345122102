import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, exampleFiles, mendFile, renderText } from '@plumbline/compiler'
import { format } from '@plumbline/parser'
import { solve } from '@plumbline/solver'

// Mutates the example games and checks that no mutation crashes the parser, the compiler, the formatter, the fixes or
// the solver, that nothing prints NaN, and that a file that compiles gives the same game after it is laid out.
//
//   npm run fuzz -- 100000 1        how many mutations, and the seed

const root = join(import.meta.dirname, '..')
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const folder = join(root, 'examples')
const everything = `
param churn = 0.10 USD in 0 USD .. 1 USD
let wait = 4 s ± 1 s // how long
task easy { weight: 70% }
task hard { weight: 30% }
verifier tests { passes: 98%, catches: 80%, latency: 1 s }
model quick { success.easy: [62%, 70%], success.hard: 10 of 40, latency: wait, cost: 0.002 USD }
model careful { success: beta(80, 20), latency: lognormal(30 s, 0.5), cost: 0.03 USD }
model safe = verified(quick, by: tests, else: careful)
model sure = retry(parallel_pair, 2) { price: 0.01 USD }
model parallel_pair = parallel(quick, careful)
menu tiers = free(quick, careful, safe) { escalation.quick.careful: 0.1 .. 0.5 }
user one { weight: 1, value: uniform(0.2 USD, 0.8 USD), patience: 40 USD/h, sees: attempts, outside: 0.1 USD }
user two { weight: 2, value: uncertain(0.5 USD ± 0.1 USD), patience: 40 USD/h, rationality: 8 / (1 USD) }
provider acme { offers: tiers, penalty: churn, throttle: 60 s, routing: hidden, ties: weak }
assert one.gap <= 0.05 USD "too much"
sweep grid { churn: [0 USD, 1 USD], two.patience: geometric(1 USD/h, 100 USD/h, 5) }
`
const imports = `import { large } from "./library.game"\nimport "./library.game"\n`
const texts = [
  everything,
  imports + everything,
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.game'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
]
const odd = [
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  'é',
  '{',
  '}',
  '(',
  ')',
  '"',
  '/*',
  '///',
  '±',
  'of',
  '1e999',
  '1e-999',
  '0',
  '-1',
  '9'.repeat(400),
  ' ',
  '\n',
  '..',
  '=',
  ':',
  'uncertain(',
  'free(',
  '100 USD',
  'import',
  'task',
  '@',
  '~',
  '#2',
]

/** Numbers in [0, 1) from a seed (mulberry32). */
function generator(state: number): () => number {
  let a = state >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const random = generator(seed)
const below = (n: number): number => Math.floor(random() * n)
const pick = <T>(list: readonly T[]): T => {
  const found = list[below(list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

function mutate(text: string): string {
  const words = text.match(/\w+|\s+|[^\w\s]/gu) ?? []
  const at = below(words.length)
  switch (below(7)) {
    case 0:
      return [...words.slice(0, at), ...words.slice(at + 1)].join('')
    case 1:
      return [...words.slice(0, at), words[at] ?? '', ...words.slice(at)].join('')
    case 2:
      return [...words.slice(0, at), pick(words), ...words.slice(at + 1)].join('')
    case 3:
      return [...words.slice(0, at), pick(odd), ...words.slice(at)].join('')
    case 4:
      return text.slice(0, below(text.length)) + pick(texts).slice(below(200))
    case 5:
      return text.slice(0, below(text.length))
    default: {
      const line = text.split('\n')
      const from = below(line.length)
      return [...line.slice(0, from), pick(line), ...line.slice(from)].join('\n')
    }
  }
}

/** What is wrong with how a text is treated, or null. */
function fault(text: string): string | null {
  const file = { name: 'assistant.game', text }
  const resolve = exampleFiles(file)
  const { instance, diagnostics } = compile(file, { resolve })
  const said = renderText(diagnostics)
  if (/\bNaN\b/.test(said)) return `a message says NaN:\n${said}`
  const laidOut = format(file)
  if (format({ ...file, text: laidOut }) !== laidOut) return 'the layout is not its own layout'
  if (random() < 0.05) mendFile(file, (each) => compile(each, { resolve }).diagnostics)
  if (instance === null) return null
  const again = compile({ ...file, text: laidOut }, { resolve }).instance
  const withoutPlaces = (value: unknown): string =>
    JSON.stringify(value, (key, each: unknown) => (key === 'origin' ? null : each))
  if (withoutPlaces(again) !== withoutPlaces(instance)) return 'the layout is another game'
  if (random() < 0.2) {
    const solved = solve(instance)
    if (/\bNaN\b|:null,"latency"/.test(JSON.stringify(solved))) return 'a solution with a number that is none'
  }
  return null
}

let compiled = 0
for (let index = 0; index < count; index++) {
  let text = pick(texts)
  for (let times = 1 + below(3); times > 0; times--) text = mutate(text)
  const began = performance.now()
  try {
    const wrong = fault(text)
    if (wrong !== null) throw new Error(wrong)
  } catch (error) {
    console.error(`mutation ${index} of seed ${seed}: ${String(error)}\n--- the text\n${text}`)
    process.exit(1)
  }
  const took = performance.now() - began
  if (took > 5000) {
    console.error(`mutation ${index} of seed ${seed} took ${Math.round(took)} ms\n--- the text\n${text}`)
    process.exit(1)
  }
  compiled++
  if (process.stderr.isTTY && index % 500 === 0) process.stderr.write(`\r${index} of ${count}`)
}
console.log(`${compiled} mutations, none that crashed, hung or printed NaN (seed ${seed})`)
