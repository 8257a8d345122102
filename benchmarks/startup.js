// How long `plumb` takes to answer, against Node doing nothing: medians over runs in turn, so that a busy machine
// slows all alike. `node benchmarks/startup.js [RUNS]` after `npm ci`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
const runs = Number(process.argv[2] ?? 15)
const root = join(import.meta.dirname, '..')
const plumb = join(root, 'packages/cli/bin/plumb.cjs')
const examples = join(root, 'examples')
const game = readdirSync(examples)
  .filter((name) => name.endsWith('.game'))
  .sort()[0]
if (game === undefined) throw new Error('no example to solve')

const commands = {
  'node -e 0': ['-e', '0'],
  'plumb --version': [plumb, '--version'],
  'plumb --help': [plumb, '--help'],
  'plumb explain E0214': [plumb, 'explain', 'E0214'],
  'plumb check': [plumb, 'check', join(examples, game)],
  'plumb solve': [plumb, 'solve', join(examples, game)],
  'plumb solve --json': [plumb, 'solve', '--json', join(examples, game)],
  'plumb report (html)': [plumb, 'report', join(examples, game), '-o', join(scratch, 'report.html')],
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let run = 0; run < runs; run++)
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    times[name].push(performance.now() - start)
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
  }

rmSync(scratch, { recursive: true })

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const bare = median(times['node -e 0'])
console.log(`${runs} runs in turn, medians; Node ${process.version}; ${game}\n`)
for (const [name, values] of Object.entries(times))
  console.log(
    `${name.padEnd(22)} ${median(values).toFixed(0).padStart(5)} ms  ${(median(values) / bare).toFixed(2).padStart(5)} x`,
  )

const dist = join(root, 'packages/cli/dist/bundle')
const chunks = readdirSync(dist)
  .filter((name) => !name.endsWith('.txt'))
  .map((name) => [name, statSync(join(dist, name)).size])
console.log('\nbundle')
for (const [name, size] of chunks.toSorted((a, b) => b[1] - a[1]))
  console.log(`${name.padEnd(28)} ${(size / 1024).toFixed(0).padStart(6)} KiB`)
