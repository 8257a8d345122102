import { describe, expect, it } from 'vitest'
import { sampleInstance, type SampleInstance } from '../document/testing/sample-instance.ts'
import { prepareSimulation, simulate, type SimulatedQuantity, type Simulation } from './simulate.ts'
import { isByChance, newTally, note, proportionInterval } from './tally.ts'

/** A patient user of a cascade at whose threshold the provider escalates, and one who leaves at once. */
const cascading: SampleInstance = { p: ['3/20', '4/5'], c: ['0.00055', '0.01875'], t: [8, '30.8'], V: '0.5', kappa: '1/90', P: '0.1' } // prettier-ignore
const leaving: SampleInstance = { ...cascading, P: '0.001' }

function ready(sample: SampleInstance): Simulation {
  const prepared = prepareSimulation(sampleInstance(sample))
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems))
  return prepared.simulation
}

function quantities(simulation: Simulation, tasks: number, seed: number): readonly SimulatedQuantity[] {
  const tallies = [...simulation.blocks({ tasks, seed })].map(({ tally }) => tally)
  return simulation.document({ tasks, seed }, tallies, 0).quantities
}

describe('the intervals of a simulation', () => {
  it.each([
    ['user.attempts', cascading],
    ['user.utility', cascading],
    ['provider.cost', cascading],
    ['user.success', leaving],
    ['provider.cost', leaving],
  ] as const)('hold %s in nineteen of twenty runs', (name, sample) => {
    const simulation = ready(sample)
    const runs = 400
    let held = 0
    for (let seed = 1; seed <= runs; seed += 1) {
      const found = quantities(simulation, 500, seed).find((quantity) => quantity.name === name)
      if (found?.interval === null || found?.solved === null || found === undefined) throw new Error(name)
      const [low, high] = found.interval
      if (low <= found.solved && found.solved <= high) held += 1
    }
    // 95 % of 400 are 380; fewer than 366 or more than 397 is one time in a thousand.
    expect(held).toBeGreaterThanOrEqual(366)
    expect(held).toBeLessThanOrEqual(397)
  })

  it('are no point at a share of 0 or 1', () => {
    const { low, high } = proportionInterval(0, 100)
    expect(low).toBe(0)
    expect(high).toBeCloseTo(1 - 0.025 ** (1 / 100), 12)
    expect(proportionInterval(100, 100).low).toBeCloseTo(0.025 ** (1 / 100), 12)
  })
})

describe('agreement with the solution', () => {
  it('is found in every one of many runs of right solutions', () => {
    for (const sample of [cascading, leaving]) {
      const simulation = ready(sample)
      for (let seed = 0; seed < 150; seed += 1) {
        expect(quantities(simulation, 300, seed).filter(({ agrees }) => agrees === false)).toEqual([])
      }
    }
  })

  it('is denied to what is off by more than chance', () => {
    const tally = newTally()
    for (let task = 0; task < 100_000; task += 1) note(tally, (task % 2) - 0.52)
    expect(isByChance(tally, 1)).toBe(false)
    const fair = newTally()
    for (let task = 0; task < 100_000; task += 1) note(fair, (task % 2) - 0.5)
    expect(isByChance(fair, 1)).toBe(true)
  })
})

describe('a simulation', () => {
  it('is the same for the same seed, whoever plays which block', () => {
    const simulation = ready(cascading)
    const size = { tasks: 150_000, seed: 9 }
    const together = [...simulation.blocks(size)]
    const [even, odd] = [[...simulation.blocks(size, 0, 2)], [...simulation.blocks(size, 1, 2)]]
    expect(together).toHaveLength(3)
    expect([...even, ...odd].toSorted((a, b) => a.block - b.block)).toEqual(together)
    expect([...simulation.blocks({ ...size, seed: 10 })]).not.toEqual(together)
  })

  it('tells the tasks that it plays', () => {
    const played = simulate(sampleInstance(cascading), { tasks: 3, seed: 2, trace: 3 })
    if (!played.ok) throw new Error('solved')
    const { trace = [], quantities: seen } = played.document
    expect(trace).toHaveLength(3)
    const mean = (of: (task: (typeof trace)[number]) => number) =>
      trace.reduce((sum, task) => sum + of(task), 0) / 3
    const named = (name: string) => seen.find((quantity) => quantity.name === name)?.simulated
    expect(named('user.attempts')).toBeCloseTo(
      mean(({ attempts }) => attempts.length),
      9,
    )
    expect(named('provider.cost')).toBeCloseTo(
      mean(({ cost }) => cost),
      12,
    )
    expect(named('user.utility')).toBeCloseTo(
      mean(({ utility }) => utility),
      12,
    )
    for (const { attempts, solved, latency, utility } of trace) {
      expect(attempts[0]?.model).toBe('m1')
      expect(attempts.at(-1)?.then).toBe(solved ? 'solved' : 'leaves')
      expect(utility).toBeCloseTo((solved ? 0.5 : 0) - latency / 90, 12)
    }
  })
})
