import { expect, it } from 'vitest'
import { fileWith, mend, spanOf } from '../testing/mend.ts'
import { doubleBackslash } from './double-backslash.ts'

it('writes a backslash twice, which is safe', () => {
  const text = String.raw`import "C:\g.game"`
  const fix = doubleBackslash(fileWith(text), { at: spanOf(text, ':').end })
  expect(mend(fix)).toBe(String.raw`import "C:\\g.game"`)
  expect(fix).toMatchObject({ name: 'double-backslash', title: 'write the backslash twice', safe: true })
})
