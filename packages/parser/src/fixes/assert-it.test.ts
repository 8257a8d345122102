import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { assertIt } from './assert-it.ts'

it('makes an assert of a condition, which is not safe', () => {
  const text = 'let a = 1\na < 2'
  const fix = assertIt(fileWith(text), { at: spanOf(text, 'a < 2').start })
  expect(mend(fix)).toBe('let a = 1\nassert a < 2')
  expect(fix).toMatchObject({ name: 'assert-it', title: "write 'assert' before it", safe: false })
})
