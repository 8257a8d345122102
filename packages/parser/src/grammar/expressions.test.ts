import { describe, expect, it } from 'vitest'
import { parse, parseExpression } from '../parse.ts'
import { show } from '../testing/show.ts'

function read(text: string): string {
  const { expression, diagnostics } = parseExpression({ name: 'x', text })
  expect(diagnostics).toEqual([])
  return show(expression)
}

describe('operators', () => {
  it.each([
    ['a or b and not c == d', '(or a (and b (not (== c d))))'],
    ['not not a', '(not (not a))'],
    ['x in 0 .. 1', '(in x (.. 0 1))'],
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ['8 / 4 / 2', '(/ (/ 8 4) 2)'],
    ['62% ± 3%', '(± 62% 3%)'],
    ['62% +/- 3%', '(± 62% 3%)'],
    ['1 ± 2 * 3', '(± 1 (* 2 3))'],
    ['1 - 2 ± 3 .. 4', '(.. (± (- 1 2) 3) 4)'],
    ['2 * 194 of 225', '(* 2 (of 194 225))'],
    ['-1 of 5', '(of (- 1) 5)'],
    ['-2 ^ 2', '(- (^ 2 2))'],
    ['2 ^ 3 ^ 4', '(^ 2 (^ 3 4))'],
    ['2 ^ -x * 3', '(* (^ 2 (- x)) 3)'],
    ['-a.b(1).c ^ 2', '(- (^ a.b(1).c 2))'],
    ['f(x, by: g, [1, 2,],)', 'f(x, by: g, [1, 2])'],
    ['f() + []', '(+ f() [])'],
    ['(1 + 2) * 3', '(* {(+ 1 2)} 3)'],
    ['true == false', '(== true false)'],
    ['max(1,2) + max(0,100)', '(+ max(1, 2) max(0, 100))'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('literals', () => {
  it.each([
    ['1_000.5e-3', '1000.5e-3'],
    ['62.5%', '62.5%'],
    ['"a \\"b\\" \\\\ \\n \\u{1F600}"', JSON.stringify('a "b" \\ \n 😀')],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('keeps the number as it is written, for exact arithmetic', () => {
    expect(read('0.1000000000000000055511151231257827')).toBe('0.1000000000000000055511151231257827')
  })
})

describe('a number takes the next name on its line as its unit', () => {
  it.each([
    ['10 USD/Mtok * 900 tok', '(* (/ 10_USD Mtok) 900_tok)'],
    ['4 s^2', '(^ 4_s 2)'],
    ['4s .. 5s', '(.. 4_s 5_s)'],
    ['2_400 tok / (65 tok/s)', '(/ 2400_tok {(/ 65_tok s)})'],
    ['3 of 4', '(of 3 4)'],
    ['0.10 USD in 0 USD .. 1 USD', '(in 0.10_USD (.. 0_USD 1_USD))'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it("unless ':', '.' or '(' follows that name on that line", () => {
    const text = 'model a { success: 62% latency: 4 s cost: 3 tasks.x: 1\n price: 2\n weight\n : 5 h\n (1) }'
    const entries = parse({ name: 'x', text }).file.items.flatMap((item) =>
      item.kind === 'declaration' ? (item.block?.entries ?? []) : [],
    )
    expect(
      entries
        .slice(0, 5)
        .map(({ path, value }) => [
          path.map(({ text: name }) => name).join('.'),
          value === null ? null : show(value),
        ]),
    ).toEqual([
      ['success', '62%'],
      ['latency', '4_s'],
      ['cost', '3'],
      ['tasks.x', '1'],
      ['price', '2'],
    ])
  })
})
