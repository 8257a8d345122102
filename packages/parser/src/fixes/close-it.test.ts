import { expect, it } from 'vitest'
import { fileWith, mend } from '../testing/mend.ts'
import { closeIt } from './close-it.ts'

it('is never safe, and names the sign where its partner does not give it away', () => {
  const text = 'model a {'
  const fix = closeIt(fileWith(text), { at: text.length, text: '\n}' })
  expect(mend(fix)).toBe('model a {\n}')
  expect(fix).toMatchObject({ name: 'close-it', title: "close it with '}'", safe: false })
  expect(closeIt(fix.file, { at: 0, text: ')' }).title).toBe('close it')
  expect(closeIt(fix.file, { at: 0, text: '"', what: 'the text' }).title).toBe('close the text')
})
