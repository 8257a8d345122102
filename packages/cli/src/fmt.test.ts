import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)

const crooked = 'model a{success:62%, latency : 4 s;cost: 1 USD} // note\n'
const straight = 'model a {\n  success: 62%\n  latency: 4 s\n  cost:    1 USD\n}  // note\n'

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('plumb fmt', () => {
  it('lays a file out in place, and leaves it alone the second time', async () => {
    const name = put('a.game', crooked)
    expect(await plumb({ folder }, 'fmt', name)).toEqual({ status: 0, out: '', err: 'laid out a.game\n' })
    expect(readFileSync(join(folder, name), 'utf8')).toBe(straight)
    expect(await plumb({ folder }, 'fmt', name)).toEqual({ status: 0, out: '', err: '' })
  })

  it('prints the layout of standard input', async () => {
    expect(await plumb({ folder, input: crooked }, 'fmt', '-')).toEqual({ status: 0, out: straight, err: '' })
  })

  it('shows with --diff what would change, line by line, and changes nothing', async () => {
    const name = put('d.game', `${straight}let x=3\n`)
    expect(await plumb({ folder }, 'fmt', '--diff', name)).toEqual({
      status: 1,
      out: `--- d.game\tas it is\n+++ d.game\tlaid out\n@@ -2,5 +2,5 @@\n   success: 62%\n   latency: 4 s\n   cost:    1 USD\n }  // note\n-let x=3\n+let x = 3\n`,
      err: '',
    })
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${straight}let x=3\n`)
    expect(await plumb({ folder }, 'fmt', '--diff', put('e.game', straight))).toEqual({
      status: 0,
      out: '',
      err: '',
    })
    const coloured = await plumb({ folder, env: { FORCE_COLOR: '1' } }, 'fmt', '--diff', name)
    expect(coloured.out).toContain('\u001b[32m+let x = 3')
  })

  it('names with --check what would change, and changes nothing', async () => {
    const [one, two] = [put('b.game', crooked), put('c.game', straight)]
    expect(await plumb({ folder }, 'fmt', '--check', one, two)).toEqual({
      status: 1,
      out: 'b.game\n',
      err: '',
    })
    expect(readFileSync(join(folder, one), 'utf8')).toBe(crooked)
  })

  it('leaves a file with a syntax error as it is, and says what is wrong', async () => {
    const name = put('d.game', 'model a {\n  cost = 3\n')
    const { status, err } = await plumb({ folder }, 'fmt', name)
    expect(status).toBe(1)
    expect(err).toContain('E0121')
    expect(readFileSync(join(folder, name), 'utf8')).toBe('model a {\n  cost = 3\n')
  })

  it('says of a file that is missing that it is', async () => {
    expect((await plumb({ folder }, 'fmt', 'nowhere.game')).status).toBe(2)
  })
})
