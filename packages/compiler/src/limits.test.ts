import type { SourceFile } from '@plumbline/parser'
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Resolve } from './imports/resolve.ts'
import { assistant, codesOf, messagesOf } from './testing/compileText.ts'

const nested = (open: string, close: string, count: number): string =>
  `let x = ${open.repeat(count)}1${close.repeat(count)}\n`

/** Files `0.game`, `1.game`, …, of which each imports what it is said to. */
function importing(importsOf: (index: number) => readonly number[]): Resolve {
  const files = new Map<string, SourceFile>()
  return (path) => {
    const index = Number.parseInt(path, 10)
    const imports = importsOf(index).map((other) => `import "${String(other)}.game"\n`)
    const file = files.get(path) ?? { name: path, text: `${imports.join('')}let v${String(index)} = 1\n` }
    files.set(path, file)
    return { ok: true, file }
  }
}

function codesWith(text: string, resolve: Resolve): readonly string[] {
  return compile({ name: 'main.game', text }, { resolve }).diagnostics.map(({ code }) => code)
}

describe('a limit of the language', () => {
  it.each([
    ['200 brackets in one another', nested('(', ')', 200), nested('(', ')', 201), 'E0140'],
    ['200 calls in one another', nested('max(', ')', 200), nested('max(', ')', 201), 'E0140'],
    [
      '999 operators on a path',
      `let x = 1${' + 1'.repeat(999)}\n`,
      `let x = 1${' + 1'.repeat(1000)}\n`,
      'E0141',
    ],
    ['999 signs', `let x = ${'-'.repeat(999)}1\n`, `let x = ${'-'.repeat(1000)}1\n`, 'E0141'],
    ['999 powers', `let x = ${'1^'.repeat(999)}1\n`, `let x = ${'1^'.repeat(1000)}1\n`, 'E0141'],
    ['a power of ten of 400', 'let x = 1e400 / 1e400\n', 'let x = 1e401 / 1e401\n', 'E0106'],
    ['a power of ten of -400', 'let x = 1e-400 / 1e-400\n', 'let x = 1e-401 / 1e-401\n', 'E0106'],
    ['1000 digits', `let x = ${'9'.repeat(1000)}\n`, `let x = ${'9'.repeat(1001)}\n`, 'E0304'],
    ['a power of 2 that has 2000 digits', 'let x = 2^2^10\n', 'let x = 2^2^2^2^2^2\n', 'E0304'],
    [
      'a sweep of a billion points',
      'sweep regimes { churn: linear(0 USD, 1 USD, 1_000_000_000) }\n',
      'sweep regimes { churn: linear(0 USD, 1 USD, 1_000_000_001) }\n',
      'E0301',
    ],
  ])('lies above %s', (_, below, above, code) => {
    const game = assistant.replace(/^sweep .*\n(?: .*\n)*\}\n/m, '')
    expect(codesOf(below + game).replace(/W\d+ ?/g, '')).toBe('')
    expect(codesOf(above + game).replace(/ ?W\d+ ?/g, '')).toBe(code)
  })

  it.each([
    ['side by side', () => []],
    ['each by the next', (index: number, count: number) => (index + 1 < count ? [index + 1] : [])],
  ] as const)('lies above 1000 files imported %s', (_, importsOf) => {
    const codes = (count: number): readonly string[] => {
      const resolve = importing((index) => importsOf(index, count))
      const own =
        importsOf(0, count).length > 0 ? [0] : Array.from({ length: count }, (_none, index) => index)
      return codesWith(own.map((index) => `import "${String(index)}.game"\n`).join(''), resolve)
    }
    expect(codes(1000)).toEqual([])
    expect(codes(1001)).toEqual(['E0228'])
  })
})

describe('a name of a million letters', () => {
  it('is cut in what is said of it', () => {
    const [message = ''] = messagesOf(`let x = ${'a'.repeat(1_000_000)}\n`)
    expect(message.length).toBeLessThan(200)
    expect(message).toContain('aaa…aaa')
  })
})
