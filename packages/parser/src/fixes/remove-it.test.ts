import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { removeIt } from './remove-it.ts'

it('takes away a piece, and is safe unless its reporter is in doubt', () => {
  const text = 'model a {{ }'
  const fix = removeIt(fileWith(text), { span: { start: 9, end: 10 }, surely: false })
  expect(mend(fix)).toBe('model a { }')
  expect(fix).toMatchObject({ name: 'remove-it', title: 'remove it', safe: false })
  expect(removeIt(fix.file, { span: spanOf(text, '}') }).safe).toBe(true)
})
