import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from '../testing/plumb.ts'

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})
const { folder } = scratch

const game = (cost: string) => `game g
param churn = 0.10 USD
model a { success: 50%, latency: 2 s, cost: ${cost} }
menu m = static(a)
user u { value: 1 USD, patience: 40 USD/h }
provider p { offers: m, penalty: churn }
`
writeFileSync(join(folder, 'a.game'), game('0.02 USD'))
writeFileSync(join(folder, 'b.game'), game('0.01 USD'))
writeFileSync(join(folder, 'c.game'), game('0.01 EUR').replaceAll('USD', 'EUR'))

describe('plumb compare', () => {
  it('tells what a cheaper model changes', async () => {
    const { status, out } = await plumb({ folder }, 'compare', 'a.game', 'b.game')
    expect(status).toBe(0)
    expect(out).toContain('The provider gains, and nothing changes for the user.')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'A task costs the provider 0.02 USD instead of 0.04 USD, 50% less.',
    )
  })

  it('compares a game with itself at another setting', async () => {
    const { status, out } = await plumb({ folder }, 'compare', 'a.game', '--then', 'churn=0.30 USD', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'plumbline/comparison@1',
      fileName: 'a.game and a.game at churn = 0.30 USD',
    })
  })

  it('writes a page', async () => {
    const { status } = await plumb({ folder }, 'compare', 'a.game', 'b.game', '-o', 'page.html')
    expect(status).toBe(0)
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain(
      '<h2 id="changes-title">What changes</h2>',
    )
  })

  it('says what is missing where there is one game only, or what stands in the way', async () => {
    const alone = await plumb({ folder }, 'compare', 'a.game')
    expect(alone).toMatchObject({ status: 2, out: '' })
    expect(alone.err).toContain('one game alone has nothing to be compared with')
    const unlike = await plumb({ folder }, 'compare', 'a.game', 'c.game')
    expect(unlike).toMatchObject({ status: 1, out: '' })
    expect(unlike.err).toContain('costs are in USD in one game and in EUR in the other')
    const over = await plumb({ folder }, 'compare', 'a.game', 'b.game', '-o', 'b.game')
    expect(over.status).toBe(2)
    const wrong = await plumb({ folder }, 'compare', 'a.game', '--then', 'chrn=1 USD')
    expect(wrong.status).toBe(2)
    expect(wrong.err).toContain('churn')
  })
})
