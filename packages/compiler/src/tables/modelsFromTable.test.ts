import { parseExpression } from '@plumbline/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { modelsFromTable, type TableModels } from './modelsFromTable.ts'
import { numberText, type Cell, type TableRow } from './row.ts'
import { rowValue } from './rowValue.ts'
import { distinctNames, safeName } from './safeName.ts'
import type { TableRequest } from './tableRequest.ts'

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
  if (!result.ok) throw new Error([...result.sentences, JSON.stringify(result.diagnostics)].join('\n'))
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
    [null, "its 'usd' is empty"],
    ['N/A', "its 'usd' is 'N/A', which is no number"],
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
      row({ ...Object.fromEntries(small.cells), model: 'b', passed: null }, 2),
    ])
    expect(text).not.toContain('model b')
    expect(remarks).toEqual(["row 2 (b) is left out: its 'passed' is empty"])
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
      sentences: ["--success: the table has no column 'pased'; did you mean 'passed'?"],
    })
  })

  it.each([
    [{ where: 'model == small' }, "--where: the table has no column 'small'; a text needs double quotes"],
    [{ where: 'modle == "small"' }, "--where: the table has no column 'modle'; did you mean 'model'?"],
    [{ where: 'model > 3' }, "no row of 1 meets --where: in row 1 (small) it compares the text 'small' with"],
    [
      { where: 'model == "Small"' },
      `no row of 1 meets --where: 'model' is never "Small"; did you mean "small"?`,
    ],
    [{ where: 'usd > 1' }, 'no row of 1 meets --where'],
    [{ where: 'usd' }, "--where is a condition, such as 'year >= 2025'; 'usd' is a number"],
    [{ where: 'seconds < 1 min' }, "write it without 'min'"],
    [{ shared: [{ name: 't', source: 'seconds * 1 s' }], where: 't < 9' }, "write it without 's'"],
    [{ shared: [{ name: 'p', source: 'pased' }] }, "--let p: the table has no column 'pased'; did you mean"],
    [{ shared: [{ name: 'a b', source: '1' }] }, '--let a b: a name is a letter'],
    [
      {
        shared: [
          { name: 'p', source: 'q' },
          { name: 'q', source: '1' },
        ],
      },
      "'q' is named by a later --let",
    ],
    [{ fields: [] }, "say what the columns make of a model's fields"],
    [{ fields: [{ field: 'success', source: '"passed"' }] }, "a column's name stands without quotes"],
    [
      {
        fields: [
          ...plain.fields.slice(0, 1),
          { field: 'latency', source: 'seconds' },
          ...plain.fields.slice(2),
        ],
      },
      "--latency has no unit, but --cost has one; if it is in seconds, write --latency 'seconds * 1 s'",
    ],
    [{ fields: [{ field: 'latency', source: 'seconds * sec' }] }, "did you mean 's'?"],
    [{ name: 'modle' }, "--name: the table has no column 'modle'; did you mean 'model'?"],
  ] satisfies (readonly [Partial<TableRequest>, string])[])('are refused for %j', (request, sentence) => {
    const wrong = modelsFromTable([...small.cells.keys()], [small], { ...plain, ...request })
    expect(wrong.ok ? [] : wrong.sentences).toEqual([expect.stringContaining(sentence)])
  })

  it.each([
    ['success', 'passed', "in row 1 (small); if it is in per cent, write --success 'passed / 100'"],
    ['success', 'passed - 1', "write --success '(passed - 1) / 100'"],
    ['success', 'passed * 1 s', 'success is a plain number, but this is a time, in row 1 (small)'],
    [
      'latency',
      '1 s / (cases - 200)',
      'divides by zero, in row 1 (small); mend the table, or leave such rows out',
    ],
    ['cost', '-usd * 1 USD', 'must be 0 USD or more, and is -0.9 USD, in row 1 (small)'],
    ['cost', 'usd * 1 sec', "--cost: 'sec' is not a unit, in row 1 (small); did you mean 's'?"],
  ])('are not written where the %s is %s', (field, source, sentence) => {
    const fields = [...plain.fields.filter((each) => each.field !== field), { field, source }]
    const wrong = modelsFromTable([...small.cells.keys()], [small], { ...plain, fields })
    expect(wrong.ok ? [] : wrong.sentences).toEqual([expect.stringContaining(sentence)])
  })

  it('say once what is wrong in many rows', () => {
    const rows = [1, 2, 3].map((number) => row({ ...Object.fromEntries(small.cells) }, number))
    const fields = [{ field: 'success', source: 'passed' }, ...plain.fields.slice(1)]
    const wrong = modelsFromTable([...small.cells.keys()], rows, { ...plain, fields })
    expect(wrong.ok ? [] : wrong.sentences).toEqual([
      expect.stringContaining('in row 1 (small) and 2 other rows; if it is in per cent'),
    ])
  })

  it('say of many rows together what is to say of each', () => {
    const rows = [1, 2, 3, 4, 5].map((number) =>
      row({ ...Object.fromEntries(small.cells), usd: null }, number),
    )
    expect(made(rows).remarks).toEqual([
      "5 rows have no known cost, for their 'usd' is empty, which is not taken for free: row 1 (small), row 2 (small), row 3 (small) and 2 more",
    ])
  })

  it('are refused where no row is left', () => {
    const wrong = modelsFromTable(
      [...small.cells.keys()],
      [row({ ...Object.fromEntries(small.cells), model: 'a', passed: null })],
      plain,
    )
    expect(wrong.ok ? [] : wrong.sentences).toEqual([
      "row 1 (a) is left out: its 'passed' is empty",
      'no row is left, so there is no model to write',
    ])
  })

  it('never take a cost for free that is 0 or empty behind a --let', () => {
    const request = { shared: [{ name: 'c', source: 'usd * 1 USD' }], fields: plain.fields.slice(0, 2) }
    const fields = [...request.fields, { field: 'cost', source: 'c' }]
    for (const usd of [0, null]) {
      const { text, remarks } = made([row({ ...Object.fromEntries(small.cells), usd })], {
        ...request,
        fields,
      })
      expect(text).not.toMatch(/^ *cost:/m)
      expect(remarks).toEqual([expect.stringContaining('row 1 (small) has no known cost')])
    }
  })

  it('tell what a condition says nothing of', () => {
    const other = row({ ...Object.fromEntries(small.cells), usd: 'N/A' }, 2)
    expect(made([small, other], { where: 'usd < 3' }).remarks).toEqual([
      "--where says nothing of one row, left out: in row 2 (small) it compares the text 'N/A' with the number 3",
    ])
  })

  it('never give one name to a model and to what another one shares', () => {
    const rows = [small, row({ ...Object.fromEntries(small.cells), model: 'small_p' }, 2)]
    expect(made(rows, { shared: [{ name: 'p', source: 'passed of cases' }] }).models).toBe(2)
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
      { numRuns: 30 },
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
  const noted = row({ ...Object.fromEntries(small.cells), note: null })
  const valueOf = (text: string): unknown =>
    rowValue(parseExpression({ name: 'where', text }).expression, noted, new Map())

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
    expect(valueOf('passed of cases')).toBe(0.31)
    expect(valueOf('not (usd >= 0.9)')).toBe(false)
    expect(valueOf('-usd + 2 ^ 2 * seconds')).toBe(17.1)
    expect(valueOf('max(passed, 3) - 2')).toBe(60)
    expect(valueOf('"a" < "b"')).toBe(true)
    expect(valueOf('passed in 60 .. 62')).toBe(true)
    expect(valueOf('model in ["large", "small"]')).toBe(true)
    expect(valueOf('model in ["large"]')).toBe(false)
  })

  it('are compared with a text as the table has them', () => {
    expect(valueOf('seconds == "4.5"')).toBe(true)
    expect(valueOf('seconds == "4.50"')).toBe(false)
    expect(valueOf('note == ""')).toBe(true)
    expect(valueOf('note != ""')).toBe(false)
    expect(valueOf('note == 3')).toBe(false)
  })

  it.each([
    ['passed / 0 > 1', 'it divides by zero'],
    ['model > 3', "it compares the text 'small' with the number 3"],
    ['model == 3', "it compares the text 'small' with the number 3"],
    ['"62" < passed', "it compares the text '62' with the number 62"],
    ['model + 1', "it calculates with the text 'small'"],
    ['note > 3', "its 'note' is empty"],
    ['not model', "the text 'small' is neither true nor false"],
    ['model and true', "the text 'small' is neither true nor false"],
    ['log(-1)', 'it is no real number'],
  ])('have none in %s, and say why', (text, why) => {
    expect(valueOf(text)).toMatchObject({ kind: 'unknown', why })
  })

  it('are not needed on one side of a condition that the other settles', () => {
    expect(valueOf('note > 3 and false')).toBe(false)
    expect(valueOf('note > 3 or true')).toBe(true)
  })
})
