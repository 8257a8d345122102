import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { joinParts } from './join-parts.ts'

it('takes away the blanks inside of one word, which is safe', () => {
  const text = '62 %'
  const fix = joinParts(fileWith(text), { gap: spanOf(text, ' ') })
  expect(mend(fix)).toBe('62%')
  expect(fix).toMatchObject({ name: 'join-parts', title: 'join the two', safe: true })
})
