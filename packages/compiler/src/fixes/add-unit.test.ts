import { expect, it } from 'vitest'
import { fileOf } from '../testing/compileText.ts'
import { addUnit } from './add-unit.ts'

it('gives a bare number a unit of what is wanted, which is not safe', () => {
  const text = 'latency: 4'
  expect(addUnit(fileOf(text), { at: text.length, unit: 's' })).toMatchObject({
    name: 'add-unit',
    title: "give it a unit, such as 's'",
    safe: false,
    edits: [{ span: { start: 10, end: 10 }, text: ' s' }],
  })
})
