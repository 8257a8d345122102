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

  it.each([
    ['let x = 1,000,000', "E0103 8-17 '1,000,000' is no number here: write '1_000_000'"],
    ['let x = 1.000,50', "E0103 8-16 '1.000,50' is no number here: write '1_000.50'"],
    ['let x = f(0,05)', "E0103 10-14 '0,05' is no number here: write '0.05'"],
    ['let x = 1__000', "E0103 8-14 '1__000' is no number here: write '1_000'"],
    ['let x = 1...2', "E0103 9-13 '...2' is no number here: write '..2'"],
    ['let x = 5.', "E0103 8-10 '5.' is no number here: write '5'"],
    ['# note: mine\nlet x = 1', "E0102 0-1 '#' means nothing here: comments begin with '//'"],
    ['let x = $5', "E0102 8-9 '$' means nothing here: write '5 USD'"],
    ['let x = 5 €', "E0102 10-11 '€' means nothing here: write '5 EUR'"],
    ['let x = a && b', "E0102 10-12 '&&' means nothing here: write 'and'"],
    ['let x = “a”', "E0102 8-9 '“' means nothing here: texts stand in double quotes, \"like this\""],
    ['let x = a\u200b', "E0102 9-10 'U+200B' means nothing here: remove it, for it cannot be seen"],
    ['let x = 62 %', "E0102 11-12 '%' means nothing here: a percent sign touches its number, as in '62%', and takes no remainder"],
    ['assert a => 3', "E0107 9-11 '=>' is no operator here: write '>='"],
    ['let x = 2 ** 3', "E0107 10-12 '**' is no operator here: write '^'"],
    ['let x = 0 USD to 1 USD', "E0107 14-16 'to' is no operator here: write '..'"],
    ['let x = 5 USD per Mtok', "E0107 14-17 'per' is no operator here: write '/'"],
    ['let x = a ± b + c', "E0108 12-17 'b + c' needs parentheses around it, for it stands after '±'"],
    ['assert a == not b', "E0108 12-17 'not b' needs parentheses around it, for it stands after '=='"],
    ['let x = [1 2]', "E0111 9-12 a comma or an operator is missing between '1' and '2'"],
    ['let x = f(by = 3)', "E0116 13-14 '=' declares; to name an argument, write ':'"],
    ['model a = { success: 1 }', "E0119 8-9 '=' cannot stand between 'a' and its block"],
    ['model a: { success: 1 }', "E0119 7-8 ':' cannot stand between 'a' and its block"],
    ['assert x < 3, y < 4', "E0119 12-13 ',' cannot stand after the condition: two conditions are joined by 'and'"],
    ['let x = 3 */', "E0119 10-12 '*/' cannot stand where no comment is open"],
    ['let x = 1,\nlet y = 2', "E0119 9-10 ',' cannot stand between declarations"],
    ['let x := 3', "E0130 6-8 'x' takes '=', not ':='"],
    ['let x == 3', "E0130 6-8 'x' takes '=', not '=='"],
    ['user u { value := 3 }', "E0121 15-17 inside a block 'value' takes ':', not ':='"],
    ['user u { "value": 3 }', "E0124 9-16 a line of a block begins with the name of a field, not with the text \"value\""],
    ['user u { value.3: 3 }', "E0119 14-16 the number '.3' cannot stand after 'value', where a name belongs"],
    ['user u { in: 3 }', "E0115 9-11 'in' is a word of the language and cannot be a name"],
    ['model a {{ success: 1 }}', "E0114 9-10 this '{' opens nothing"],
    ['model a { success: "b }\nlet x = 1', 'E0104 19-23 this text is not closed on its line'],
    ['model o3(high) { success: 1 }', "E0127 6-14 'o3(high)' is no name: write 'o3_high', and the real one as a label"],
    ['import a from "x"', `E0132 0-17 an import reads 'import "./file.game"' or 'import { a, b } from "./file.game"'`],
  ])('%j is told so, once', (text, expected) => {
    expect(told(text)).toEqual([expected])
  }) // prettier-ignore

  it('has all the mistakes of a file in one run', () => {
    const text = 'let a 1\nmodel b {\n success = 1\n cost: .5\n}\nassert 0 < a < 1\n'
    expect(told(text).map((line) => line.slice(0, 5))).toEqual(['E0129', 'E0121', 'E0103', 'E0117'])
  })
})

describe('a fix', () => {
  const mended = (text: string): string => {
    const [fix] = parse({ name: 'test.game', text }).diagnostics[0]?.fixes ?? []
    if (fix === undefined) throw new Error(`no fix for ${text}`)
    return fix.edits
      .toSorted((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text)
  }

  it.each([
    ['let x = .5', 'let x = 0.5'],
    ['let x = 1,000', 'let x = 1_000'],
    ['let x = 0,62', 'let x = 0.62'],
    ['let x: 3', 'let x = 3'],
    ['let x 3', 'let x = 3'],
    ['model a { success = 1 }', 'model a { success : 1 }'],
    ['model a { success 1 }', 'model a { success: 1 }'],
    ['model a\n  success: 1\n}', 'model a {\n  success: 1\n}'],
    ['model gpt-4.1 { success: 1 }', 'model gpt_4_1 "gpt-4.1" { success: 1 }'],
    ['let x = $5 + 1', 'let x = 5 USD + 1'],
    ["let x = 'a'", 'let x = "a"'],
    ['let x = 62 %', 'let x = 62%'],
    ['let x = a ≤ b', 'let x = a <= b'],
    ['let x = a ± b + c', 'let x = a ± (b + c)'],
    ['assert 0 <= x <= 1', 'assert x in 0 .. 1'],
    ['assert x = 3', 'assert x == 3'],
    ['let x = (3', 'let x = (3)'],
    ['let x = "a', 'let x = "a"'],
    ['let x = 1 /* a\nlet y = 1', 'let x = 1 /* a */\nlet y = 1'],
    ['# a', '// a'],
    ['/// a', '// a'],
    ['import a, b from "x"', 'import { a, b } from "x"'],
    ['import { a } "x"', 'import { a } from "x"'],
  ])('of %j makes %j, which is sound', (text, expected) => {
    expect(mended(text)).toBe(expected)
    expect(told(expected)).toEqual([])
  })
})

describe('what is recovered', () => {
  it('keeps the values that can be read', () => {
    const text = 'let a: b\nlet c d\nuser u {\n  value = e\n  patience f\n  weight: 1\n}\n'
    const [first, second, third] = parse({ name: 'x', text }).file.items
    expect(first).toMatchObject({ recovered: true, name: { text: 'a' }, value: { kind: 'name', text: 'b' } })
    expect(second).toMatchObject({ recovered: true, name: { text: 'c' }, value: { kind: 'name', text: 'd' } })
    expect(third).toMatchObject({
      block: {
        entries: [
          { recovered: true, path: [{ text: 'value' }], value: { text: 'e' } },
          { recovered: true, path: [{ text: 'patience' }], value: { text: 'f' } },
          { recovered: false, path: [{ text: 'weight' }], value: { value: '1' } },
        ],
      },
    })
  })

  it('is what follows a comment that is never closed', () => {
    const { file, diagnostics } = parse({
      name: 'x',
      text: 'model a {\n  cost: 5 /* per token,\n  or so\n  latency: 4\n}\nmodel b { cost: 1 }\n',
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['E0101'])
    expect(file.items.map((item) => item.kind === 'declaration' && item.block?.entries.length)).toEqual([
      2, 1,
    ])
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
    'let x = max(1,2) + [41%,61%]',
    'let __proto__ = 1\nlet constructor = __proto__',
    'model a\n{\n  success: 1\n}',
    'model a { success: 1 } model b { success: 1 }',
    'let x = 1\rlet y = 2\r',
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

  it.each([
    ['statements', 'a 1; '],
    ['blocks', 'model m { a: 1 } '],
    ['broken blocks', 'c: { d: 1 }\n'],
    ['open comments', '/* a\nlet x = 1\n'],
    ['braces', '} a '],
    ['commas', ',1'],
  ])('reads 100,000 characters of %s in a second or so of processor time', (_, piece) => {
    // Of the processor, which a busy machine does not lengthen: what is read again from its beginning would take minutes.
    const begun = process.cpuUsage()
    parse({ name: 'test.game', text: `model m {\n${piece.repeat(100_000 / piece.length)}` })
    parse({ name: 'test.game', text: piece.repeat(100_000 / piece.length) })
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(20_000)
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
