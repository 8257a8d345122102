import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { doubleQuotes } from './double-quotes.ts'

it('writes both quotes of a text as double ones, which is safe', () => {
  const text = 'model a “fast”'
  const fix = doubleQuotes(fileWith(text), { open: spanOf(text, '“'), close: spanOf(text, '”') })
  expect(mend(fix)).toBe('model a "fast"')
  expect(fix).toMatchObject({ name: 'double-quotes', title: 'write double quotes', safe: true })
})
