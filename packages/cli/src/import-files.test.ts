import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
const models = `model quick { success: 60%, latency: 3 s, cost: 0.002 USD }
model slow { success: 90%, latency: 30 s, cost: 0.05 USD }
`
const sides = `menu tiers = cascade(quick, slow)
user one { value: 1 USD, patience: 10 USD/h }
provider ours { offers: tiers, penalty: 0.1 USD }
`
const importing = (path: string): string => `import { quick, slow } from ${JSON.stringify(path)}\n${sides}`

beforeAll(() => {
  for (const name of ['root/games', 'root/menus', 'outside'])
    mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'root/plumb.config.js'), '')
  writeFileSync(join(folder, 'root/menus/acme.game'), models)
  writeFileSync(join(folder, 'outside/acme.game'), models)
  symlinkSync(join(folder, 'outside'), join(folder, 'root/link'))
  symlinkSync(join(folder, 'root/menus'), join(folder, 'root/games/menus'))
})
afterAll(remove)

/** What `plumb check` says of a game in `root/games` that imports from a path: nothing, or its first line. */
async function check(path: string, ...options: readonly string[]): Promise<string> {
  writeFileSync(join(folder, 'root/games/game.game'), importing(path))
  const { out } = await plumb({ folder }, 'check', '--quiet', 'root/games/game.game', ...options)
  return (out.split('\n')[0] ?? '').replaceAll(folder, '…')
}

describe('imports of a game that is read', () => {
  it('come from inside the root, whose mark is a plumb.config file', async () => {
    expect(await check('../menus/acme.game')).toBe('')
    expect(await check('menus/acme.game')).toBe('')
  })

  it.each([
    ['../../outside/acme.game', '…'],
    ['../link/acme.game', '…'],
    ['/etc/passwd', '…'],
    ['../../../../../../../../etc/passwd', '…'],
  ])('do not come from outside, by whatever path: %s', async (path) => {
    expect(await check(path)).toBe(
      `error[E0225]: cannot import ${JSON.stringify(path)}: it lies outside of the folder that imports may come from (…/root)`,
    )
  })

  it('come from where --root says', async () => {
    expect(await check('../../outside/acme.game', '--root', folder)).toBe('')
    expect(await check('../menus/acme.game', '--root', join(folder, 'root/games'))).toContain(
      'outside of the folder',
    )
  })

  it('that are no files of text are refused in words', async () => {
    expect(await check('../menus')).toContain('it is a folder')
    expect(await check('')).toContain('it is a folder')
    expect(await check('../menus/acne.game')).toContain('there is no such file')
    expect(await check('https://example.org/acme.game')).toContain('there is no such file')
  })

  it('of two games are read and spoken of once', async () => {
    writeFileSync(join(folder, 'root/menus/odd.game'), `${models}let unused = 4 USD + 3 s\n`)
    for (const name of ['a', 'b']) {
      writeFileSync(join(folder, `root/games/${name}.game`), `import "../menus/odd.game"\n${sides}`)
    }
    const { status, out } = await plumb({ folder }, 'check', 'root/games/a.game', 'root/games/b.game')
    expect(status).toBe(1)
    expect(out.match(/error\[/g)).toHaveLength(1)
    expect(out).toContain('root/menus/odd.game:3:')
  })

  it('of standard input are relative to the working folder', async () => {
    const { status, out } = await plumb(
      { folder: join(folder, 'root'), input: importing('./menus/acme.game') },
      'check',
      '-',
    )
    expect([status, out.includes('error[')]).toEqual([0, false])
  })

  it('show their place in a solution: the library says what is missing', async () => {
    const { status, err } = await plumb({ folder }, 'solve', 'root/menus/acme.game')
    expect(status).toBe(1)
    expect(err).toContain('no user')
  })
})
