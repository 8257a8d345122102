import { parseExpression } from '@plumbline/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { modelsFromTable, type TableModels, type TableRequest } from './modelsFromTable.ts'
import { numberText, type Cell, type TableRow } from './row.ts'
import { rowValue } from './rowValue.ts'
import { distinctNames, safeName } from './safeName.ts'

const row = (cells: Readonly<Record<string, Cell>>, number = 1): TableRow => ({
  number,
  cells: new Map(Object.entries(cells)),
})

const plain: TableRequest = {
  heading: ['made up'],
  name: 'model',
  label: null,
  where: null,
  shared: [],
  fields: [
    { field: 'success', source: 'passed of cases' },
    { field: 'latency', source: 'seconds * 1 s' },
    { field: 'cost', source: 'usd * 1 USD / cases' },
  ],
}

const small = row({ model: 'small', passed: 62, cases: 200, seconds: '4.5', usd: 0.9 })

function made(
  rows: readonly TableRow[],
  request: Partial<TableRequest> = {},
): Extract<TableModels, { ok: true }> {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  const result = modelsFromTable(columns, rows, { ...plain, ...request })
  if (!result.ok) throw new Error(result.sentence ?? JSON.stringify(result.diagnostics))
  return result
}

describe('models from a table', () => {
  it('say how a column is written whose title has blanks', () => {
    const fields = [{ field: 'success' as const, source: 'Overall Acc (%)' }]
    const result = modelsFromTable(['model', 'Overall_Acc'], [small], { ...plain, fields })
    expect(result.ok ? [] : result.diagnostics[0]?.notes).toEqual([
      "the column's name is written 'Overall_Acc' here",
    ])
  })

  it('keep counts as counts, and each number where it came from', () => {
    expect(made([small]).text).toBe(
      '// made up\n\n// row 1\nmodel small {\n  success: 62 of 200\n  latency: 4.5 * 1 s\n  cost:    0.9 * 1 USD / 200\n}\n',
    )
  })

  it('share what --let names, once for each row', () => {
    const { text } = made([small], {
      shared: [{ name: 'p', source: 'passed of cases' }],
      fields: [
        { field: 'success', source: 'p' },
        { field: 'latency', source: 'seconds * 1 s / (2 - p)' },
      ],
    })
    expect(text).toContain('let small_p = 62 of 200\n')
    expect(text).toContain('success: small_p\n')
    expect(text).toContain('latency: 4.5 * 1 s / (2 - small_p)\n')
  })

  it.each([
    ['0', 'the table gives 0'],
    [0, 'the table gives 0'],
    [null, "the table has no 'usd'"],
    ['N/A', "the table has no 'usd'"],
  ])('never take a cost of %j for free', (usd, why) => {
    const { text, remarks } = made([row({ model: 'm', passed: 1, cases: 2, seconds: 1, usd })])
    expect(text).toContain(`// cost: unknown, for ${why}`)
    expect(text).not.toMatch(/^ *cost:/m)
    expect(remarks).toEqual([`row 1 (m) has no known cost: ${why}, which is not taken for free`])
    const { diagnostics } = compile({ name: 'm.game', text })
    expect(diagnostics.some(({ message }) => message.includes('cost'))).toBe(true)
  })

  it('leave out a row that has no number for another field, and say so', () => {
    const { text, remarks } = made([
      small,
      row({ ...Object.fromEntries(small.cells), model: 'b', passed: '' }, 2),
    ])
    expect(text).not.toContain('model b')
    expect(remarks).toEqual(["row 2 (b) is left out: its 'passed' is no number"])
  })

  it('choose rows by a condition over numbers and texts', () => {
    const rows = [small, row({ ...Object.fromEntries(small.cells), model: 'large', usd: 3 }, 2)]
    expect(made(rows, { where: 'usd > 1 and model != "small"' }).text).toMatch(/^model large/m)
    expect(made(rows, { where: 'model == "small" or usd > 5' }).models).toBe(1)
  })

  it('name the column that was meant', () => {
    const columns = [...small.cells.keys()]
    const wrong = modelsFromTable(columns, [small], {
      ...plain,
      fields: [{ field: 'success', source: 'pased of cases' }],
    })
    expect(wrong).toMatchObject({
      ok: false,
      sentence: "--success: the table has no column 'pased'; did you mean 'passed'?",
    })
  })

  it('point into an option that is no expression', () => {
    const wrong = modelsFromTable([...small.cells.keys()], [small], {
      ...plain,
      fields: [{ field: 'success', source: '(passed of' }],
    })
    expect(wrong.ok ? [] : wrong.diagnostics.map(({ code }) => code)).toEqual(['E0112'])
  })

  it('always compile, whatever the rows are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (names) => {
        const rows = names.map((model, index) =>
          row({ ...Object.fromEntries(small.cells), model }, index + 1),
        )
        const { diagnostics } = compile({ name: 'm.game', text: made(rows).text })
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
    )
  })
})

describe('names made safe', () => {
  it.each([
    ['gpt-4.1 (high)', 'gpt_4_1_high'],
    ['4o', '_4o'],
    ['s', 's_'],
    ['USD', 'USD_'],
    ['from', 'from_'],
    ['***', 'row'],
    ['__proto__', 'proto'],
    ['模型 3', '模型_3'],
  ])('%s is %s', (text, name) => {
    expect(safeName(text, 'row')).toBe(name)
  })

  it('are numbered where they meet', () => {
    expect(distinctNames(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a_2', 'a_3'])
  })
})

describe('cells', () => {
  it.each([
    ['.5', '0.5'],
    ['77.47%', '77.47%'],
    [' 3 ', '3'],
    ['1e-3', '1e-3'],
    ['-2.', '-2'],
    ['1,000', null],
    ['NaN', null],
    ['', null],
  ])('%j is the number %j', (cell, text) => {
    expect(numberText(cell)).toBe(text)
  })

  it('have a value in every operation of a condition', () => {
    const value = (text: string): unknown =>
      rowValue(parseExpression({ name: 'where', text }).expression, small)
    expect(value('passed of cases')).toBe(0.31)
    expect(value('not (usd >= 0.9)')).toBe(false)
    expect(value('passed / 0 > 1')).toBe(null)
    expect(value('-usd + 2 ^ 2 * seconds')).toBe(17.1)
    expect(value('"a" < "b"')).toBe(true)
  })
})
