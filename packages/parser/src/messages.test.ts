import { describe, expect, it } from 'vitest'
import { GameGrammar } from './grammar/grammar.ts'
import { parse, parseExpression } from './parse.ts'
import * as t from './grammar/token-types.ts'

/** `start-end message` of every diagnostic. */
function told(text: string): readonly string[] {
  return parse({ name: 'test.game', text }).diagnostics.map(
    ({ code, primary, message }) =>
      `${code} ${primary?.span.start ?? '?'}-${primary?.span.end ?? '?'} ${message}`,
  )
}

describe('a mistake of a person in a hurry', () => {
  it.each([
    ['model gpt-4.1 { success: 1 }', ["E0127 6-13 'gpt-4.1' is no name: write 'gpt_4_1', and the real one as a label"]],
    ['model 4o { success: 1 }', ["E0127 6-8 '4o' is no name: write 'm_4o', and the real one as a label"]],
    ['model { success: 1 }', [
      "E0128 0-5 a declaration begins with a kind and a name, and after 'model' one of them is missing",
    ]],
    ['let x: 3', ["E0130 5-6 'x' takes '=', not ':'"]],
    ['let x 3', ["E0129 6-7 an '=' is missing after 'x'"]],
    ['let x =', ["E0123 6-7 'x' has no value"]],
    ['model a { success = 1 }', ["E0121 18-19 inside a block 'success' takes ':', not '='"]],
    ['model a {\n success 1\n cost: 2 }', ["E0120 11-18 a ':' is missing after 'success'"]],
    ['model a { success: 0,62 }', ["E0103 19-23 '0,62' is no number here: write '0.62'"]],
    ['model a { cost: 1,000 USD }', ["E0103 16-21 '1,000' is no number here: write '1_000'"]],
    ['model a { success: { easy: 1 }\n cost: 2 }', [
      "E0118 19-20 a block is no value: write its parts as 'success.NAME: value', one for each",
    ]],
    ['assert 0 <= x <= 1', ["E0117 14-16 comparisons do not chain: write 'x in 0 .. 1'"]],
    ['assert x = 3', ["E0116 9-10 '=' declares; to compare, write '=='"]],
    ['let x = 3 +', ["E0110 10-11 a value is missing after '+'"]],
    ['let x = * 3', ["E0110 8-9 a value is missing before '*'"]],
    ['let x = 3 [4]', ["E0111 8-11 an operator is missing between '3' and '['"]],
    ['let x = (3', ["E0112 8-9 this '(' has no ')'"]],
    ['let x = 3)', ["E0113 9-10 this ')' closes nothing"]],
    ['let x = € 3', ["E0102 8-9 '€' means nothing here: write '3 EUR'"]],
    ['let from = 3', ["E0115 4-8 'from' is a word of the language and cannot be a name"]],
    ['x.gap < 3', ["E0131 0-1 the name 'x' begins no declaration"]],
    ['model a {', ["E0125 8-9 the block of 'a' is never closed"]],
    ['model a\n  cost: 3\n}', ["E0126 6-7 a '{' is missing after 'a'"]],
    ['let x = 1 .. 2 .. 3', ["E0117 15-17 a value holds only one '..': put parentheses around one of them"]],
  ] as const)('%j is told so', (text, expected) => {
    expect(told(text)).toEqual(expected)
  }) // prettier-ignore

  it('has all the mistakes of a file in one run', () => {
    const text = 'let a 1\nmodel b {\n success = 1\n cost: .5\n}\nassert 0 < a < 1\n'
    expect(told(text).map((line) => line.slice(0, 5))).toEqual(['E0129', 'E0121', 'E0103', 'E0117'])
  })
})

describe('files that are strange and sound', () => {
  it.each([
    '',
    '\ufeffgame g\r\n',
    ';;',
    'model a { }',
    'model a {;,;}',
    'let größe = 3 s',
    'let x = 1;let y = 2',
  ])('%j has nothing to complain about', (text) => {
    expect(told(text)).toEqual([])
  })

  it('goes on over lines where an operator says so', () => {
    const { file, diagnostics } = parse({
      name: 'f',
      text: 'let x = 1\n  + 2 *\n  3\nlet y = max(1,\n 2,)\n',
    })
    expect(diagnostics).toEqual([])
    expect(file.items).toHaveLength(2)
  })
})

describe('limits', () => {
  it('allows 1000 operators on a path and 200 nested brackets, and no more', () => {
    expect(told(`let x = 1${' + 1'.repeat(999)}`)).toEqual([])
    expect(told(`let x = 1${' + 1'.repeat(20_000)}`).map((line) => line.slice(0, 5))).toEqual(['E0141'])
    expect(told(`let x = ${'- '.repeat(5000)}1`).map((line) => line.slice(0, 5))).toEqual(['E0141'])
    expect(told(`let x = 1${' ^ 1'.repeat(5000)}`).map((line) => line.slice(0, 5))).toEqual(['E0141'])
    expect(told(`let x = ${'('.repeat(200)}1${')'.repeat(200)}`)).toEqual([])
    expect(told(`let x = ${'['.repeat(100_000)}`).map((line) => line.slice(0, 5))).toEqual(['E0140'])
  })

  it('reads a megabyte with a thousand mistakes', () => {
    const block = 'model m {\n  success: 62%\n  latency = 4 s\n  cost: 0.002 USD\n}\n'
    const text = block.repeat(1000) + '// filler\n'.repeat(90_000)
    expect(told(text)).toHaveLength(1000)
  })
})

describe('any rule stopped by any token', () => {
  const samples: Readonly<Record<string, string>> = { Number: '1', BadNumber: '.5', Text: '"a"', UnclosedText: '"a',
    Name: 'a', Unknown: '§', '±': '±' } // prettier-ignore
  const words = t.tokenTypes
    .filter(({ name, GROUP }) => GROUP === undefined && !['Unit', 'Within'].includes(name))
    .map(({ name }) => samples[name] ?? name)
  const beginnings = ['', 'import ', 'import { a', 'model ', 'model a ', 'let x = ', 'let x = 1 ', 'let x = 1 in ',
    'model a { ', 'model a { b', 'model a { b: ', 'model a { b: 1 ', 'let x = f(', 'let x = f(1 ', 'let x = [',
    'let x = (1 ', 'assert ', 'assert x ', 'assert x "m" ', 'let x = - ', 'let x = a.'] // prettier-ignore

  it('is explained in sentences of our own', () => {
    for (const beginning of beginnings) {
      for (const word of words) {
        for (const line of told(`${beginning}${word} 1`)) {
          expect(line).not.toMatch(/undefined|Exception|expecting|Token/i)
        }
      }
    }
  })

  it('has a grammar without ambiguities', () => {
    expect(() => new GameGrammar(false)).not.toThrow()
  })
})

describe('a single expression', () => {
  it('is read as in a file', () => {
    const { expression, diagnostics } = parseExpression({ name: '--set x', text: '0.2 USD' })
    expect(diagnostics).toEqual([])
    expect(expression).toMatchObject({ kind: 'number', value: '0.2', unit: { text: 'USD' } })
  })

  it('says what is wrong with it', () => {
    expect(parseExpression({ name: '--set x', text: '' }).diagnostics[0]?.message).toBe(
      "'--set x' has no value",
    )
    expect(parseExpression({ name: '--set x', text: '1 +' }).diagnostics[0]?.code).toBe('E0110')
  })
})
