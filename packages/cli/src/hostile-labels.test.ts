import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvField } from './sweeps/row-text.ts'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)

const markup = '<img src=x onerror=alert(1)>'
const breakout = '</text></svg><script>alert(2)</script>'

beforeAll(() => {
  const text = `
game g "${markup}"
param churn "${breakout}" = 0.05 in 0 .. 1
model a "${markup}" { success: 40%; latency: 0.1; cost: 0.05 }
model b "=HYPERLINK(1)" { success: 80%; latency: 0.3; cost: 0.08 }
menu m = cascade(a, b)
user u "${breakout}" { value: 1 }
provider p "]]>" { offers: m; penalty: churn }
sweep line "${markup}" { churn: 0 .. 0.3 }
`
  writeFileSync(join(folder, 'g.game'), text)
})

async function written(out: string, ...args: readonly string[]): Promise<string> {
  const { status } = await plumb({ folder }, ...args, '-o', out)
  expect(status).toBe(0)
  return readFileSync(join(folder, out), 'utf8')
}

describe('labels that are markup', () => {
  it.each([
    ['line.svg', ['sweep', 'g.game', 'line']],
    ['line.html', ['sweep', 'g.game', 'line']],
    ['compared.html', ['compare', 'g.game', '--then', 'churn=0.3']],
    ['compared.md', ['compare', 'g.game', '--then', 'churn=0.3']],
  ])('are text in %s', async (out, args) => {
    const text = await written(out, ...args)
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toMatch(/<img|<script>alert/)
  })
})

describe('texts that a spreadsheet would run', () => {
  it.each(['=cmd()', '+1', '@SUM(1)', '-1+2', '\tx', '=HYPERLINK("http://x","y")'])(
    '%j is text in a CSV file',
    (text) => {
      expect(csvField(text).replace(/^"/, '')).toMatch(/^'/)
    },
  )
})
