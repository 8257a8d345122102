import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../parse.ts'
import { assistant } from '../testing/assistant.ts'
import { format } from './format.ts'

const folder = new URL('../../../../examples/', import.meta.url)
const examples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.game')) : []
const files = [assistant, ...examples.map((name) => readFileSync(new URL(name, folder), 'utf8'))]

function formatted(text: string): string {
  return format({ name: 'test.game', text })
}

/** The tree without its places, and the comments: what a layout must keep. */
function meaning(text: string): unknown {
  const { file, remarks } = parse({ name: 'test.game', text })
  const tree: unknown = JSON.parse(
    JSON.stringify(file, (key, value: unknown) =>
      key === 'span' || key === 'operatorSpan' ? undefined : value,
    ),
  )
  return { tree, remarks: remarks.map((remark) => remark.text.trimEnd()) }
}

describe('the canonical layout', () => {
  it('aligns the values of a block, one field a line', () => {
    expect(formatted('model a "A"{success:62%,latency : 4 s;cost: 1 USD}')).toBe(
      'model a "A" {\n  success: 62%\n  latency: 4 s\n  cost:    1 USD\n}\n',
    )
  })

  it('keeps comments, blank lines and breaks inside of values', () => {
    const text =
      '// head\n\n\nlet x=1+2 // sum\nlet y = max( 1,\n2 )\nmodel a { // why\n  // own\n  cost: -1*2/(65 tok/s)\n\n\n  latency: 1 s\n\n}\n'
    expect(formatted(text)).toBe(
      '// head\n\nlet x = 1 + 2  // sum\nlet y = max(1,\n  2)\nmodel a {  // why\n  // own\n  cost:    -1*2/(65 tok/s)\n\n  latency: 1 s\n}\n',
    )
  })

  it('gives back a file with a syntax error as it is', () => {
    const text = 'model a {\n   cost  = 3\n'
    expect(formatted(text)).toBe(text)
  })
})

describe('the three laws', () => {
  it.each(files.map((text) => [text.split('\n')[0], text]))('hold for %s', (_, text) => {
    const once = formatted(text)
    expect(meaning(once)).toEqual(meaning(text))
    expect(formatted(once)).toBe(once)
  })

  const name = fc.constantFrom('a', 'b1', 'größe')
  const gap = fc.constantFrom(
    '',
    ' ',
    '  ',
    '\n',
    ' // note\n',
    ' /* inner */ ',
    '\n\n\n',
    '\n// own\n',
    '\r\n',
  )
  const operator = fc.constantFrom('+', '-', '*', '/', '^', ' and ', '==', '..', '±', ' of ', '<')
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('1', '62%', '4 s', '"text"', 'x', 'true', '2_400 tok'),
      fc.tuple(tie('value'), gap, operator, gap, tie('value')).map((parts) => parts.join('')),
      fc.tuple(gap, tie('value'), gap).map(([before, inner, after]) => `(${before}${inner}${after})`),
      fc.tuple(tie('value'), gap, tie('value')).map(([one, space, two]) => `f(${one},${space}by: ${two},)`),
      fc.tuple(fc.constantFrom('-', 'not '), tie('value')).map((parts) => parts.join('')),
    ),
  }))
  const entry = fc.tuple(name, gap, value, gap).map(([key, one, what, two]) => `${key}:${one}${what}${two}`)
  const item = fc.oneof(
    fc.tuple(name, value).map(([what, is]) => `let ${what} = ${is}`),
    fc
      .tuple(name, gap, fc.array(fc.tuple(entry, fc.constantFrom(',', ';', '\n')), { maxLength: 4 }))
      .map(([what, space, entries]) => `model ${what} {${space}${entries.flat().join('')}}`),
    value.map((condition) => `assert ${condition}`),
  )
  const program = fc.array(fc.tuple(item, gap), { maxLength: 5 }).map((parts) => parts.flat().join('\n'))

  it('hold for generated programs', () => {
    fc.assert(
      fc.property(program, (text) => {
        const once = formatted(text)
        expect(meaning(once)).toEqual(meaning(text))
        expect(formatted(once)).toBe(once)
        if (parse({ name: 'f', text }).diagnostics.some(({ severity }) => severity === 'error')) {
          expect(once).toBe(text)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
