import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SolutionDocument } from '@plumbline/game'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()

beforeAll(() => {
  // Two escalations strictly inside are best; one costs .5243, both .5072.
  const text = `
model a { success: 5%; latency: 0.19; cost: 0.015 }
model b { success: 40%; latency: 0.3; cost: 0.28 }
model c { success: 80%; latency: 2.3; cost: 0.281 }
menu m = cascade(a, b, c)
user u { value: 2 }
provider desk { offers: m; penalty: 4.6 }
`
  writeFileSync(join(folder, 'three.game'), text)
})
afterAll(remove)

const solved = async (...options: readonly string[]): Promise<SolutionDocument> => {
  const { out } = await plumb({ folder }, 'solve', 'three.game', '--json', ...options)
  return JSON.parse(out) as SolutionDocument
}

describe('plumb solve on a game without a formula', () => {
  it('encloses the least cost as closely as --tolerance says', async () => {
    const { certificate } = await solved('--tolerance', '1e-3')
    expect(certificate).toMatchObject({ method: 'branch-and-bound', tolerance: 1e-3 })
    expect(certificate.ended).toBeUndefined()
    expect(certificate.lower).toBeLessThan(0.50725)
    expect(certificate.upper).toBeGreaterThan(0.50724)
    expect(certificate.upper - certificate.lower).toBeLessThanOrEqual(1e-3 * certificate.upper)
  })

  it('ends when --time is over, with the best so far and its bound, and says so', async () => {
    const { certificate, provider } = await solved('--time', '0s', '--tolerance', '1e-9')
    expect(certificate.ended).toBe('time')
    expect(certificate.lower).toBeLessThan(0.50725)
    expect(provider.cost).toBe(certificate.upper)
    expect(provider.cost).toBeGreaterThan(0.50724)
  })

  it.each([
    ['--time', 'soon', "It is a time, as in 10s, '2 min' or 1h"],
    ['--tolerance', '2', 'It is a share of the cost, as in 1e-8'],
  ])('says what %s takes', async (option, value, sentence) => {
    const { status, err } = await plumb({ folder }, 'solve', 'three.game', option, value)
    expect(status).toBe(2)
    expect(err).toContain(sentence)
  })
})
