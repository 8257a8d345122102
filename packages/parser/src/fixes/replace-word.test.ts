import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { replaceWord } from './replace-word.ts'

it('puts a word in the place of another, and is safe unless its reporter is in doubt', () => {
  const text = 'sucess: 1'
  const fix = replaceWord(fileWith(text), { span: spanOf(text, 'sucess'), text: 'success' })
  expect(mend(fix)).toBe('success: 1')
  expect(fix).toMatchObject({ name: 'replace-word', title: "write 'success'", safe: true })
  expect(replaceWord(fix.file, { span: spanOf(text, '1'), text: '2', surely: false }).safe).toBe(false)
})

it('writes blanks and does not show them', () => {
  const text = 'let a: 1'
  const fix = replaceWord(fileWith(text), { span: spanOf(text, ':'), text: ' =' })
  expect([mend(fix), fix.title]).toEqual(['let a = 1', "write '='"])
})
