import { describe, expect, it } from 'vitest'
import { codesOf } from '../testing/compileText.ts'

const sides = `model quick { success: 50%, latency: 10 s, cost: 0.02 USD }
model slow { success: 40%, latency: 20 s, cost: dear }
menu tiers = cascade(quick, slow)
user u { value: 0.1 USD, patience: 40 USD/h }
provider p { offers: tiers, penalty: 1 USD }
`

/** So many params that move within bounds, each the cost of a model that the menu does not offer. */
const idle = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `param spare${String(index)} = 1 USD in 0 USD .. 2 USD\nmodel idle${String(index)} { success: 50%, latency: 1 s, cost: spare${String(index)} }\n`,
  ).join('')

describe('a warning about numbers', () => {
  it('is given whatever may move that the menu does not use', () => {
    const dear = 'param dear = 0.03 USD in 0.025 USD .. 0.04 USD\n'
    expect(codesOf(dear + sides)).toContain('W0602')
    expect(codesOf(dear + sides + idle(100))).toContain('W0602')
  })

  it('is taken back by what does move it, by whatever names', () => {
    const half = 'param dearer = 0.06 USD in 0.01 USD .. 0.1 USD\nlet dear = dearer / 2\n'
    expect(codesOf(half + sides + idle(3))).not.toContain('W0602')
  })
  it('is given whatever moves on which it does not rest, and is taken back by what it does rest on', () => {
    const game = (patience: string, dear: string): string => `param worth = ${dear} in 0.01 USD .. 1 USD
param hour = 40 USD/h in 1 USD/h .. 400 USD/h
model quick { success: 50%, latency: 10 s, cost: 0.02 USD }
model slow { success: 80%, latency: 20 s, cost: worth }
menu tiers = cascade(quick, slow)
user u { value: 5 USD, patience: ${patience} }
provider p { offers: tiers, penalty: worth }
`
    expect(codesOf(game('40 USD/h', '0.03 USD') + idle(100))).toContain('W0605')
    expect(codesOf(game('hour', '0.03 USD'))).toContain('W0605')
    expect(codesOf(game('100 * hour', '0.03 USD'))).not.toContain('W0605')
  })
})
