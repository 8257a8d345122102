import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSource } from './input.ts'
import { scratchFolder } from './testing/plumb.ts'
import type { World } from './world.ts'

const { folder, remove } = scratchFolder()
const silent = { write: () => undefined, isTerminal: false, columns: null }
const world = (input: string | Uint8Array = ''): World => ({
  env: {},
  folder,
  out: silent,
  err: silent,
  readStandardInput: () =>
    Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
})

beforeAll(() => {
  mkdirSync(join(folder, 'menus'))
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'menus/acme.game'), '\ufefflet a = 1\n')
  writeFileSync(join(folder, 'utf16.game'), Buffer.from('\ufefflet a = 1\n', 'utf16le'))
  writeFileSync(join(folder, 'latin1.game'), Buffer.from('// caf\u00e9\n', 'latin1'))
  writeFileSync(join(folder, 'binary.game'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]))
  writeFileSync(join(folder, 'long.game'), ' '.repeat(8 * 1024 * 1024 + 1))
  writeFileSync(join(folder, 'limit.game'), ' '.repeat(8 * 1024 * 1024))
  writeFileSync(join(folder, 'secret.game'), 'let a = 1\n')
  chmodSync(join(folder, 'secret.game'), 0)
})

afterAll(remove)

describe('reading a file', () => {
  it('gives its text under the name that was typed, without a byte order mark', async () => {
    expect(await readSource('menus/acme.game', world())).toEqual({
      ok: true,
      file: { name: 'menus/acme.game', text: 'let a = 1\n' },
    })
    expect(await readSource('limit.game', world())).toMatchObject({ ok: true })
  })

  it('takes - for standard input', async () => {
    const file = { name: '<stdin>', text: 'let a = 1\n' }
    expect(await readSource('-', world('let a = 1\n'))).toEqual({ ok: true, file })
  })

  it.each([
    ['menus/acne.game', "there is no file menus/acne.game; did you mean 'menus/acme.game'?"],
    ['nothing.game', "there is no file nothing.game; 'plumb new DIR' writes a first game to start from"],
    [
      'no/such/place.game',
      "there is no file no/such/place.game; 'plumb new DIR' writes a first game to start from",
    ],
    [
      'menus/acme.game/x.game',
      "there is no file menus/acme.game/x.game; 'plumb new DIR' writes a first game to start from",
    ],
    ['menus/', "menus/ is a folder, not a .game file; name a file in it, such as 'menus/acme.game'"],
    ['empty', "empty is a folder, not a .game file; 'plumb new empty' writes one into it"],
    ['utf16.game', 'utf16.game is UTF-16 text; save it as UTF-8 and try again'],
    ['latin1.game', 'latin1.game is not UTF-8 text; save it as UTF-8 and try again'],
    ['binary.game', 'binary.game is not text; a .game file is plain text in UTF-8'],
    ['long.game', 'long.game is longer than 8 MiB, the most that a .game file may be; is it the right file?'],
    [`${'x'.repeat(300)}.game`, `cannot read ${'x'.repeat(300)}.game: the name is too long`],
    ['a\0b', 'cannot read a\0b: the name holds a character that no file name can'],
  ])('%#: %j', async (path, sentence) => {
    expect(await readSource(path, world())).toEqual({ ok: false, sentence })
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read', async () => {
    const sentence = 'cannot read secret.game: permission denied'
    expect(await readSource('secret.game', world())).toEqual({ ok: false, sentence })
  })

  it('holds standard input to the same limits', async () => {
    expect(await readSource('-', world(new Uint8Array([0xff, 0xfe, 0x6c, 0])))).toEqual({
      ok: false,
      sentence: '<stdin> is UTF-16 text; save it as UTF-8 and try again',
    })
  })
})
