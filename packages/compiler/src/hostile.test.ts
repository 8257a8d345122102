import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { renderText } from './render/text.ts'
import { assistant, fileOf } from './testing/compileText.ts'
import { catalogue } from './diagnostics/catalogue.ts'

const tokens = assistant.match(/\/\/\/?.*|"[^"\n]*"|[\w.]+%?|[^\s\w]|\s+/g) ?? []

const scraps = [
  '__proto__', 'constructor', 'model', 'let x = ', 'x', '{', '}', '(', ')', '[', ']', ':', '=', '..', 'in', 'of', 'and',
  'not', '±', '^', '/', '-', '%', '"', '.', ',', '0', '1e400', '-1', 's', 'USD', 'EUR', 'sec', 'rate EUR = 0 USD', 'sqrt(-1)',
  'cascade', 'churn', 'standard', 'developer.gap', '\n', 'param', 'assert', 'sweep',
] // prettier-ignore

/** The example with a few tokens deleted, doubled, swapped, or replaced by scraps. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(tokens.length - 1),
      do: fc.constantFrom('delete', 'double', 'swap', 'replace', 'insert'),
      scrap: fc.constantFrom(...scraps),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const text = [...tokens]
    for (const { at, do: change, scrap } of changes) {
      const here = text[at] ?? ''
      if (change === 'delete') text[at] = ''
      if (change === 'double') text[at] = `${here} ${here}`
      if (change === 'replace') text[at] = scrap
      if (change === 'insert') text[at] = `${here} ${scrap} `
      if (change === 'swap') {
        text[at] = text[at + 1] ?? ''
        text[at + 1] = here
      }
    }
    return text.join('')
  })

describe('a mutated file', () => {
  it('never throws, and gets an instance exactly where there is no error', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { instance, library, diagnostics } = compile(fileOf(text))
        const errors = diagnostics.filter(({ severity }) => severity === 'error')
        expect(instance === null).toBe(errors.length > 0 || library)
        for (const { code, primary } of diagnostics) {
          expect(catalogue.has(code)).toBe(true)
          if (primary !== null) expect(primary.span.end).toBeLessThanOrEqual(primary.file.text.length)
        }
        expect(renderText(diagnostics)).not.toMatch(/undefined|NaN|\[object/)
        expect(JSON.stringify(instance)).not.toMatch(/undefined|NaN/)
      }),
      { numRuns: 600 },
    )
  })
})

describe('a file with any one token deleted', () => {
  it('gets at most two diagnostics', () => {
    const code = tokens
      .map((token, index) => ({ token, index }))
      .filter(({ token }) => !/^(?:\s|\/\/)/.test(token))
    const noisy = code.flatMap(({ token, index }) => {
      const { diagnostics } = compile(fileOf(tokens.filter((_, other) => other !== index).join('')))
      // What the parser says beyond two is not added to.
      const syntax = diagnostics.filter((found) => /^.01/.test(found.code)).length
      return diagnostics.length <= Math.max(2, syntax)
        ? []
        : [`${token} at ${index}: ${diagnostics.map(({ message }) => message).join('; ')}`]
    })
    expect(noisy).toEqual([])
  })
})

describe('a large file', () => {
  const times = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('')
  const sides = 'user u { value: 1 }\nprovider p { offers: m }\n'
  const model = (index: number): string => `model m${index} { success: 1, latency: 1, cost: 1 }\n`
  const names = (count: number): string => times(count, (index) => `m${index},`)

  it.each([
    ['of names that nothing declares', times(10_000, (index) => `let a${index} = b${index}\n`), 10_000],
    ['of names that stand for one another', times(10_000, (index) => `let a${index} = a${index + 1}\n`), 1],
    ['of a list of attempts', `model a { success: [${'1,'.repeat(10_000)}], latency: 1, cost: 1 }`, 0],
    [
      'of a menu with all ways between its models',
      `${times(80, model)}menu m = free(${names(80)})\n${sides}`,
      0,
    ],
    [
      'of users',
      `${model(0)}menu m = static(m0)\n${times(2000, (index) => `user u${index} { value: 1 }\n`)}`,
      1,
    ],
  ])('is read to its end: %s', (_, text, count) => {
    const errors = compile(fileOf(text)).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors).toHaveLength(count)
  })
})
