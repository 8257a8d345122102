import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulationDocument } from '@plumbline/solver'
import { afterAll, describe, expect, it } from 'vitest'
import { firstGame } from './actions/first-game.ts'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)
writeFileSync(join(folder, 'a.game'), firstGame)
const here = { folder }

describe('plumb simulate', () => {
  it('says that what it plays agrees with the solution, and how rarely a right one would not', async () => {
    const { status, out, err } = await plumb(here, 'simulate', 'a.game', '--tasks', '20_000', '--seed', '3')
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/: 20,000 tasks, seed 3\n/)
    expect(out).toMatch(/customer\.success +1 +1 +0\.99982 to 1 {2}agrees\n/)
    expect(out.replaceAll('\n', ' ')).toContain('fewer than one run in 10,000.')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('tells single tasks so that somebody can follow them', async () => {
    const { out } = await plumb(here, 'simulate', 'a.game', '--tasks', '10', '--trace', '2')
    expect(out).toMatch(
      /^Task 1: .+\.\n {2}1\. starts at quick; [\d.]+ s and [\d.]+ USD later it (works: solved|fails, and they)/,
    )
    expect(out).toMatch(
      /\n {2}In all: \d+ attempts?, [\d.]+ s of waiting; worth [-\d.]+ USD to them, and [\d.]+ USD to the provider/,
    )
    expect(out.match(/^Task/gm)).toHaveLength(2)
  })

  it('prints a document for programs, the same for the same seed', async () => {
    const simulate = (seed: string) =>
      plumb(here, 'simulate', 'a.game', '--tasks', '500', '--seed', seed, '--json')
    const [one, again, other] = [await simulate('7'), await simulate('7'), await simulate('8')]
    expect(one.out).toBe(again.out)
    expect(other.out).not.toBe(one.out)
    const document = JSON.parse(one.out) as SimulationDocument
    expect(document).toMatchObject({
      schema: 'plumbline/simulation@1',
      tasks: 500,
      seed: 7,
      level: 0.95,
      agrees: true,
    })
    expect(document.quantities.map(({ name }) => name)).toEqual([
      'customer.success',
      'customer.attempts',
      'customer.latency',
      'customer.utility',
      'desk.cost',
      'desk.serving',
      'desk.loss', // prettier-ignore
    ])
  })

  it.each([
    [['--tasks', '0'], /whole number from 1 to/],
    [['--tasks', '1e6'], /whole number from 1 to/],
    [['--seed', '-1'], /whole number from 0 to 4,294,967,295/],
  ])('answers %j', async (args, message) => {
    const { status, err } = await plumb(here, 'simulate', 'a.game', ...args)
    expect(status).toBe(2)
    expect(err).toMatch(message)
  })
})
