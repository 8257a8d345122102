import { expect, it } from 'vitest'
import { parse } from '../parse.ts'
import { fileWith, mend } from '../testing/mend.ts'

const fixesOf = (text: string) => parse(fileWith(text)).diagnostics.flatMap(({ fixes }) => fixes)

it('makes a name of the label that stands in its place, which is not safe', () => {
  const [fix, ...others] = fixesOf('model "gpt-4.1" { cost: 1 }')
  expect(fix).toMatchObject({
    name: 'name-before-label',
    title: `write 'gpt_4_1 "gpt-4.1"'`,
    safe: false,
  })
  expect(fix === undefined ? null : mend(fix)).toBe('model gpt_4_1 "gpt-4.1" { cost: 1 }')
  expect(others).toEqual([])
})

it('is not offered where the label has no letter', () => {
  expect(fixesOf('model "!" { cost: 1 }')).toEqual([])
})
