import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { insertSign } from './insert-sign.ts'

it('puts in a sign of the grammar, and is safe unless its reporter is in doubt', () => {
  const text = 'model a success: 1'
  const fix = insertSign(fileWith(text), { at: spanOf(text, ' success').start, text: ' {' })
  expect(mend(fix)).toBe('model a { success: 1')
  expect(fix).toMatchObject({ name: 'insert-sign', title: "write a '{'", safe: true })
  expect(insertSign(fix.file, { at: 0, text: ',', surely: false }).safe).toBe(false)
})
