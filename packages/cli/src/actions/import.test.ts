import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plumb, scratchFolder, type Outcome } from '../testing/plumb.ts'

let scratch = scratchFolder()
beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(() => {
  scratch.remove()
})

const options = [
  '--name',
  'model',
  '--success',
  'passed of cases',
  '--latency',
  '1 s',
  '--cost',
  'usd * 1 USD',
]

async function imported(name: string, text: string, ...more: readonly string[]): Promise<Outcome> {
  writeFileSync(join(scratch.folder, name), text)
  return plumb({ folder: scratch.folder }, 'import', name, ...(more.length > 0 ? more : options))
}

const model = 'model a {\n  success: 1 of 2\n  latency: 1 s\n  cost:    3 * 1 USD\n}\n'

describe('plumb import', () => {
  it.each([
    ['t.csv', '\uFEFFmodel,passed,cases,usd\na,1,2,3\n'],
    ['t.tsv', 'model\tpassed\tcases\tusd\na\t1\t2\t3\n'],
    ['t.json', '[{"model":"a","passed":1,"cases":2,"usd":3}]'],
    ['t.jsonl', '{"model":"a","passed":1,"cases":2,"usd":3}\n'],
    ['t.yml', '- model: a\n  passed: 1\n  cases: 2\n  usd: 3\n'],
  ])('reads %s', async (name, text) => {
    const { status, out } = await imported(name, text)
    expect(status).toBe(0)
    expect(out.endsWith(model)).toBe(true)
  })

  it('lists columns by the names that expressions know them by', async () => {
    const { out } = await imported('t.csv', 'model,Total Cost ($)\na,3\n', '--columns')
    expect(out).toBe('model       "a"\nTotal_Cost  "3"  ("Total Cost ($)")\n')
  })

  it('writes a file that solves nothing by itself and passes the check', async () => {
    await imported('t.csv', 'model,passed,cases,usd\na,1,2,3\n', ...options, '-o', 'm.game')
    expect((await plumb({ folder: scratch.folder }, 'check', 'm.game')).status).toBe(0)
  })

  it.each([
    ['t.txt', 'x', "cannot tell from 't.txt' how the table is written"],
    ['t.json', '{"a":1}', 'a table in JSON is a list of records'],
    ['t.json', '[1', 'it is not JSON'],
    ['t.yaml', 'a: [', 'it is not YAML'],
    ['t.csv', 'model,passed\n"a,1\n', 'it is not CSV'],
    ['t.csv', '', 'it has no columns'],
  ])('says what is wrong with %s holding %j', async (name, text, sentence) => {
    const { status, err } = await imported(name, text)
    expect(status).toBe(2)
    expect(err).toContain(sentence)
  })

  it('refuses what would not compile, and writes nothing', async () => {
    const text = 'model,passed,cases,usd\na,92.3,1,2\n'
    const { status, err } = await imported(
      't.csv', text, '--name', 'model', '--success', 'passed', '--latency', '1 s', '--cost', '1 USD', '-o', 'm.game',
    ) // prettier-ignore
    expect(status).toBe(2)
    expect(err).toContain("if it is in per cent, write --success 'passed / 100'")
    expect(existsSync(join(scratch.folder, 'm.game'))).toBe(false)
  })

  it('refuses a condition that no row meets', async () => {
    const { status, err, out } = await imported(
      't.csv',
      'model,passed,cases,usd\na,1,2,3\n',
      ...options,
      '--where',
      'usd > 9',
    )
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('no row of 1 meets --where')
  })

  it.each([
    ['tt.csv', "there is no file tt.csv; did you mean 't.csv'?"],
    ['none/t.csv', 'there is no file none/t.csv, nor its folder'],
    ['elsewhere.json', 'there is no file elsewhere.json\n'],
    ['.', '. is a folder; name a table in it'],
  ])('speaks of the file where there is no table %s', async (path, sentence) => {
    writeFileSync(join(scratch.folder, 't.csv'), 'a\n1\n')
    const { status, err } = await plumb({ folder: scratch.folder }, 'import', path)
    expect(status).toBe(2)
    expect(err).toContain(sentence)
  })

  it('keeps columns that are named like parts of every object', async () => {
    const { status, out } = await imported(
      't.json',
      '[{"model":"a","__proto__":7,"constructor":2,"passed":1}]',
      '--name',
      'model',
      '--success',
      'passed of constructor',
    )
    expect(status).toBe(0)
    expect(out).toContain('success: 1 of 2')
  })

  it('reads ragged rows as far as they go', async () => {
    const { status, err } = await imported('t.csv', 'model,passed,cases,usd\na,1\nb,1,2,3,4\n')
    expect(status).toBe(0)
    expect(err).toContain("row 1 (a) is left out: its 'cases' is empty")
  })
})
