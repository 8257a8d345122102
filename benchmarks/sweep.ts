// What a sweep costs a point, against solving the game anew at each, and how much memory it takes.
//
//   npm run bench:sweep          about a minute; needs the bundle that `npm ci` leaves
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, compileAxes } from '@plumbline/compiler'
import type { GameInstance } from '@plumbline/game'
import { solve, sweepTable, type SweepTable } from '@plumbline/solver'

const root = join(import.meta.dirname, '..')
const plumb = join(root, 'packages', 'cli', 'bin', 'plumb.cjs')

function instanceOf(example: string): GameInstance {
  const { instance } = compile({ name: example, text: readFileSync(join(root, example), 'utf8') })
  if (instance === null) throw new Error(`${example} does not compile`)
  return instance
}

function tableOf(
  instance: GameInstance,
  axes: readonly (readonly [path: string, range: string])[],
): SweepTable {
  const { axes: compiled } = compileAxes(
    instance,
    axes.map(([path, range]) => ({ path, range })),
  )
  const result = sweepTable(instance, { axes: compiled })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.table
}

/** Seconds of processor time of this process, its garbage collector included. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const examples = [
  ['examples/assistant.game', 'customer.value', 'linear(0.01 USD, 2 USD, 101)'],
  ['examples/gpt-4.1-to-o3.game', 'developer.value', 'linear(5 s, 300 s, 101)'],
] as const

console.log('101 × 101 points of a two-model cascade, all columns, one thread\n')
console.log('| game | first sweep s | again s | µs a point | `solve` µs a point | times as fast |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const [example, path, range] of examples) {
  const instance = instanceOf(example)
  const all = (): void => {
    const table = tableOf(instance, [['churn', '0 USD .. 1 USD'], [path, range]]) // prettier-ignore
    for (let row = 0; row < table.count; row += 1) table.row(row)
  }
  const [first, again] = [processorTime(all), processorTime(all)]
  const table = tableOf(instance, [['churn', '0 USD .. 1 USD'], [path, range]]) // prettier-ignore
  const few = 150
  const alone = processorTime(() => {
    for (let point = 0; point < few; point += 1) {
      const at = Math.floor((point * table.count) / few)
      const values = table.axes.map(({ axis, valueAt }, index) => {
        const place = index === 0 ? Math.floor(at / 101) : at % 101
        return [axis.target, valueAt(place).expression] as const
      })
      solve(instance, new Map(values))
    }
  })
  const [point, whole] = [(again / table.count) * 1e6, (alone / few) * 1e6]
  console.log(
    `| ${example} | ${first.toFixed(2)} | ${again.toFixed(2)} | ${point.toFixed(0)} | ${whole.toFixed(0)} | ${(whole / point).toFixed(0)} |`,
  )
}

console.log('\nMost memory of the process, rows of 24 columns to CSV, one thread and two\n')
console.log('| rows | MB, one thread | MB, two |')
console.log('| --- | --- | --- |')
const folder = mkdtempSync(join(tmpdir(), 'plumb-'))
const report = 'process.on("exit", () => process.stderr.write("rss " + process.resourceUsage().maxRSS))'
for (const rows of [5_000, 20_000, 80_000]) {
  const megabytes = ['1', '2'].map((threads) => {
    const args = ['sweep', join(root, 'examples/assistant.game'), '--axis', 'churn=linear(0 USD, 1 USD, 50)', '--axis', `customer.value=linear(0.01 USD, 2 USD, ${String(rows / 50)})`, '--threads', threads, '-o', join(folder, 'rows.csv')] // prettier-ignore
    const script = `${report}; process.argv.splice(1, 0, ${JSON.stringify(plumb)}); require(${JSON.stringify(plumb)})`
    const { stderr } = spawnSync(process.execPath, ['-e', script, ...args], { encoding: 'utf8' })
    return (Number(/rss (\d+)/.exec(stderr)?.[1] ?? NaN) / 1024).toFixed(0)
  })
  console.log(`| ${rows.toLocaleString('en')} | ${megabytes.join(' | ')} |`)
}
rmSync(folder, { recursive: true })
