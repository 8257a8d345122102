import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SolutionDocument } from '@plumbline/game'
import { plumb, scratchFolder } from '../packages/cli/src/testing/plumb.ts'

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})

const models = `
model a { success: 50%  latency: 2 s  cost: 0.10 USD }
model b { success: 20%  latency: 9 s  cost: 0.02 USD }
`

async function run(command: string, text: string, ...more: readonly string[]) {
  writeFileSync(join(scratch.folder, 'game.game'), `game larger\n${text}`)
  return plumb({ folder: scratch.folder }, command, 'game.game', ...more)
}

async function solved(text: string): Promise<SolutionDocument> {
  const { status, out, err } = await run('solve', text, '--json')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as SolutionDocument
}

describe('games that have no formula', () => {
  it('tell how a user who sees the model answers to each that she meets', async () => {
    const { users, certificate } = await solved(`${models}
      menu m = cascade(a, b)
      user u { value: 10 s  sees: model }
      provider p { offers: m  penalty: 0.30 USD }`)
    expect(users[0]).toMatchObject({
      abandonment: null,
      abandonmentBy: { model: { a: 0, b: null } },
      success: 1,
    })
    expect(certificate).toMatchObject({ method: 'branch-and-bound', tolerance: 1e-6 })
  })

  it('tell after how many failures a user leaves who counts them', async () => {
    const { users } = await solved(`
      task easy { weight: 1 }
      task hard { weight: 1 }
      model a { success.easy: 90%  success.hard: 1%  latency: 4 s  cost: 0.01 USD }
      menu m = static(a)
      user u { value: 10 s  sees: attempts }
      provider p { offers: m  penalty: 0.30 USD }`)
    // R_1 = 10 * .455 - 4, R_2 = .05 * 5 + .495 * -3.9 < 0.
    expect(users[0]).toMatchObject({ abandonmentBy: { leavesAfter: 1 }, success: 0.455 })
  })

  it('let every user choose for herself', async () => {
    const { route, users } = await solved(`${models}
      menu m = choice(a, b)
      user u { value: 10 s }
      user v { value: 10 s  patience: 0 }
      provider p { offers: m  penalty: 0.30 USD }`)
    expect(route).toBeNull()
    // Where waiting costs nothing both are as good, and the second costs the provider less.
    expect(users.map((user) => user.route?.start)).toEqual(['a', 'b'])
  })

  it('route over a free menu, transitions and all', async () => {
    const { route } = await solved(`${models}
      menu m = free(a, b)
      user u { value: 10 s }
      provider p { offers: m  penalty: 0.30 USD }`)
    expect(route?.transitions['a']).toBeDefined()
    const sums = Object.values(route?.transitions ?? {}).map((row) =>
      Object.values(row).reduce((sum, k) => sum + k, 0),
    )
    expect(sums).toEqual([1, 1])
  })

  it('say of an assert on throttling that they do not know, at its place', async () => {
    const { status, err } = await run(
      'solve',
      `${models}
      menu m = choice(a, b)
      user u { value: 10 s }
      user v { value: 30 s }
      provider p { offers: m  penalty: 0.30 USD }
      assert not throttling.pays`,
    )
    expect(status).toBe(1)
    expect(err).toContain('an assert on throttling where there is no formula')
    expect(err).toContain('assert not throttling.pays')
  })

  it('say whether slowness would pay', async () => {
    // Everything is cheaper than losing the user, whatever she is told: no latency gains by her leaving.
    const { throttling } = await solved(`${models}
      menu m = free(a, b)
      user u { value: 10 s }
      provider p { offers: m  penalty: 3 USD }`)
    expect(throttling).toMatchObject({ pays: false, gain: 0, latencies: null })
  })

  it('give a report that says what the search enclosed', async () => {
    const { status, out } = await run(
      'report',
      `${models}
      menu m = cascade(a, b)
      user u { value: 10 s  outside: 1 s }
      user v { value: 30 s  sees: model }
      provider p { offers: m  penalty: 0.30 USD }`,
    )
    expect(status).toBe(0)
    expect(out).toContain('was enclosed by a search: it lies between')
    expect(out).not.toMatch(/NaN|undefined|null/)
  })
})
