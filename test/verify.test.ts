import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verify } from '../packages/checker/src/index.ts'
import { compile } from '../packages/compiler/src/index.ts'
import type { SolutionDocument } from '../packages/game/src/index.ts'
import { solve } from '../packages/solver/src/index.ts'
import { plumb } from '../packages/cli/src/testing/plumb.ts'
import { root } from './repository.ts'
import { byOneUnit, variants } from './variants.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumb-verify-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function solved(path: string): Promise<string> {
  const { out } = await plumb({ folder: root }, 'solve', path, '--json', '--quiet')
  return out
}

async function verified(path: string, text: string) {
  return plumb({ folder: root, input: text }, 'verify', path, '-', '--quiet')
}

describe('plumb verify', () => {
  it.each(['assistant', 'gpt-4.1-to-o3', 'router-rollback', 'unusual-orders'])(
    'accepts what was solved: %s',
    async (name) => {
      const path = `examples/${name}.game`
      const { status, out, err } = await verified(path, await solved(path))
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(out).toContain(`<stdin> is a solution of ${path}.`)
    },
  )

  it('rejects the solution of another game', async () => {
    const { status, err } = await verified(
      'examples/router-rollback.game',
      await solved('examples/assistant.game'),
    )
    expect(status).toBe(1)
    expect(err).toContain('game is "assistant"; it must be "rollback"')
  })

  it('reads a solution from a file, and says what is wrong with one that is none', async () => {
    const game = 'examples/assistant.game'
    const check = async (text: string) => {
      const file = join(folder, 'answer.json')
      writeFileSync(file, text)
      return plumb({ folder: root }, 'verify', game, file, '--quiet')
    }
    const text = await solved(game)
    expect((await check(text)).status).toBe(0)
    const says = async (bad: string, sentence: string) => {
      const { status, err } = await check(bad)
      expect({ status, said: err.includes(sentence) ? sentence : err }).toEqual({ status: 1, said: sentence })
    }
    await says('', 'is empty')
    await says('{', 'is not JSON')
    await says(`${text}${text}`, 'has several documents')
    await says('null', 'schema is absent')
    await says('[]', 'schema is absent')
    await says('{"schema": "plumbline/solution@1"}', 'game is absent; it must be "assistant"')
    const tampered = JSON.parse(text) as Record<string, unknown>
    await says(JSON.stringify({ ...tampered, users: [] }), 'users[0].best is absent; it must be an object')
    await says(
      JSON.stringify({ ...tampered, route: { start: 'deeper' } }),
      'route.start is "deeper"; a task may start at quick, deep',
    )
    await says(
      text.replace('"gap":0.08611111111111111', '"gap":"NaN"'),
      'users[0].gap is "NaN"; it must be 0.08611111111111111',
    )
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    await says(text.replace(/"candidates":\[/, `"candidates":[${deep},`), 'candidates[0].route is absent')
    const missing = await plumb({ folder: root }, 'verify', game, 'nowhere.json')
    expect(missing).toMatchObject({
      status: 2,
      err: expect.stringContaining('there is no file nowhere.json') as string,
    })
  })
})

/** Entries that are taken as they stand, each with the reason in docs/certificates.md. */
const onTrust = /^\/throttling\/alone/
/** There the flips are over unlike square roots. */
const rooted = /^\/flips/

describe('a solution of which any entry is changed', () => {
  it('is rejected where slowing models down pays', () => {
    const { instance } = compile({
      name: 'slow.game',
      text: `game slow
model a { success: 30%  latency: 2 s  cost: 0.10 USD }
model b { success: 60%  latency: 3 s  cost: 0.30 USD }
menu m = cascade(a, b)
user u { value: 20 s }
provider p { offers: m  penalty: 0.2 USD }`,
    })
    const result = instance === null ? null : solve(instance, new Map(), { proof: 'short' })
    if (instance === null || result?.ok !== true) throw new Error('no solution')
    const document = JSON.parse(JSON.stringify(result.document)) as SolutionDocument
    expect(document.throttling?.pays).toBe(true)
    expect(verify(instance, document).kind).toBe('accepted')
    const accepted = [...variants(document, byOneUnit)].flatMap(([pointer, changed]) =>
      onTrust.test(pointer) || verify(instance, changed).kind === 'rejected' ? [] : [pointer],
    )
    expect(accepted).toEqual([])
  })

  it.each([
    ['assistant', onTrust],
    ['gpt-4.1-to-o3', rooted],
  ])('is rejected: %s', async (name, trusted) => {
    const path = `examples/${name}.game`
    const document = JSON.parse(await solved(path)) as unknown
    const { instance } = compile({ name: path, text: readFileSync(join(root, path), 'utf8') })
    if (instance === null) throw new Error('no game')
    expect(verify(instance, document).kind).toBe('accepted')
    const accepted = [...variants(document, byOneUnit)].flatMap(([pointer, changed]) =>
      trusted.test(pointer) || verify(instance, changed).kind === 'rejected' ? [] : [pointer],
    )
    expect(accepted).toEqual([])
  })
})
