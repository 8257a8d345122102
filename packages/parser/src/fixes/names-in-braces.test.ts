import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { namesInBraces } from './names-in-braces.ts'

it('puts the names of an import in braces, which is safe', () => {
  const text = 'import a, b from "c"'
  const fix = namesInBraces(fileWith(text), { names: spanOf(text, 'a, b') })
  expect(mend(fix)).toBe('import { a, b } from "c"')
  expect(fix).toMatchObject({ name: 'names-in-braces', title: 'put the names in braces', safe: true })
})
