import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Item } from './ast.ts'
import { parse } from './parse.ts'
import { assistant } from './testing/assistant.ts'

const folder = new URL('../../../examples/', import.meta.url)
const examples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.game')) : []
const files = [
  { name: 'assistant', text: assistant },
  ...examples.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
]

function read(text: string): ReturnType<typeof parse> {
  return parse({ name: 'test.game', text })
}

/** What a declaration says, whatever its place. */
function saying(item: Item, text: string): string {
  if (item.kind !== 'declaration') return text.slice(item.span.start, item.span.end)
  const entries = item.block?.entries.map(({ span }) => text.slice(span.start, span.end)) ?? []
  return [item.keyword.text, item.name?.text, item.label?.value, ...entries].join('\n')
}

describe.each(files)('$name taken apart', ({ text }) => {
  const whole = read(text)

  it('is read without a mistake', () => {
    expect(whole.diagnostics).toEqual([])
    expect(whole.file.items.every(({ recovered }) => !recovered)).toBe(true)
  })

  it('gives at most two diagnostics without any one token, and every other declaration keeps its own', () => {
    const spoilt = whole.tokens.map(({ span }) => {
      const without = text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
      const { file, diagnostics } = read(without)
      const owner = whole.file.items.find(
        (item) => item.span.start <= span.start && span.end <= item.span.end,
      )
      const kept = new Set(file.items.map((item) => saying(item, without)))
      const lost = whole.file.items.filter((item) => item !== owner && !kept.has(saying(item, text)))
      return {
        without: text.slice(span.start - 12, span.end + 12),
        count: diagnostics.length,
        lost: lost.length,
      }
    })
    expect(spoilt.filter(({ count, lost }) => count > 2 || lost > 0)).toEqual([])
    expect(spoilt.filter(({ count }) => count <= 1).length / spoilt.length).toBeGreaterThan(0.97)
  })

  it('survives tokens doubled, swapped and strange', () => {
    for (const [index, { span, text: token }] of whole.tokens.entries()) {
      const next = whole.tokens[index + 1]
      const [head, tail] = [text.slice(0, span.start), text.slice(span.end)]
      const swapped =
        next === undefined
          ? text
          : head + next.text + text.slice(span.end, next.span.start) + token + text.slice(next.span.end)
      for (const broken of [
        `${head}${token} ${token}${tail}`,
        swapped,
        `${head}§${tail}`,
        `${head}}${tail}`,
        `${head}{${tail}`,
        `${head})${tail}`,
        `${head}"${tail}`,
        `${head}/*${tail}`,
        head + tail,
      ]) {
        expect(read(broken).diagnostics.length).toBeLessThanOrEqual(6)
      }
    }
  })
})

describe('any text', () => {
  const pieces = [
    'model', 'a', 'b1', '"x"', '{', '}', '(', ')', '[', ']', ':', '=', ',', ';', '.', '..', '+', '-', '*', '/', '^',
    '<', '==', 'in', 'of', 'and', 'not', 'assert', 'import', 'from', '1', '0.5', '62%', 'USD', '.5', '1,000', '"open',
    '/*', '*/', '// c', '/// d', '\n', '\n  ', '\r\n', '§', '😀', 'é', '__proto__', '\\', '±',
  ] // prettier-ignore

  it('is read to its end, every diagnostic inside of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        const { file, diagnostics, tokens } = read(text)
        expect(file.span.end).toBe(text.length)
        for (const { primary, message } of diagnostics) {
          expect(primary?.span.start).toBeGreaterThanOrEqual(0)
          expect(primary?.span.end).toBeLessThanOrEqual(text.length)
          expect(message).not.toMatch(/undefined|null|NaN|Exception/)
        }
        expect(diagnostics.length).toBeLessThanOrEqual(tokens.length + 2)
      }),
      { numRuns: 3000 },
    )
  })
})
