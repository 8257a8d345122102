import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { run } from './run.ts'
import { plumb, scratchFolder } from './testing/plumb.ts'

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})

const models = (success: string) => `model a { success: ${success}, latency: 2 s, cost: 0.01 USD }\n`
const game = `import { a } from "./models.game"
game g
menu m = static(a)
user u { value: 1 USD, patience: 40 USD/h }
provider p { offers: m, penalty: 0.10 USD }
`

function write(name: string, text: string): void {
  writeFileSync(join(scratch.folder, name), text)
}

beforeEach(() => {
  write('models.game', models('50%'))
  write('g.game', game)
})

/** A command that goes on: what it has said so far, a wait until it has said something, and its end. */
function going(...args: readonly string[]) {
  const stop = new AbortController()
  let said = ''
  const output = { write: (text: string) => void (said += text), isTerminal: false, columns: null }
  const ended = run(args, {
    env: {},
    folder: scratch.folder,
    out: output,
    err: output,
    readStandardInput: () => Promise.resolve(new Uint8Array()),
    interrupted: stop.signal,
  })
  return {
    /** What was said since the last call, once this was among it. */
    until: async (text: string): Promise<string> => {
      while (!said.includes(text)) await wait(10)
      const all = said
      said = ''
      return all
    },
    end: async (): Promise<number> => {
      stop.abort()
      return ended
    },
  }
}

describe('plumb check --watch --config', () => {
  const config = (name: string) => `import { defineFunction, over } from '@plumbline/compiler'
import { scale } from './scale.ts'
const own = defineFunction({ name: '${name}', doc: 'a part of it', example: '${name}(4 s)', result: 'alike',
  parameters: [{ name: 'all', dimension: 'alike', doc: 'all of it' }],
  becomes: ({ all }) => over(all, { op: 'number', value: scale }) })
export default { vocabulary: [own] }
`
  it('checks again with the words of a configuration that has changed, or a file that it imports', async () => {
    write('scale.ts', "export const scale = '2'\n")
    write('own.config.ts', config('part'))
    write('models.game', models('50%').replace('2 s', 'part(4 s)'))
    const command = going('check', 'g.game', '--watch', '--config', 'own.config.ts')
    expect(await command.until('watching 4 files')).toContain('no errors')
    write('own.config.ts', config('portion'))
    expect(await command.until('watching 4 files')).toContain('part')
    write('own.config.ts', config('part'))
    expect(await command.until('watching 4 files')).toContain('no errors')
    write('scale.ts', 'export const scale =\n')
    expect(await command.until('watching 2 files')).toContain('scale.ts:')
    write('scale.ts', "export const scale = '4'\n")
    expect(await command.until('watching 4 files')).toContain('no errors')
    expect(await command.end()).toBe(0)
  })
})

describe('plumb check --watch', () => {
  it('checks again when an imported file changes, and says what is wrong with it', async () => {
    const command = going('check', 'g.game', '--watch')
    expect(await command.until('watching 2 files')).toContain('no errors')
    write('models.game', models('150%'))
    const second = await command.until('watching 2 files')
    expect(second).toContain('models.game has changed')
    expect(second).toContain('models.game:1')
    write('models.game', models('60%'))
    expect(await command.until('watching 2 files')).toContain('no errors')
    expect(await command.end()).toBe(0)
  })

  it('waits for a file that is imported and not there', async () => {
    rmSync(join(scratch.folder, 'models.game'))
    const command = going('check', 'g.game', '--watch')
    await command.until('watching 2 files')
    write('models.game', models('50%'))
    expect(await command.until('watching 2 files')).toContain('no errors')
    expect(await command.end()).toBe(0)
  })
})

describe('plumb report --watch', () => {
  it('writes the report again, and keeps the last good one while the game is wrong', async () => {
    const command = going('report', 'g.game', '-o', 'r.md', '--watch')
    await command.until('watching')
    const report = () => readFileSync(join(scratch.folder, 'r.md'), 'utf8')
    const first = report()
    write('g.game', game.replace('1 USD,', '1 USDD,'))
    expect(await command.until('watching')).toContain('error[')
    expect(report()).toBe(first)
    write('g.game', game.replace('1 USD,', '2 USD,'))
    expect(await command.until('watching')).toContain('wrote r.md')
    expect(report()).not.toBe(first)
    await command.end()
  })

  it('says that standard input cannot be watched', async () => {
    const { status, err } = await plumb({ folder: scratch.folder, input: game }, 'report', '-', '--watch')
    expect(status).toBe(2)
    expect(err).toContain('standard input cannot be watched')
  })
})
