import { expect, it } from 'vitest'
import { parse } from '../parse.ts'
import { fileWith, mend } from '../testing/mend.ts'

const fixesOf = (text: string) => parse(fileWith(text)).diagnostics.flatMap(({ fixes }) => fixes)

it('makes fields of the parts of a block, which is safe', () => {
  const [fix, ...others] = fixesOf('model a {\n  success: { easy: 90%, hard: 20% }\n}\n')
  expect(fix).toMatchObject({
    name: 'parts-of-block',
    title: "write 'success.NAME' for each part",
    safe: true,
  })
  expect(fix === undefined ? null : mend(fix)).toBe('model a {\n  success.easy: 90%, success.hard: 20% \n}\n')
  expect(others).toEqual([])
})

it('is not offered where the block holds anything but names with values', () => {
  expect(fixesOf('model a {\n  success: { 90% }\n}\n')).toEqual([])
})
