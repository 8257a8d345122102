// A long sweep to CSV: the most memory that it takes, and whether one that is killed in the middle and resumed gives the same file.
//
//   npm run bench:long-sweep -- 10000000 1      how many rows (a multiple of 1000) and threads; needs the bundle that `npm ci` leaves
import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [rows = 100_000, threads = 1] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '..')
const plumb = join(root, 'packages', 'cli', 'bin', 'plumb.cjs')
const folder = mkdtempSync(join(tmpdir(), 'plumb-'))

interface Run {
  /** Most memory of the process, in MB. */
  readonly memory: number
  readonly seconds: number
}

/** Most memory of a process so far, in MB, where the system tells. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? NaN) / 1024
  } catch {
    return NaN
  }
}

/** Bytes of all that is in the folder for an output, its draft included. */
function written(output: string): number {
  return readdirSync(folder)
    .filter((name) => name.includes(output))
    .reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}

/** Sweeps; kills the process, without a chance to tidy up, once so many bytes are written. */
async function sweep(output: string, more: readonly string[], until: number): Promise<Run> {
  const args = [plumb, 'sweep', join(root, 'examples/assistant.game'), '--axis', 'churn=linear(0 USD, 1 USD, 1000)', '--axis', `customer.value=linear(0.01 USD, 2 USD, ${String(rows / 1000)})`, '--threads', String(threads), '-o', join(folder, output), ...more] // prettier-ignore
  const begun = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid) || 0)
    if (written(output) >= until) child.kill('SIGKILL')
  }, 100)
  await new Promise((done) => child.once('exit', done))
  clearInterval(watch)
  return { memory, seconds: (performance.now() - begun) / 1000 }
}

/** Whether two files are the same, byte by byte. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [left, right] = [one, other].map((name) => join(folder, name)) as [string, string]
  if (statSync(left).size !== statSync(right).size) return false
  const size = 1 << 20
  const others = createReadStream(right, { highWaterMark: size })[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(left, { highWaterMark: size })) {
    let expected = chunk as Buffer
    while (expected.length > 0) {
      if (rest.length === 0) rest = ((await others.next()) as { readonly value: Buffer }).value
      const count = Math.min(rest.length, expected.length)
      if (!rest.subarray(0, count).equals(expected.subarray(0, count))) return false
      rest = rest.subarray(count)
      expected = expected.subarray(count)
    }
  }
  return true
}

const whole = await sweep('whole.csv', [], Infinity)
const bytes = statSync(join(folder, 'whole.csv')).size
const killed = await sweep('killed.csv', [], bytes / 2)
const resumed = await sweep('killed.csv', ['--resume'], Infinity)
const same = await isSame('whole.csv', 'killed.csv')
const megabytes = Math.max(whole.memory, killed.memory, resumed.memory).toFixed(0)
console.log(
  `${rows.toLocaleString('en')} rows, ${String(threads)} thread(s): ${whole.seconds.toFixed(0)} s, at most ${megabytes} MB; ` +
    `killed half-way and resumed: ${same ? 'the same file' : 'ANOTHER FILE'}`,
)
rmSync(folder, { recursive: true })
if (!same) process.exitCode = 1
