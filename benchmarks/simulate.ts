// How many tasks a second a core plays, against how many random numbers it draws.
//
//   npm run bench:simulate          about half a minute
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@plumbline/compiler'
import { prepareSimulation } from '@plumbline/solver'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

const root = join(import.meta.dirname, '..')
const tasks = 2_000_000

/** Seconds of processor time, the best of three. */
function best(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1e6
  })
  return Math.min(...times)
}

const generator = xoroshiro128plus(1)
let bits = 0
const draws = 50_000_000
const drawing = best(() => {
  for (let draw = 0; draw < draws; draw += 1) bits ^= generator.next()
})
const perDraw = drawing / draws
console.log(`one random number: ${(perDraw * 1e9).toFixed(1)} ns (${bits === 0 ? 'none' : 'some'} set)\n`)
console.log('| game | attempts a task | million tasks a second | ns an attempt | as many random numbers |')
console.log('| --- | --- | --- | --- | --- |')
for (const name of ['assistant', 'gpt-4.1-to-o3', 'haiku-to-opus', 'many-kinds-of-people']) {
  const file = `examples/${name}.game`
  const { instance } = compile({ name: file, text: readFileSync(join(root, file), 'utf8') })
  const prepared = instance === null ? null : prepareSimulation(instance)
  if (instance === null || prepared?.ok !== true) throw new Error(file)
  const { simulation } = prepared
  const size = { tasks, seed: 1 }
  const seconds = best(() => {
    for (const block of simulation.blocks(size)) bits ^= block.tally.cutOff
  })
  const tallies = [...simulation.blocks(size)].map(({ tally }) => tally)
  const { quantities } = simulation.document(size, tallies, 0)
  const seen = quantities.filter((quantity) => quantity.name.endsWith('.attempts'))
  const attempts = seen.reduce((sum, { simulated }) => sum + (simulated ?? 0), 0) / seen.length
  const perAttempt = seconds / tasks / attempts
  console.log(
    `| ${file} | ${attempts.toFixed(2)} | ${(tasks / seconds / 1e6).toFixed(1)} | ${(perAttempt * 1e9).toFixed(0)} | ${(perAttempt / perDraw).toFixed(1)} |`,
  )
}
