import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { insertWord } from './insert-word.ts'

it('puts in a word, and is safe unless its reporter is in doubt', () => {
  const text = 'import { a } "b"'
  const fix = insertWord(fileWith(text), { at: spanOf(text, '"b"').start, text: 'from ' })
  expect(mend(fix)).toBe('import { a } from "b"')
  expect(fix).toMatchObject({ name: 'insert-word', title: "write 'from'", safe: true })
})

it('shows what then stands there where that says more', () => {
  const text = 'success: 62'
  const fix = insertWord(fileWith(text), { at: text.length, text: '%', reads: '62%', surely: false })
  expect(mend(fix)).toBe('success: 62%')
  expect(fix).toMatchObject({ title: "write '62%'", safe: false })
})
