import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const packages = ['parser', 'compiler'].map((name) =>
  join(import.meta.dirname, '..', 'packages', name, 'src'),
)

const sources = packages.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
)
const kinds = sources.filter(({ text }) => / = defineFix[<(]/.test(text))

describe('kinds of fixes', () => {
  it('are there at all', () => {
    expect(kinds.length).toBeGreaterThan(10)
  })

  it.each(kinds)('have a file and a test each, and the name of the file: $name', ({ name, path, text }) => {
    const [, file] = /^fixes[/\\]([a-z-]+)\.ts$/.exec(name) ?? []
    expect(text.match(/ = defineFix[<(]/g)).toHaveLength(1)
    expect(/^ {2}name: '(.*)',$/m.exec(text)?.[1]).toBe(file)
    expect(existsSync(path.replace(/\.ts$/, '.test.ts'))).toBe(true)
  })

  it('have names of their own', () => {
    const names = kinds.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('are the only places that write one: reporters call them', () => {
    const inline = sources.filter(
      ({ name, text }) => !/^(?:fixes|testing)\b/.test(name) && /\bsafe: (?:true|false)/.test(text),
    )
    expect(inline.map(({ name }) => name)).toEqual([])
  })
})
