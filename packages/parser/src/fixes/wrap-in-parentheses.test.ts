import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { wrapInParentheses } from './wrap-in-parentheses.ts'

it('puts parentheses around a part, and shows the whole that it belongs to', () => {
  const text = 'latency: 4 s^2'
  const [span, within] = [spanOf(text, '4 s'), spanOf(text, '4 s^2')]
  const fix = wrapInParentheses(fileWith(text), { span, within })
  expect(mend(fix)).toBe('latency: (4 s)^2')
  expect(fix).toMatchObject({ name: 'wrap-in-parentheses', title: "write '(4 s)^2'", safe: true })
  expect(wrapInParentheses(fix.file, { span, surely: false })).toMatchObject({
    title: "write '(4 s)'",
    safe: false,
  })
})
